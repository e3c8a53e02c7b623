// Base64url sixteen characters at a time, with the byte shuffle of SSSE3 (W. Muła, "Base64 encoding with SIMD
// instructions"). Each function does what it can in whole steps and returns how much of the input that was; the caller
// does the rest.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__) && !defined(SEALWAX_PLAIN)
#include <cpuid.h>
#include <immintrin.h>

static inline int sealwax_has_ssse3(void) {
  unsigned a, b, c, d;
  return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSSE3) != 0;
}

// Twelve bytes become sixteen characters; reads sixteen bytes a step.
__attribute__((target("ssse3"))) static inline size_t sealwax_base64url_encode(
    const uint8_t *input, size_t size, uint8_t *output) {
  const __m128i spread = _mm_setr_epi8(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10);
  // What must be added to a value of six bits to make its character: for 0...25, 26...51, each digit, '-', '_'.
  const __m128i shifts = _mm_setr_epi8(71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -17, 32, 65, 0, 0);
  size_t read = 0;
  for (; read + 16 <= size; read += 12, output += 16) {
    __m128i bytes = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(input + read)), spread);
    __m128i high = _mm_mulhi_epu16(_mm_and_si128(bytes, _mm_set1_epi32(0x0fc0fc00)), _mm_set1_epi32(0x04000040));
    __m128i low = _mm_mullo_epi16(_mm_and_si128(bytes, _mm_set1_epi32(0x003f03f0)), _mm_set1_epi32(0x01000010));
    __m128i values = _mm_or_si128(high, low);
    __m128i kinds = _mm_subs_epu8(values, _mm_set1_epi8(51));
    __m128i capitals = _mm_cmpgt_epi8(_mm_set1_epi8(26), values);
    kinds = _mm_or_si128(kinds, _mm_and_si128(capitals, _mm_set1_epi8(13)));
    _mm_storeu_si128((__m128i *)output, _mm_add_epi8(values, _mm_shuffle_epi8(shifts, kinds)));
  }
  return read;
}

// Sixteen characters become twelve bytes; writes sixteen bytes a step, so it stops while twenty characters are left.
// It also stops before characters that are not of the alphabet.
__attribute__((target("ssse3"))) static inline size_t sealwax_base64url_decode(
    const uint8_t *input, size_t size, uint8_t *output) {
  const __m128i gather = _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
  size_t read = 0;
  for (; read + 20 <= size; read += 16, output += 12) {
    __m128i text = _mm_loadu_si128((const __m128i *)(input + read));
    // Signed comparisons: bytes from 0x80 are below every range.
    __m128i upper = _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('A' - 1)), _mm_cmpgt_epi8(_mm_set1_epi8('Z' + 1), text));
    __m128i lower = _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('a' - 1)), _mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), text));
    __m128i digit = _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('0' - 1)), _mm_cmpgt_epi8(_mm_set1_epi8('9' + 1), text));
    __m128i dash = _mm_cmpeq_epi8(text, _mm_set1_epi8('-'));
    __m128i line = _mm_cmpeq_epi8(text, _mm_set1_epi8('_'));
    __m128i letters = _mm_or_si128(upper, lower);
    __m128i signs = _mm_or_si128(dash, line);
    if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(letters, signs), digit)) != 0xffff) break;
    __m128i shift = _mm_or_si128(
        _mm_or_si128(_mm_and_si128(upper, _mm_set1_epi8(-65)), _mm_and_si128(lower, _mm_set1_epi8(-71))),
        _mm_or_si128(
            _mm_and_si128(digit, _mm_set1_epi8(4)),
            _mm_or_si128(_mm_and_si128(dash, _mm_set1_epi8(17)), _mm_and_si128(line, _mm_set1_epi8(-32)))));
    __m128i values = _mm_add_epi8(text, shift);
    __m128i pairs = _mm_maddubs_epi16(values, _mm_set1_epi32(0x01400140));
    __m128i groups = _mm_madd_epi16(pairs, _mm_set1_epi32(0x00011000));
    _mm_storeu_si128((__m128i *)output, _mm_shuffle_epi8(groups, gather));
  }
  return read;
}
#else
static inline int sealwax_has_ssse3(void) { return 0; }
static inline size_t sealwax_base64url_encode(const uint8_t *input, size_t size, uint8_t *output) { return 0; }
static inline size_t sealwax_base64url_decode(const uint8_t *input, size_t size, uint8_t *output) { return 0; }
#endif
