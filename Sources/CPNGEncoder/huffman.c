#include "huffman.h"
#include <stdlib.h>

typedef struct {
  uint32_t count;
  int symbol;
} leaf;

static int by_count(const void *left, const void *right) {
  const leaf *a = left, *b = right;
  return a->count != b->count ? (a->count < b->count ? -1 : 1) : a->symbol - b->symbol;
}

/// Turns counts in rising order into code lengths in falling order, in place (Moffat and Katajainen, “In-Place
/// Calculation of Minimum-Redundancy Codes”, 1995). There are at least two.
static void minimum_redundancy(uint32_t *a, int n) {
  int root = 0, next_leaf = 0;
  for (int next = 0; next < n - 1; next++) {
    // The two smallest of the leaves and of the trees made so far; a tree keeps the number of the one it goes into.
    uint32_t sum = 0;
    for (int child = 0; child < 2; child++) {
      if (next_leaf >= n || (root < next && a[root] < a[next_leaf])) {
        sum += a[root];
        a[root++] = (uint32_t)next;
      } else {
        sum += a[next_leaf++];
      }
    }
    a[next] = sum;
  }
  a[n - 2] = 0;
  for (int next = n - 3; next >= 0; next--) a[next] = a[a[next]] + 1;
  int available = 1, used = 0, next = n - 1;
  root = n - 2;
  for (uint32_t depth = 0; available > 0; depth++) {
    while (root >= 0 && a[root] == depth) {
      used++;
      root--;
    }
    while (available > used) {
      a[next--] = depth;
      available--;
    }
    available = 2 * used;
    used = 0;
  }
}

/// How many codes there are of each length, none longer than the limit.
static void count_lengths(const uint32_t *depths, int n, unsigned limit, uint32_t *per_length) {
  uint32_t total = 0;  // in codes of the longest length
  for (unsigned length = 0; length <= limit; length++) per_length[length] = 0;
  for (int i = 0; i < n; i++) {
    unsigned length = depths[i] < limit ? depths[i] : limit;
    per_length[length]++;
    total += 1u << (limit - length);
  }
  // Codes cut to the limit overfill the tree: each step turns a shorter leaf into two and so makes room for one.
  for (; total > 1u << limit; total--) {
    unsigned length = limit - 1;
    while (!per_length[length]) length--;
    per_length[limit]--;
    per_length[length]--;
    per_length[length + 1] += 2;
  }
}

static uint16_t reversed(uint32_t bits, unsigned count) {
  uint32_t result = 0;
  for (unsigned i = 0; i < count; i++) result |= (bits >> i & 1) << (count - 1 - i);
  return (uint16_t)result;
}

void lossline_make_codes(const uint32_t *counts, int symbol_count, unsigned limit, huffman_code *codes) {
  leaf leaves[most_huffman_symbols];
  uint32_t depths[most_huffman_symbols], per_length[16];
  int n = 0;
  for (int symbol = 0; symbol < symbol_count; symbol++) {
    codes[symbol] = (huffman_code){0};
    if (counts[symbol]) leaves[n++] = (leaf){counts[symbol], symbol};
  }
  for (int symbol = 0; n < 2; symbol++) {
    if (!counts[symbol]) leaves[n++] = (leaf){0, symbol};
  }
  qsort(leaves, (size_t)n, sizeof *leaves, by_count);
  for (int i = 0; i < n; i++) depths[i] = leaves[i].count;
  minimum_redundancy(depths, n);
  count_lengths(depths, n, limit, per_length);
  unsigned length = 1;
  for (int i = n - 1; i >= 0; i--) {  // the most frequent first
    while (!per_length[length]) length++;
    per_length[length]--;
    codes[leaves[i].symbol].length = (uint8_t)length;
  }
  uint32_t next = 0;
  for (length = 1; length <= limit; length++, next <<= 1) {
    for (int symbol = 0; symbol < symbol_count; symbol++) {
      if (codes[symbol].length == length) codes[symbol].bits = reversed(next++, length);
    }
  }
}
