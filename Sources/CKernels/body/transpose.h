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

static void transpose(int64_t rows, int64_t columns, const float *in, int64_t in_row, float *out, int64_t out_row,
                      int64_t padded_rows) {
  int64_t i = 0;
  for (; i + 4 <= rows; i += 4) {
    int64_t j = 0;
    for (; j + 4 <= columns; j += 4) transpose_block(in + i * in_row + j, in_row, out + j * out_row + i, out_row);
    for (; j < columns; j++)
      for (int r = 0; r < 4; r++) out[j * out_row + i + r] = in[(i + r) * in_row + j];
  }
  for (; i < rows; i++)
    for (int64_t j = 0; j < columns; j++) out[j * out_row + i] = in[i * in_row + j];
  if (padded_rows > rows)
    for (int64_t j = 0; j < columns; j++)
      memset(out + j * out_row + rows, 0, (size_t)(padded_rows - rows) * sizeof(float));
}
