// The gradient of weights that are used at every time step: one product that contracts over all samples and steps.
// Small layers sum 16 lanes in each accumulator, so that nothing is copied; large ones are transposed into panels. The
// sizes alone decide, so that every machine does the same.

/// Some gates and where their weight gradients belong; null where the gates do not meet that factor.
typedef struct {
  lane_matrix gates;
  float *d_kernel, *d_recurrent, *d_input_bias, *d_recurrent_bias;
} contraction;

/// Some steps of some blocks.
typedef struct {
  int64_t block, end_block, step, end_step;
} contract_stretch;

/// The sums of one tile over a stretch; rows past the end repeat the last one and are not stored. `rows` and `columns`
/// are constants where it is inlined.
INLINE void contract_tile(int rows, int columns, lane_matrix a, lane_matrix b, contract_stretch s, int64_t row,
                          int64_t column, float *out, int64_t out_row) {
  v16 sums[LL_TILE_ROWS][2 * LL_TILE_COLUMNS];
  int64_t a_offsets[LL_TILE_ROWS], b_offsets[2 * LL_TILE_COLUMNS];
  for (int i = 0; i < rows; i++) a_offsets[i] = smaller(row + i, a.rows - 1) * LL_LANES;
  for (int j = 0; j < columns; j++) b_offsets[j] = smaller(column + j, b.rows - 1) * LL_LANES;
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < columns; j++) sums[i][j] = 0;
  for (int64_t block = s.block; block < s.end_block; block++) {
    const float *a_step = lanes_at(a, block, s.step), *b_step = lanes_at(b, block, s.step);
    for (int64_t t = s.step; t < s.end_step; t++, a_step += a.step, b_step += b.step) {
      v16 factors[LL_TILE_ROWS];
      for (int i = 0; i < rows; i++) factors[i] = *(const v16 *)(a_step + a_offsets[i]);
      for (int j = 0; j < columns; j++) {
        v16 other = *(const v16 *)(b_step + b_offsets[j]);
        for (int i = 0; i < rows; i++) sums[i][j] = FMA(factors[i], other, sums[i][j]);
      }
    }
  }
  for (int i = 0; i < rows && row + i < a.rows; i++) {
    float *o = out + (row + i) * out_row + column;
    int j = 0;
    for (; j + 4 <= columns && column + j + 4 <= b.rows; j += 4)
      *(v4 *)(o + j) += fold4(sums[i][j], sums[i][j + 1], sums[i][j + 2], sums[i][j + 3]);
    for (; j < columns && column + j < b.rows; j++) o[j] += fold(sums[i][j]);
  }
}

/// All tiles of a stretch. Where few rows are left, a tile has more columns instead.
static void contract_tiles(lane_matrix a, lane_matrix b, contract_stretch s, float *out, int64_t out_row) {
  const int64_t thin = a.rows % LL_TILE_ROWS, whole = 2 * thin <= LL_TILE_ROWS ? a.rows - thin : a.rows;
  for (int64_t column = 0; column < b.rows; column += LL_TILE_COLUMNS)
    for (int64_t row = 0; row < whole; row += LL_TILE_ROWS)
      contract_tile(LL_TILE_ROWS, LL_TILE_COLUMNS, a, b, s, row, column, out, out_row);
  for (int64_t column = 0; whole < a.rows && column < b.rows; column += 2 * LL_TILE_COLUMNS)
    if (thin == 1)
      contract_tile(1, 2 * LL_TILE_COLUMNS, a, b, s, whole, column, out, out_row);
    else
      contract_tile(2, 2 * LL_TILE_COLUMNS, a, b, s, whole, column, out, out_row);
}

/// out[i][j] += Σ a[i][lane] · b[j][lane] over blocks, steps and lanes. Short sequences are taken several blocks at a
/// time, long ones in stretches that stay in the second-level cache; both are a function of the sizes alone.
static void contract_small(const ll_recurrence *r, lane_matrix a, lane_matrix b, float *out, int64_t out_row) {
  const int64_t steps = 4096 / (r->features + (1 + ll_slots(r->cell)) * r->units) + 1;
  const int64_t together = r->time > 0 && steps > r->time ? steps / r->time : 1;
  for (int64_t block = 0; block < ll_blocks(r); block += together)
    for (int64_t first = 0; first < r->time; first += steps) {
      const contract_stretch s = {block, smaller(block + together, ll_blocks(r)), first,
                                  smaller(first + steps, r->time)};
      contract_tiles(a, b, s, out, out_row);
    }
}

/// The sums of `count` gates from `j` on over blocks, steps and lanes, added to one or two biases.
INLINE void contract_ones_of(int count, const ll_recurrence *r, const contraction *c, int64_t j) {
  v16 totals[8];
  for (int i = 0; i < count; i++) totals[i] = 0;
  for (int64_t block = 0; block < ll_blocks(r); block++) {
    const float *step = lanes_at(c->gates, block, 0) + j * LL_LANES;
    for (int64_t t = 0; t < r->time; t++, step += c->gates.step)
      for (int i = 0; i < count; i++) totals[i] += *(const v16 *)(step + i * LL_LANES);
  }
  for (int i = 0; i < count; i++) {
    const float sum = fold(totals[i]);
    if (c->d_input_bias) c->d_input_bias[j + i] += sum;
    if (c->d_recurrent_bias) c->d_recurrent_bias[j + i] += sum;
  }
}

/// The same for all gates, some at a time, so that memory is read in longer pieces.
static void contract_ones(const ll_recurrence *r, const contraction *c) {
  int64_t j = 0;
  for (; j + 8 <= c->gates.rows; j += 8) contract_ones_of(8, r, c, j);
  for (; j < c->gates.rows; j++) contract_ones_of(1, r, c, j);
}

/// Gates `from ..< from + rows` of the saved ones belong to columns of the weights from `column` on; computes those
/// in `first ..< first + columns`.
static void contract_gates(const ll_recurrence *r, const ll_recurrence_gradients *g, int64_t from, int64_t rows,
                           int64_t column, bool meets_input, bool meets_state, int64_t first, int64_t columns) {
  const int64_t start = from > first ? from : first, end = smaller(from + rows, first + columns);
  if (start >= end) return;
  const ll_layout at = ll_layout_of(r);
  const int64_t units = r->units, row = ll_gates(r->cell) * units;
  float *none = (float *)0, *bias = g->d_bias ? g->d_bias + column + start - from : none;
  const contraction c = {
      {r->blocks + at.gates + start * LL_LANES, at.total, ll_slots(r->cell) * units * LL_LANES, end - start},
      meets_input ? g->d_kernel + column + start - from : none,
      meets_state ? g->d_recurrent + column + start - from : none,
      meets_input ? bias : none,
      r->cell == LL_GRU && meets_state && bias ? bias + row : none};
  if (bias) contract_ones(r, &c);
  if (meets_input) contract_small(r, inputs_of(r), c.gates, c.d_kernel, row);
  if (meets_state) contract_small(r, hiddens_of(r), c.gates, c.d_recurrent, row);
}

static int64_t recurrence_contract_scratch(const ll_recurrence *r, int64_t columns) {
  return ll_contracts_in_panels(r) ? contract_panels_scratch(r, columns) : 0;
}

static void recurrence_contract(const ll_recurrence *r, const ll_recurrence_gradients *g, int64_t first,
                                int64_t columns, float *scratch) {
  const int64_t units = r->units, features = r->features, end = first + columns;
  if (ll_contracts_in_panels(r)) {
    contract_panels(r, g, first, smaller(end, features), false, scratch);
    contract_panels(r, g, first > features ? first : features, end, true, scratch);
  } else if (r->cell != LL_GRU) {
    contract_gates(r, g, 0, ll_gates(r->cell) * units, 0, true, true, first, columns);
  } else {
    contract_gates(r, g, 0, units, 2 * units, true, false, first, columns);
    contract_gates(r, g, units, 2 * units, 0, true, true, first, columns);
    contract_gates(r, g, 3 * units, units, 2 * units, false, true, first, columns);
  }
}
