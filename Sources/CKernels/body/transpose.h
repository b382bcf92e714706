// Between row-major (batch, features) and lanes (features, batch).

/// A 4 × 4 block.
INLINE void transpose_block(const float *in, int64_t in_row, float *out, int64_t out_row) {
  v4 a = *(const v4 *)in, b = *(const v4 *)(in + in_row);
  v4 c = *(const v4 *)(in + 2 * in_row), d = *(const v4 *)(in + 3 * in_row);
  v4 ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5), ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  v4 cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5), cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  *(v4 *)out = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
  *(v4 *)(out + out_row) = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
  *(v4 *)(out + 2 * out_row) = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
  *(v4 *)(out + 3 * out_row) = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
}

#if LL_WIDTH == 16
/// A 16 × 16 block, in four rounds of swaps between rows 8, 4, 2 and 1 apart.
INLINE void transpose_large_block(const float *in, int64_t in_row, float *out, int64_t out_row) {
  v16 rows[16], swapped[16];
  for (int i = 0; i < 16; i++) rows[i] = *(const v16 *)(in + i * in_row);
#define LL_SWAP(from, to, apart, low, high)                                                                  \
  _Pragma("clang loop unroll(full)") for (int i = 0; i < 16; i++) if (!(i & apart)) {                         \
    to[i] = low(from[i], from[i + apart]);                                                                    \
    to[i + apart] = high(from[i], from[i + apart]);                                                           \
  }
#define LL_LOW8(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23)
#define LL_HIGH8(a, b) __builtin_shufflevector(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31)
#define LL_LOW4(a, b) __builtin_shufflevector(a, b, 0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27)
#define LL_HIGH4(a, b) __builtin_shufflevector(a, b, 4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31)
#define LL_LOW2(a, b) __builtin_shufflevector(a, b, 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29)
#define LL_HIGH2(a, b) __builtin_shufflevector(a, b, 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31)
#define LL_LOW1(a, b) __builtin_shufflevector(a, b, 0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30)
#define LL_HIGH1(a, b) __builtin_shufflevector(a, b, 1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31)
  LL_SWAP(rows, swapped, 8, LL_LOW8, LL_HIGH8)
  LL_SWAP(swapped, rows, 4, LL_LOW4, LL_HIGH4)
  LL_SWAP(rows, swapped, 2, LL_LOW2, LL_HIGH2)
  LL_SWAP(swapped, rows, 1, LL_LOW1, LL_HIGH1)
  for (int i = 0; i < 16; i++) *(v16 *)(out + i * out_row) = rows[i];
}
#endif

static void transpose_part(int64_t rows, int64_t columns, const float *in, int64_t in_row, float *out,
                           int64_t out_row) {
  int64_t i = 0;
  for (; i + 4 <= rows; i += 4) {
    int64_t j = 0;
    for (; j + 4 <= columns; j += 4) transpose_block(in + i * in_row + j, in_row, out + j * out_row + i, out_row);
    for (; j < columns; j++)
      for (int r = 0; r < 4; r++) out[j * out_row + i + r] = in[(i + r) * in_row + j];
  }
  for (; i < rows; i++)
    for (int64_t j = 0; j < columns; j++) out[j * out_row + i] = in[i * in_row + j];
}

static void transpose(int64_t rows, int64_t columns, const float *in, int64_t in_row, float *out, int64_t out_row,
                      int64_t padded_rows) {
  int64_t i = 0;
#if LL_WIDTH == 16
  for (; i + 16 <= rows; i += 16) {
    int64_t j = 0;
    for (; j + 16 <= columns; j += 16)
      transpose_large_block(in + i * in_row + j, in_row, out + j * out_row + i, out_row);
    if (j < columns) transpose_part(16, columns - j, in + i * in_row + j, in_row, out + j * out_row + i, out_row);
  }
#endif
  transpose_part(rows - i, columns, in + i * in_row, in_row, out + i, out_row);
  if (padded_rows > rows)
    for (int64_t j = 0; j < columns; j++)
      memset(out + j * out_row + rows, 0, (size_t)(padded_rows - rows) * sizeof(float));
}
