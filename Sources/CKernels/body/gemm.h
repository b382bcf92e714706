// Matrix product for small sizes, with the columns of b and c in registers. Each element of c is one chain of
// multiply-adds over p = 0, 1, …, whatever tile it falls in, here and in panels.h.

typedef struct {
  int64_t k, a_row, a_column, b_row, c_row;
  int64_t part;  // columns in the last register, where that is not whole
  const float *bias;
  bool accumulate;
} gemm_plan;

#define GEMM_LOAD(p) (v == registers - 1 && is_partial ? load_part((p) + v * LL_WIDTH, g->part) : load((p) + v * LL_WIDTH))

/// One tile of `rows` × `registers`; both, and whether the last register is partial, are constants where it is inlined.
INLINE void gemm_tile(const gemm_plan *g, int rows, int registers, bool is_partial, const float *a, const float *b,
                      float *c, const float *bias) {
  vec sums[LL_GEMM_ROWS][2];
  for (int r = 0; r < rows; r++)
    for (int v = 0; v < registers; v++) {
      const float *start = g->accumulate ? c + r * g->c_row : bias;
      sums[r][v] = start ? GEMM_LOAD(start) : (vec)0.0f;
    }
  for (int64_t p = 0; p < g->k; p++, a += g->a_column, b += g->b_row) {
    vec columns[2];
    for (int v = 0; v < registers; v++) columns[v] = GEMM_LOAD(b);
    for (int r = 0; r < rows; r++)
      for (int v = 0; v < registers; v++) sums[r][v] = FMA((vec)a[r * g->a_row], columns[v], sums[r][v]);
  }
  for (int r = 0; r < rows; r++)
    for (int v = 0; v < registers; v++) {
      float *to = c + r * g->c_row + v * LL_WIDTH;
      if (v == registers - 1 && is_partial)
        store_part(to, sums[r][v], g->part);
      else
        store(to, sums[r][v]);
    }
}

#define DEFINE_GEMM_COLUMNS(NAME, REGISTERS, IS_PARTIAL)                                                          \
  static __attribute__((noinline)) void NAME(const gemm_plan *g, int64_t m, const float *a, const float *b, float *c, \
                                             const float *bias) {                                                 \
    int64_t i = 0;                                                                                                \
    for (; i + LL_GEMM_ROWS <= m; i += LL_GEMM_ROWS)                                                              \
      gemm_tile(g, LL_GEMM_ROWS, REGISTERS, IS_PARTIAL, a + i * g->a_row, b, c + i * g->c_row, bias);             \
    for (; i + 4 <= m; i += 4) gemm_tile(g, 4, REGISTERS, IS_PARTIAL, a + i * g->a_row, b, c + i * g->c_row, bias); \
    for (; i < m; i++) gemm_tile(g, 1, REGISTERS, IS_PARTIAL, a + i * g->a_row, b, c + i * g->c_row, bias);       \
  }

DEFINE_GEMM_COLUMNS(gemm_two, 2, false)
DEFINE_GEMM_COLUMNS(gemm_one, 1, false)
DEFINE_GEMM_COLUMNS(gemm_two_partial, 2, true)
DEFINE_GEMM_COLUMNS(gemm_one_partial, 1, true)

/// A single column: rows are independent, so eight of them fill the pipeline.
static void gemm_column(const gemm_plan *g, int64_t m, const float *a, const float *b, float *c, float bias) {
  for (int64_t i = 0; i < m; i += 8) {
    int64_t rows = m - i < 8 ? m - i : 8;
    float sums[8];
    for (int64_t r = 0; r < rows; r++) sums[r] = g->accumulate ? c[(i + r) * g->c_row] : bias;
    const float *block = a + i * g->a_row;
    if (rows == 8) {
      for (int64_t p = 0; p < g->k; p++)
        for (int r = 0; r < 8; r++) sums[r] = FMA1(block[r * g->a_row + p * g->a_column], b[p * g->b_row], sums[r]);
    } else {
      for (int64_t r = 0; r < rows; r++)
        for (int64_t p = 0; p < g->k; p++)
          sums[r] = FMA1(block[r * g->a_row + p * g->a_column], b[p * g->b_row], sums[r]);
    }
    for (int64_t r = 0; r < rows; r++) c[(i + r) * g->c_row] = sums[r];
  }
}

static void gemm_small(int64_t m, int64_t n, int64_t k, const float *a, int64_t a_row, int64_t a_column,
                       const float *b, int64_t b_row, float *c, int64_t c_row, const float *bias, bool accumulate) {
  gemm_plan g = {k, a_row, a_column, b_row, c_row, n % LL_WIDTH, bias, accumulate};
  for (int64_t j = 0, count; j < n; j += count) {
    const float *start = bias ? bias + j : (const float *)0;
    count = smaller(n - j, 2 * LL_WIDTH);
    if (count == 2 * LL_WIDTH)
      gemm_two(&g, m, a, b + j, c + j, start);
    else if (count > LL_WIDTH)
      gemm_two_partial(&g, m, a, b + j, c + j, start);
    else if (count == LL_WIDTH)
      gemm_one(&g, m, a, b + j, c + j, start);
    else if (count > 1)
      gemm_one_partial(&g, m, a, b + j, c + j, start);
    else
      gemm_column(&g, m, a, b + j, c + j, bias ? bias[j] : 0.0f);
  }
}
