#pragma once
#include <stdint.h>

/// A Huffman code as deflate writes it: lowest bit first.
typedef struct {
  uint16_t bits;
  uint8_t length;
} huffman_code;

enum { most_huffman_symbols = 286 };

/// Makes the codes of the symbols that occur, none longer than `limit` bits; the others get length 0. At least two
/// symbols get a code, since some decoders want that.
void lossline_make_codes(const uint32_t *counts, int symbol_count, unsigned limit, huffman_code *codes);
