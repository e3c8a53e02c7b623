// What sealing and opening cost at the least: the work on each line and nothing around it. Lines are split, sealed as
// Fernet tokens in {"fernet":"…"} and written in blocks; opening is the reverse. Contexts are kept, IVs are drawn 256 at
// a time, the two states of HMAC are computed once. No option, no message, no check of the input beyond the tag.
//
// With `jwe` lines are sealed as JWEs, with AES-256-GCM under one content key; KEYFILE is then a line that seal wrote,
// whose header and wrapped key every line repeats.
//
// usage: floor KEYFILE seal|open|jwe < INPUT > OUTPUT
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <tmmintrin.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024, LONGEST = 1024 * 1024, MAC = 32, HEAD = 1 + 8 + 16, POOL = 4096, SLACK = 64 };
static const char OPENING[] = "{\"fernet\":\"", CLOSING[] = "\"}\n";
enum { OPENING_SIZE = sizeof OPENING - 1, CLOSING_SIZE = sizeof CLOSING - 1 };

static uint8_t input[BLOCK + LONGEST], output[4 * (BLOCK + LONGEST)], token[2 * LONGEST];
static EVP_CIPHER_CTX *cipher;
static SHA256_CTX inner, outer;

static void fail(const char *what) {
  fprintf(stderr, "floor: %s\n", what);
  exit(2);
}

// Base64 with the URL-safe alphabet, twelve bytes a step.

static size_t encode(const uint8_t *bytes, size_t size, uint8_t *text) {
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const __m128i order = _mm_setr_epi8(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10);
  // What to add to a value, by its class: 0 for a-z, 1-10 for digits, 11 for '-', 12 for '_', 13 for A-Z.
  const __m128i shifts = _mm_setr_epi8('a' - 26, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52,
                                       '0' - 52, '0' - 52, '0' - 52, '-' - 62, '_' - 63, 'A', 0, 0);
  size_t read = 0, written = 0;
  for (; read + 16 <= size; read += 12, written += 16) {
    __m128i group = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + read)), order);
    __m128i high = _mm_mulhi_epu16(_mm_and_si128(group, _mm_set1_epi32(0x0FC0FC00)), _mm_set1_epi32(0x04000040));
    __m128i low = _mm_mullo_epi16(_mm_and_si128(group, _mm_set1_epi32(0x003F03F0)), _mm_set1_epi32(0x01000010));
    __m128i values = _mm_or_si128(high, low);
    __m128i class = _mm_or_si128(_mm_subs_epu8(values, _mm_set1_epi8(51)),
                                 _mm_and_si128(_mm_cmpgt_epi8(_mm_set1_epi8(26), values), _mm_set1_epi8(13)));
    _mm_storeu_si128((__m128i *)(text + written), _mm_add_epi8(values, _mm_shuffle_epi8(shifts, class)));
  }
  for (; read < size; read += 3, written += 4) {
    uint32_t second = read + 1 < size ? bytes[read + 1] : 0, third = read + 2 < size ? bytes[read + 2] : 0;
    uint32_t group = (uint32_t)bytes[read] << 16 | second << 8 | third;
    text[written] = alphabet[group >> 18];
    text[written + 1] = alphabet[group >> 12 & 63];
    text[written + 2] = read + 1 < size ? alphabet[group >> 6 & 63] : '=';
    text[written + 3] = read + 2 < size ? alphabet[group & 63] : '=';
  }
  return written;
}

static int value(uint8_t character) {
  if (character >= 'A' && character <= 'Z') return character - 'A';
  if (character >= 'a' && character <= 'z') return character - 'a' + 26;
  if (character >= '0' && character <= '9') return character - '0' + 52;
  return character == '-' ? 62 : character == '_' ? 63 : -1;
}

// The bytes of each lane that lie from `first` to `last`.
static __m128i within(__m128i text, char first, char last) {
  return _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8(first - 1)), _mm_cmplt_epi8(text, _mm_set1_epi8(last + 1)));
}

static size_t decode(const uint8_t *text, size_t size, uint8_t *bytes) {
  if (size == 0 || size % 4 != 0) fail("not a token");
  const __m128i order = _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
  size_t read = 0, written = 0;
  for (; read + 20 <= size; read += 16, written += 12) {
    __m128i part = _mm_loadu_si128((const __m128i *)(text + read));
    __m128i upper = within(part, 'A', 'Z'), lower = within(part, 'a', 'z'), digit = within(part, '0', '9');
    __m128i dash = _mm_cmpeq_epi8(part, _mm_set1_epi8('-')), line = _mm_cmpeq_epi8(part, _mm_set1_epi8('_'));
    __m128i shift = _mm_and_si128(upper, _mm_set1_epi8(-'A'));
    shift = _mm_or_si128(shift, _mm_and_si128(lower, _mm_set1_epi8(26 - 'a')));
    shift = _mm_or_si128(shift, _mm_and_si128(digit, _mm_set1_epi8(52 - '0')));
    shift = _mm_or_si128(shift, _mm_and_si128(dash, _mm_set1_epi8(62 - '-')));
    shift = _mm_or_si128(shift, _mm_and_si128(line, _mm_set1_epi8(63 - '_')));
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(shift, _mm_setzero_si128())) != 0) fail("not a token");
    __m128i pairs = _mm_maddubs_epi16(_mm_add_epi8(part, shift), _mm_set1_epi32(0x01400140));
    __m128i groups = _mm_madd_epi16(pairs, _mm_set1_epi32(0x00011000));
    _mm_storeu_si128((__m128i *)(bytes + written), _mm_shuffle_epi8(groups, order));
  }
  for (; read < size; read += 4) {
    int padding = read + 4 == size ? (text[read + 3] == '=') + (text[read + 2] == '=') : 0;
    uint32_t group = 0;
    for (int place = 0; place < 4; place++) {
      int bits = place < 4 - padding ? value(text[read + place]) : 0;
      if (bits < 0) fail("not a token");
      group = group << 6 | (uint32_t)bits;
    }
    for (int place = 0; place < 3 - padding; place++) bytes[written++] = group >> (16 - 8 * place);
  }
  return written;
}

static void authenticate(const uint8_t *bytes, size_t size, uint8_t *tag) {
  uint8_t digest[MAC];
  SHA256_CTX state = inner;
  SHA256_Update(&state, bytes, size);
  SHA256_Final(digest, &state);
  state = outer;
  SHA256_Update(&state, digest, MAC);
  SHA256_Final(tag, &state);
}

static const uint8_t *initialization(void) {
  static uint8_t pool[POOL];
  static size_t used = POOL;
  if (used == POOL) {
    if (RAND_bytes(pool, POOL) != 1) fail("no random bytes");
    used = 0;
  }
  used += 16;
  return pool + used - 16;
}

//     | 0x80 | time, 8 | IV, 16 | ciphertext | tag, 32 |
static size_t seal(const uint8_t *line, size_t size, uint8_t *text, uint64_t time) {
  token[0] = 0x80;
  uint64_t big = __builtin_bswap64(time);
  memcpy(token + 1, &big, 8);
  memcpy(token + 9, initialization(), 16);
  int most = 0, rest = 0;
  if (EVP_EncryptInit_ex2(cipher, NULL, NULL, token + 9, NULL) != 1 ||
      EVP_EncryptUpdate(cipher, token + HEAD, &most, line, (int)size) != 1 ||
      EVP_EncryptFinal_ex(cipher, token + HEAD + most, &rest) != 1)
    fail("cannot encrypt");
  size_t total = HEAD + (size_t)(most + rest);
  authenticate(token, total, token + total);
  memcpy(text, OPENING, OPENING_SIZE);
  size_t written = OPENING_SIZE + encode(token, total + MAC, text + OPENING_SIZE);
  memcpy(text + written, CLOSING, CLOSING_SIZE);
  return written + CLOSING_SIZE;
}

static size_t open_line(const uint8_t *line, size_t size, uint8_t *text) {
  size_t around = OPENING_SIZE + CLOSING_SIZE - 1;
  if (size < around || memcmp(line, OPENING, OPENING_SIZE) != 0) fail("not sealed");
  size_t total = decode(line + OPENING_SIZE, size - around, token);
  if (total < HEAD + 16 + MAC || token[0] != 0x80) fail("not a token");
  uint8_t tag[MAC];
  authenticate(token, total - MAC, tag);
  if (CRYPTO_memcmp(tag, token + total - MAC, MAC) != 0) fail("not authentic");
  int most = 0, rest = 0;
  if (EVP_DecryptInit_ex2(cipher, NULL, NULL, token + 9, NULL) != 1 ||
      EVP_DecryptUpdate(cipher, text, &most, token + HEAD, (int)(total - HEAD - MAC)) != 1 ||
      EVP_DecryptFinal_ex(cipher, text + most, &rest) != 1)
    fail("cannot decrypt");
  text[most + rest] = '\n';
  return (size_t)(most + rest) + 1;
}

// What every JWE begins with, up to the text of the nonce; the text of its header; the nonce, which counts.
static uint8_t opening[1024], nonce[12];
static const uint8_t *header;
static size_t opening_size, header_size;
static uint64_t counter;

static size_t encode_unpadded(const uint8_t *bytes, size_t size, uint8_t *text) {
  size_t written = encode(bytes, size, text);
  while (written > 0 && text[written - 1] == '=') written--;
  return written;
}

static size_t seal_jwe(const uint8_t *line, size_t size, uint8_t *text) {
  static const char middle[] = "\",\"ciphertext\":\"", last[] = "\",\"tag\":\"";
  uint64_t big = __builtin_bswap64(counter++);
  memcpy(nonce + 4, &big, 8);
  int most = 0, rest = 0;
  if (EVP_EncryptInit_ex2(cipher, NULL, NULL, nonce, NULL) != 1 ||
      EVP_EncryptUpdate(cipher, NULL, &most, header, (int)header_size) != 1 ||
      EVP_EncryptUpdate(cipher, token, &most, line, (int)size) != 1 ||
      EVP_EncryptFinal_ex(cipher, token + most, &rest) != 1 ||
      EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, 16, token + size) != 1)
    fail("cannot encrypt");
  memcpy(text, opening, opening_size);
  size_t written = opening_size + encode_unpadded(nonce, sizeof nonce, text + opening_size);
  memcpy(text + written, middle, sizeof middle - 1);
  written += sizeof middle - 1;
  written += encode_unpadded(token, size, text + written);
  memcpy(text + written, last, sizeof last - 1);
  written += sizeof last - 1;
  written += encode_unpadded(token + size, 16, text + written);
  memcpy(text + written, CLOSING, CLOSING_SIZE);
  return written + CLOSING_SIZE;
}

static void prepare_jwe(const char *path) {
  static const char start[] = "{\"protected\":\"", iv[] = "\"iv\":\"";
  FILE *file = fopen(path, "r");
  if (file == NULL || fread(opening, 1, sizeof opening - 1, file) == 0) fail("no line");
  fclose(file);
  char *text = (char *)opening, *behind = strstr(text, iv);
  if (strncmp(text, start, sizeof start - 1) != 0 || behind == NULL) fail("no JWE");
  opening_size = (size_t)(behind - text) + sizeof iv - 1;
  header = opening + sizeof start - 1;
  header_size = strcspn((const char *)header, "\"");
  uint8_t key[32];
  if (RAND_bytes(key, sizeof key) != 1 || RAND_bytes(nonce, 4) != 1) fail("no random bytes");
  cipher = EVP_CIPHER_CTX_new();
  EVP_CIPHER *algorithm = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
  if (cipher == NULL || EVP_CipherInit_ex2(cipher, algorithm, key, NULL, 1, NULL) != 1) fail("no cipher");
}

static void prepare(const char *path, int sealing) {
  uint8_t text[SLACK], key[48], pad[64];
  FILE *file = fopen(path, "r");
  if (file == NULL || fread(text, 1, 44, file) != 44 || decode(text, 44, key) != 32) fail("no key");
  fclose(file);
  SHA256_CTX *states[] = {&inner, &outer};
  for (int part = 0; part < 2; part++) {
    memset(pad, part == 0 ? 0x36 : 0x5C, sizeof pad);
    for (int place = 0; place < 16; place++) pad[place] ^= key[place];
    SHA256_Init(states[part]);
    SHA256_Update(states[part], pad, sizeof pad);
  }
  cipher = EVP_CIPHER_CTX_new();
  EVP_CIPHER *algorithm = EVP_CIPHER_fetch(NULL, "AES-128-CBC", NULL);
  if (cipher == NULL || EVP_CipherInit_ex2(cipher, algorithm, key + 16, NULL, sealing, NULL) != 1) fail("no cipher");
}

static void put(const uint8_t *bytes, size_t size) {
  while (size > 0) {
    ssize_t done = write(1, bytes, size);
    if (done <= 0) fail("cannot write");
    bytes += done;
    size -= (size_t)done;
  }
}

int main(int count, char **words) {
  if (count != 3) return 2;
  int sealing = strcmp(words[2], "seal") == 0, jwe = strcmp(words[2], "jwe") == 0;
  if (jwe) prepare_jwe(words[1]);
  else prepare(words[1], sealing);
  size_t held = 0;
  for (;;) {
    ssize_t got = read(0, input + held, BLOCK);
    if (got < 0) fail("cannot read");
    if (got == 0) return held != 0;
    held += (size_t)got;
    uint64_t second = (uint64_t)time(NULL);
    const uint8_t *line = input, *end = input + held, *stop;
    size_t written = 0;
    while ((stop = memchr(line, '\n', (size_t)(end - line))) != NULL) {
      size_t size = (size_t)(stop - line);
      uint8_t *text = output + written;
      written += jwe ? seal_jwe(line, size, text) : sealing ? seal(line, size, text, second) : open_line(line, size, text);
      line = stop + 1;
    }
    put(output, written);
    held = (size_t)(end - line);
    if (held > LONGEST) fail("line too long");
    memmove(input, line, held);
  }
}
