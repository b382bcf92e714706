#include "deflate.h"
#include "huffman.h"
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum {
  window = 32768,
  longest_match = 258,
  shortest_match = 4,
  /// A match with a long distance costs more bits than a run, and must be this much longer.
  price_of_distance = 4,
  /// Longer runs are taken without a look at earlier places.
  long_run = 32,
  hash_bits = 12,
  hashed_bytes = 6,
  tokens_per_block = 1 << 15,
  literal_symbols = most_huffman_symbols,
  distance_symbols = 30,
  end_of_block = 256,
  /// A length, its extra bits, a distance and its extra bits take at most 15 + 5 + 15 + 13 bits.
  largest_token = 6,
  largest_header = 1024,
};

/// A literal has length 0 and its byte in place of a distance.
typedef struct {
  uint16_t length, distance;
} token;

struct lossline_deflater {
  token tokens[tokens_per_block];
  uint32_t token_count;
  uint32_t literal_counts[literal_symbols], distance_counts[distance_symbols];
  uint32_t last_place[1 << hash_bits];
  uint8_t length_symbols[longest_match + 1];
  uint64_t bits;
  unsigned bit_count;
  uint8_t *end;
  uint8_t out[tokens_per_block * largest_token + largest_header];
};

// MARK: Symbols of lengths and distances (RFC 1951, 3.2.5)

static const uint16_t length_bases[29] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                          31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};

static unsigned length_extra_bits(unsigned symbol) { return symbol < 8 || symbol == 28 ? 0 : symbol / 4 - 1; }

static unsigned distance_extra_bits(unsigned symbol) { return symbol < 4 ? 0 : symbol / 2 - 1; }

static unsigned distance_base(unsigned symbol) {
  return symbol < 4 ? symbol + 1 : ((2 + symbol % 2) << distance_extra_bits(symbol)) + 1;
}

static unsigned distance_symbol(unsigned distance) {
  unsigned rest = distance - 1;
  if (rest < 4) return rest;
  unsigned top = 31 - (unsigned)__builtin_clz(rest);
  return 2 * top + (rest >> (top - 1) & 1);
}

// MARK: Bits

static void put(lossline_deflater *d, uint32_t bits, unsigned count) {
  d->bits |= (uint64_t)bits << d->bit_count;
  d->bit_count += count;
  for (; d->bit_count >= 32; d->bit_count -= 32, d->bits >>= 32) {
    for (int i = 0; i < 4; i++) *d->end++ = (uint8_t)(d->bits >> 8 * i);
  }
}

static void put_code(lossline_deflater *d, huffman_code code) { put(d, code.bits, code.length); }

static void flush(lossline_deflater *d, lossline_deflate_sink sink, void *context) {
  size_t count = (size_t)(d->end - d->out);
  d->end = d->out;
  sink(context, d->out, count);
}

// MARK: Blocks

/// Writes the lengths of both codes, run-length and Huffman coded themselves (RFC 1951, 3.2.7).
static void put_code_lengths(lossline_deflater *d, const huffman_code *literals, const huffman_code *distances) {
  static const uint8_t order[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
  uint8_t lengths[literal_symbols + distance_symbols], symbols[sizeof lengths], extras[sizeof lengths];
  int count = 0, symbol_count = 0;
  for (int i = 0; i < literal_symbols; i++) lengths[count++] = literals[i].length;
  for (int i = 0; i < distance_symbols; i++) lengths[count++] = distances[i].length;
  uint32_t counts[19] = {0};
  for (int i = 0, run; i < count; i += run) {
    uint8_t length = lengths[i];
    int longest = length ? 6 : 138;
    for (run = 1; i + run < count && run < longest && lengths[i + run] == length; run++) {}
    int is_repeat = run >= 3 && (length == 0 || (i > 0 && lengths[i - 1] == length));
    if (!is_repeat) run = 1;
    symbols[symbol_count] = !is_repeat ? length : length ? 16 : run < 11 ? 17 : 18;
    extras[symbol_count] = (uint8_t)(run - (run < 11 ? 3 : 11));
    counts[symbols[symbol_count++]]++;
  }
  huffman_code codes[19];
  lossline_make_codes(counts, 19, 7, codes);
  put(d, literal_symbols - 257, 5);
  put(d, distance_symbols - 1, 5);
  put(d, 19 - 4, 4);
  for (int i = 0; i < 19; i++) put(d, codes[order[i]].length, 3);
  for (int i = 0; i < symbol_count; i++) {
    put_code(d, codes[symbols[i]]);
    if (symbols[i] >= 16) put(d, extras[i], symbols[i] == 18 ? 7 : symbols[i] - 14);
  }
}

static void put_block(lossline_deflater *d, int is_last) {
  huffman_code literals[literal_symbols], distances[distance_symbols];
  d->literal_counts[end_of_block] = 1;
  lossline_make_codes(d->literal_counts, literal_symbols, 15, literals);
  lossline_make_codes(d->distance_counts, distance_symbols, 15, distances);
  put(d, (uint32_t)(2 << 1 | is_last), 3);
  put_code_lengths(d, literals, distances);
  for (uint32_t i = 0; i < d->token_count; i++) {
    token t = d->tokens[i];
    if (t.length == 0) {
      put_code(d, literals[t.distance]);
      continue;
    }
    unsigned length = d->length_symbols[t.length], distance = distance_symbol(t.distance);
    put_code(d, literals[end_of_block + 1 + length]);
    put(d, t.length - length_bases[length], length_extra_bits(length));
    put_code(d, distances[distance]);
    put(d, t.distance - distance_base(distance), distance_extra_bits(distance));
  }
  put_code(d, literals[end_of_block]);
  d->token_count = 0;
  memset(d->literal_counts, 0, sizeof d->literal_counts);
  memset(d->distance_counts, 0, sizeof d->distance_counts);
}

static void add_literal(lossline_deflater *d, uint8_t byte) {
  d->tokens[d->token_count++] = (token){0, byte};
  d->literal_counts[byte]++;
}

static void add_match(lossline_deflater *d, size_t length, size_t distance) {
  d->tokens[d->token_count++] = (token){(uint16_t)length, (uint16_t)distance};
  d->literal_counts[end_of_block + 1 + d->length_symbols[length]]++;
  d->distance_counts[distance_symbol((unsigned)distance)]++;
}

// MARK: Matches

/// How many bytes equal those `distance` before, eight at a time.
static size_t match_length(const uint8_t *bytes, size_t distance, size_t most) {
  const uint8_t *earlier = bytes - distance;
  size_t n = 0;
  while (n + 8 <= most && !memcmp(bytes + n, earlier + n, 8)) n += 8;
  while (n < most && bytes[n] == earlier[n]) n++;
  return n;
}

/// The last place that began with the same bytes, or one that only looks so; remembers this one.
static size_t earlier_place(lossline_deflater *d, const uint8_t *samples, size_t place) {
  uint64_t start = 0;
  for (int i = 0; i < hashed_bytes; i++) start = start << 8 | samples[place + (size_t)i];
  uint32_t *known = &d->last_place[start * 0x9e3779b97f4a7c15u >> (64 - hash_bits)];
  size_t earlier = *known;
  *known = (uint32_t)place;
  return earlier;
}

void lossline_deflate(
    lossline_deflater *d, const uint8_t *samples, size_t count, size_t row, size_t pixel, lossline_deflate_sink sink,
    void *context) {
  put(d, 0x0178, 16);
  for (size_t place = 0; place < count;) {
    const uint8_t *bytes = samples + place;
    size_t most = count - place < longest_match ? count - place : longest_match;
    size_t distance = pixel, length = place >= pixel ? match_length(bytes, pixel, most) : 0;
    if (length < most && place >= row && row <= window) {
      size_t above = match_length(bytes, row, most);
      if (above > length + price_of_distance) distance = row, length = above;
    }
    if (length < long_run && most >= hashed_bytes) {
      size_t earlier = earlier_place(d, samples, place);
      if (earlier < place && place - earlier <= window) {
        size_t same = match_length(bytes, place - earlier, most);
        if (same > length + price_of_distance) distance = place - earlier, length = same;
      }
    }
    if (length >= shortest_match) {
      add_match(d, length, distance);
      place += length;
    } else {
      for (size_t end = place + (pixel < most ? pixel : most); place < end; place++) add_literal(d, samples[place]);
    }
    if (d->token_count + pixel > tokens_per_block) {
      put_block(d, 0);
      flush(d, sink, context);
    }
  }
  put_block(d, 1);
  put(d, 0, (32 - d->bit_count) % 8);
  for (; d->bit_count > 0; d->bit_count -= 8, d->bits >>= 8) *d->end++ = (uint8_t)d->bits;
  uint32_t checksum = libdeflate_adler32(1, samples, count);
  for (int i = 3; i >= 0; i--) *d->end++ = (uint8_t)(checksum >> 8 * i);
  flush(d, sink, context);
}

lossline_deflater *lossline_deflater_create(void) {
  lossline_deflater *d = calloc(1, sizeof *d);
  if (!d) return NULL;
  d->end = d->out;
  memset(d->last_place, 0xff, sizeof d->last_place);
  for (unsigned length = length_bases[0], symbol = 0; length <= longest_match; length++) {
    if (symbol < 28 && length == length_bases[symbol + 1]) symbol++;
    d->length_symbols[length] = (uint8_t)symbol;
  }
  return d;
}

void lossline_deflater_free(lossline_deflater *d) { free(d); }
