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
  uint64_t ats;
} sealwax_text_block;

#if defined(__SSE2__) && !defined(SEALWAX_PLAIN)
#include <emmintrin.h>

static inline int sealwax_has_sse2(void) { return 1; }

#define SEALWAX_EACH_LANE(DO) DO(7) DO(6) DO(5) DO(4) DO(3) DO(2) DO(1) DO(0)

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
static inline sealwax_text_block sealwax_look(const uint8_t *text, int size, const uint8_t *table) {
  sealwax_text_block block = {0, 0, 0, 0, 0};
  for (int part = 0; part < size; part += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part));
    // A byte is in a range of n values if, less the first of them, it is not above n - 1, as an unsigned number.
    const __m128i digit = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
    const __m128i digits = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
    const __m128i letter = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    const __m128i letters = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
    const __m128i signs =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('(')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('+')));
    const __m128i ats =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('@')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xEF)));
    block.candidates |= (uint64_t)sealwax_candidates16(text + part, table) << part;
    block.digits |= (uint64_t)(uint32_t)_mm_movemask_epi8(digits) << part;
    block.letters |= (uint64_t)(uint32_t)_mm_movemask_epi8(letters) << part;
    block.signs |= (uint64_t)(uint32_t)_mm_movemask_epi8(signs) << part;
    block.ats |= (uint64_t)(uint32_t)_mm_movemask_epi8(ats) << part;
  }
  return block;
}
#else
static inline int sealwax_has_sse2(void) { return 0; }
static inline sealwax_text_block sealwax_look(const uint8_t *text, int size, const uint8_t *table) {
  sealwax_text_block block = {0, 0, 0, 0, 0};
  return block;
}
#endif
