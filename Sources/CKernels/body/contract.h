// The gradient of a weight matrix used at every time step: one product that contracts over time and batch at once,
// with 16 lanes of the batch in each accumulator, so that no transposed copy is made.

/// Rows in lanes: row r of step t starts at `base + t · step + r · padded`.
typedef struct {
  const float *base;
  int64_t step;
  int64_t rows;
} lane_matrix;

INLINE int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }

/// The sums of one tile over steps `first ..< last`; rows past the end repeat the last one and are not stored.
INLINE void contract_tile(lane_matrix a, lane_matrix b, int64_t first, int64_t last, int64_t padded, int64_t row,
                          int64_t column, float *out, int64_t out_row) {
  v16 sums[LL_TILE_ROWS][LL_TILE_COLUMNS];
  int64_t a_offsets[LL_TILE_ROWS], b_offsets[LL_TILE_COLUMNS];
  for (int i = 0; i < LL_TILE_ROWS; i++) a_offsets[i] = smaller(row + i, a.rows - 1) * padded;
  for (int j = 0; j < LL_TILE_COLUMNS; j++) b_offsets[j] = smaller(column + j, b.rows - 1) * padded;
  for (int i = 0; i < LL_TILE_ROWS; i++)
    for (int j = 0; j < LL_TILE_COLUMNS; j++) sums[i][j] = 0;
  for (int64_t t = first; t < last; t++) {
    const float *a_step = a.base + t * a.step, *b_step = b.base + t * b.step;
    for (int64_t lane = 0; lane < padded; lane += 16) {
      v16 columns[LL_TILE_COLUMNS];
      for (int j = 0; j < LL_TILE_COLUMNS; j++) columns[j] = *(const v16 *)(b_step + b_offsets[j] + lane);
      for (int i = 0; i < LL_TILE_ROWS; i++) {
        v16 factor = *(const v16 *)(a_step + a_offsets[i] + lane);
        for (int j = 0; j < LL_TILE_COLUMNS; j++) sums[i][j] = FMA(factor, columns[j], sums[i][j]);
      }
    }
  }
  for (int i = 0; i < LL_TILE_ROWS && row + i < a.rows; i++) {
    float *o = out + (row + i) * out_row + column;
#if LL_TILE_COLUMNS == 4
    if (column + 4 <= b.rows) {
      *(v4 *)o += fold4(sums[i][0], sums[i][1], sums[i][2], sums[i][3]);
      continue;
    }
#endif
    for (int j = 0; j < LL_TILE_COLUMNS && column + j < b.rows; j++) o[j] += fold(sums[i][j]);
  }
}

/// out[i][j] += Σ_t Σ_lane a[t][i][lane] · b[t][j][lane]. Steps go in blocks that stay in the second-level cache; the
/// block is a function of the sizes alone, so it does not change the bits from one machine to another.
static void contract(lane_matrix a, lane_matrix b, int64_t time, int64_t padded, float *out, int64_t out_row) {
  int64_t floats_a_step = (a.rows + b.rows) * padded;
  int64_t block = 65536 / floats_a_step > 1 ? 65536 / floats_a_step : 1;
  for (int64_t first = 0; first < time; first += block)
    for (int64_t column = 0; column < b.rows; column += LL_TILE_COLUMNS)
      for (int64_t row = 0; row < a.rows; row += LL_TILE_ROWS)
        contract_tile(a, b, first, smaller(first + block, time), padded, row, column, out, out_row);
}

/// out[j] += Σ_t Σ_lane b[t][j][lane].
static void contract_ones(lane_matrix b, int64_t time, int64_t padded, float *out) {
  for (int64_t j = 0; j < b.rows; j++) {
    v16 total = 0;
    for (int64_t t = 0; t < time; t++)
      for (int64_t lane = 0; lane < padded; lane += 16) total += *(const v16 *)(b.base + t * b.step + j * padded + lane);
    out[j] += fold(total);
  }
}
