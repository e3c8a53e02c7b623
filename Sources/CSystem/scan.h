// What stands in sixteen bytes of a JSON string, at once, with SSE2, which every x86-64 has. A processor without it, and
// a build with SEALWAX_PLAIN, takes the plain way of `StopFinder.swift`.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__) && !defined(SEALWAX_PLAIN)
#include <emmintrin.h>

// Reads sixteen bytes; bit i tells whether byte i is a quote, a backslash, below 0x20 or above 0x7F.
__attribute__((always_inline)) static inline uint32_t sealwax_string_stops(const uint8_t *bytes) {
  __m128i text = _mm_loadu_si128((const __m128i *)bytes);
  __m128i quotes = _mm_cmpeq_epi8(text, _mm_set1_epi8('"'));
  __m128i backslashes = _mm_cmpeq_epi8(text, _mm_set1_epi8('\\'));
  // Signed: bytes from 0x80 are below every other.
  __m128i others = _mm_cmpgt_epi8(_mm_set1_epi8(0x20), text);
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, backslashes), others));
}
#endif

// Copies the bytes before the first `stop`, or all, and returns how many they are; may write up to 16 more. What is
// looked for comes every few dozen bytes, which is too often for memchr and memcpy.
static inline size_t sealwax_copy_until(const uint8_t *bytes, size_t size, uint8_t *copy, uint8_t stop) {
  size_t offset = 0;
#if defined(__SSE2__) && !defined(SEALWAX_PLAIN)
  const __m128i stops = _mm_set1_epi8((char)stop);
  for (; offset + 16 <= size; offset += 16) {
    __m128i part = _mm_loadu_si128((const __m128i *)(bytes + offset));
    _mm_storeu_si128((__m128i *)(copy + offset), part);
    uint32_t found = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, stops));
    if (found != 0) return offset + (size_t)__builtin_ctz(found);
  }
#endif
  for (; offset < size && bytes[offset] != stop; offset++) copy[offset] = bytes[offset];
  return offset;
}
