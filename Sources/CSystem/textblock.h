// What redact asks of every byte of a text, 64 bytes at a time, with SSE2: may a keyword stand here, and is this a
// letter, a digit, or one of the few marks that begin something. `TextBlock` has the same in plain Swift.
#pragma once
#include <stdint.h>

// Three bytes, with bit 5 set in each so that both cases of a letter are one, become a place in the table, which is as large
// as a processor's nearest cache holds beside the rest.
// Of thousands of pairs of odd factors these send the fewest trigrams of prose, code and logs where a keyword's is.
enum { SEALWAX_PAIR_FACTOR = 0xEE6B, SEALWAX_THIRD_FACTOR = 0xC201, SEALWAX_FILTER_BITS = 15 };

typedef struct {
  uint64_t candidates;
  uint64_t digits;
  uint64_t letters;
  uint64_t signs;
  uint64_t marks;
} sealwax_text_block;

typedef struct {
  uint64_t groups;
  uint64_t pairs;
} sealwax_spelling;

#if defined(__SSE2__) && !defined(SEALWAX_PLAIN)
#include <emmintrin.h>

static inline int sealwax_has_sse2(void) { return 1; }

#define SEALWAX_EACH_LANE(DO) DO(7) DO(6) DO(5) DO(4) DO(3) DO(2) DO(1) DO(0)

// A byte is in a range of n values if, less the first of them, it is not above n - 1, as an unsigned number.
static inline __m128i sealwax_is_digit(__m128i bytes) {
  const __m128i digit = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
  return _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
}

static inline __m128i sealwax_is_letter(__m128i bytes, char last) {
  const __m128i letter = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  return _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8((char)(last - 'a'))), letter);
}

// One bit for each of 16 places; reads 18 bytes. A table entry is 0 or 1.
static inline uint32_t sealwax_candidates16(const uint8_t *text, const uint8_t *table) {
  const __m128i fold = _mm_set1_epi8(0x20);
  const __m128i pair = _mm_set1_epi16((short)SEALWAX_PAIR_FACTOR);
  const __m128i third = _mm_set1_epi16((short)SEALWAX_THIRD_FACTOR);
  // Sixteen-bit lanes: the pair that begins at each even byte, at each odd byte, and the byte behind each pair.
  const __m128i even_pairs = _mm_or_si128(_mm_loadu_si128((const __m128i *)text), fold);
  const __m128i odd_pairs = _mm_or_si128(_mm_loadu_si128((const __m128i *)(text + 1)), fold);
  const __m128i thirds = _mm_or_si128(_mm_loadu_si128((const __m128i *)(text + 2)), fold);
  const __m128i even = _mm_srli_epi16(
      _mm_add_epi16(
          _mm_mullo_epi16(even_pairs, pair), _mm_mullo_epi16(_mm_and_si128(thirds, _mm_set1_epi16(0xFF)), third)),
      16 - SEALWAX_FILTER_BITS);
  const __m128i odd = _mm_srli_epi16(
      _mm_add_epi16(_mm_mullo_epi16(odd_pairs, pair), _mm_mullo_epi16(_mm_srli_epi16(thirds, 8), third)),
      16 - SEALWAX_FILTER_BITS);
  // From the last place to the first, one step an instruction and no branch: every other block has a candidate.
  uint32_t places = 0;
#define SEALWAX_PLACE(LANE)                                            \
  places = 2 * places + table[_mm_extract_epi16(odd, LANE)];           \
  places = 2 * places + table[_mm_extract_epi16(even, LANE)];
  SEALWAX_EACH_LANE(SEALWAX_PLACE)
#undef SEALWAX_PLACE
  return places;
}

// Looks at `size` bytes, 64 at most, rounded up to 16, and reads two more.
__attribute__((always_inline)) static inline sealwax_text_block sealwax_look(
    const uint8_t *text, int size, const uint8_t *table) {
  sealwax_text_block block = {0, 0, 0, 0, 0};
  for (int part = 0; part < size; part += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part));
    const __m128i digits = sealwax_is_digit(bytes);
    const __m128i letters = sealwax_is_letter(bytes, 'z');
    const __m128i signs =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('(')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('+')));
    const __m128i marks = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('@')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xEF))),
        _mm_cmpeq_epi8(bytes, _mm_set1_epi8('%')));
    block.candidates |= (uint64_t)sealwax_candidates16(text + part, table) << part;
    block.digits |= (uint64_t)(uint32_t)_mm_movemask_epi8(digits) << part;
    block.letters |= (uint64_t)(uint32_t)_mm_movemask_epi8(letters) << part;
    block.signs |= (uint64_t)(uint32_t)_mm_movemask_epi8(signs) << part;
    block.marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(marks) << part;
  }
  return block;
}

// The value of a letter or digit in base64, -1 for what is neither.
static inline int sealwax_base64_value(uint8_t byte) {
  if (byte >= 'A' && byte <= 'Z') return byte - 'A';
  if (byte >= 'a' && byte <= 'z') return byte - 'a' + 26;
  if (byte >= '0' && byte <= '9') return byte - '0' + 52;
  return -1;
}

// The same of 16 bytes, and anything for what is neither.
static inline __m128i sealwax_base64_values(__m128i bytes, __m128i letters, __m128i digits) {
  const __m128i small = _mm_and_si128(letters, _mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8(0x20)));
  // A is 0, a is 26, 0 is 52.
  const __m128i shift = _mm_add_epi8(
      _mm_and_si128(letters, _mm_set1_epi8(-65)),
      _mm_add_epi8(_mm_and_si128(small, _mm_set1_epi8(-6)), _mm_and_si128(digits, _mm_set1_epi8(4))));
  return _mm_add_epi8(bytes, shift);
}

// Looks at 64 bytes and reads two more: where four digits of base64, or two at the end of a run, or two hexadecimal
// digits may spell ASCII.
static inline sealwax_spelling sealwax_spell(const uint8_t *text) {
  uint64_t words = 0, firsts = 0, seconds = 0, thirds = 0, highs = 0, lows = 0;
  for (int part = 0; part < 64; part += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part));
    const __m128i letters = sealwax_is_letter(bytes, 'z'), digits = sealwax_is_digit(bytes);
    const __m128i values = sealwax_base64_values(bytes, letters, digits);
    const __m128i hexadecimal = _mm_or_si128(digits, sealwax_is_letter(bytes, 'f'));
    // 2 to 7, with which the bytes from 0x20 to 0x7F begin.
    const __m128i high = _mm_sub_epi8(bytes, _mm_set1_epi8('2'));
    const __m128i is_high = _mm_cmpeq_epi8(_mm_min_epu8(high, _mm_set1_epi8(5)), high);
    words |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(letters, digits)) << part;
    // The highest bit of each byte is what is taken: shifted there, one that must be zero.
    firsts |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(values, 2)) << part;
    seconds |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(values, 4)) << part;
    thirds |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(values, 6)) << part;
    highs |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_high) << part;
    lows |= (uint64_t)(uint32_t)_mm_movemask_epi8(hexadecimal) << part;
  }
  const int next = sealwax_base64_value(text[64]), behind = sealwax_base64_value(text[65]);
  const uint64_t can_be_second = (words & ~seconds) >> 1 | (uint64_t)(next >= 0 && !(next & 0x08)) << 63;
  const uint64_t can_be_third = (~(words & thirds) >> 2 & ~((uint64_t)3 << 62))
      | (uint64_t)(next < 0 || !(next & 0x02)) << 62 | (uint64_t)(behind < 0 || !(behind & 0x02)) << 63;
  const uint8_t letter = text[64] | 0x20;
  const int is_low = (text[64] >= '0' && text[64] <= '9') || (letter >= 'a' && letter <= 'f');
  const sealwax_spelling spelling = {
      .groups = words & ~firsts & can_be_second & can_be_third, .pairs = highs & (lows >> 1 | (uint64_t)is_low << 63)};
  return spelling;
}
#else
static inline int sealwax_has_sse2(void) { return 0; }
__attribute__((always_inline)) static inline sealwax_text_block sealwax_look(
    const uint8_t *text, int size, const uint8_t *table) {
  sealwax_text_block block = {0, 0, 0, 0, 0};
  return block;
}
static inline sealwax_spelling sealwax_spell(const uint8_t *text) {
  sealwax_spelling spelling = {0, 0};
  return spelling;
}
#endif
