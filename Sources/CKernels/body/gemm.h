// Matrix product for small sizes, with the columns of b and c in registers. Each element of c is one chain of
// multiply-adds over p = 0, 1, …, whatever tile it falls in, here and in panels.h.

typedef struct {
  int64_t k, a_row, a_column, b_row, c_row;
  const float *bias;
  bool accumulate;
} gemm_plan;

/// One tile of `rows` × (`registers` vectors of TYPE). `rows` and `registers` are constants where it is inlined.
#define DEFINE_GEMM_TILE(TYPE, LENGTH)                                                                             \
  INLINE void gemm_tile_##TYPE(const gemm_plan *g, int rows, int registers, const float *a, const float *b,        \
                               float *c, const float *bias) {                                                      \
    TYPE sums[4][2];                                                                                               \
    for (int r = 0; r < rows; r++)                                                                                 \
      for (int v = 0; v < registers; v++) {                                                                        \
        const float *start = g->accumulate ? c + r * g->c_row : bias;                                              \
        sums[r][v] = start ? *(const TYPE *)(start + v * LENGTH) : (TYPE)0.0f;                                     \
      }                                                                                                            \
    for (int64_t p = 0; p < g->k; p++, a += g->a_column, b += g->b_row) {                                          \
      TYPE columns[2];                                                                                             \
      for (int v = 0; v < registers; v++) columns[v] = *(const TYPE *)(b + v * LENGTH);                            \
      for (int r = 0; r < rows; r++) {                                                                             \
        TYPE factor = (TYPE)a[r * g->a_row];                                                                       \
        for (int v = 0; v < registers; v++) sums[r][v] = FMA(factor, columns[v], sums[r][v]);                      \
      }                                                                                                            \
    }                                                                                                              \
    for (int r = 0; r < rows; r++)                                                                                 \
      for (int v = 0; v < registers; v++) *(TYPE *)(c + r * g->c_row + v * LENGTH) = sums[r][v];                   \
  }                                                                                                                \
  static __attribute__((noinline)) void gemm_columns_##TYPE(const gemm_plan *g, int registers, int64_t m,          \
                                                            const float *a, const float *b, float *c,              \
                                                            const float *bias) {                                   \
    int64_t i = 0;                                                                                                 \
    for (; i + 4 <= m; i += 4)                                                                                     \
      registers == 2 ? gemm_tile_##TYPE(g, 4, 2, a + i * g->a_row, b, c + i * g->c_row, bias)                      \
                     : gemm_tile_##TYPE(g, 4, 1, a + i * g->a_row, b, c + i * g->c_row, bias);                     \
    for (; i + 2 <= m; i += 2)                                                                                     \
      registers == 2 ? gemm_tile_##TYPE(g, 2, 2, a + i * g->a_row, b, c + i * g->c_row, bias)                      \
                     : gemm_tile_##TYPE(g, 2, 1, a + i * g->a_row, b, c + i * g->c_row, bias);                     \
    for (; i < m; i++)                                                                                             \
      registers == 2 ? gemm_tile_##TYPE(g, 1, 2, a + i * g->a_row, b, c + i * g->c_row, bias)                      \
                     : gemm_tile_##TYPE(g, 1, 1, a + i * g->a_row, b, c + i * g->c_row, bias);                     \
  }

DEFINE_GEMM_TILE(v4, 4)
#if LL_WIDTH >= 8
DEFINE_GEMM_TILE(v8, 8)
#endif
#if LL_WIDTH >= 16
DEFINE_GEMM_TILE(v16, 16)
#endif

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
  gemm_plan g = {k, a_row, a_column, b_row, c_row, bias, accumulate};
  int64_t j = 0;
#define COLUMNS(TYPE, LENGTH, REGISTERS)                                                        \
  for (; j + LENGTH * REGISTERS <= n; j += LENGTH * REGISTERS)                                  \
    gemm_columns_##TYPE(&g, REGISTERS, m, a, b + j, c + j, bias ? bias + j : (const float *)0);
#if LL_WIDTH >= 16
  COLUMNS(v16, 16, 2)
  COLUMNS(v16, 16, 1)
#endif
#if LL_WIDTH >= 8
  COLUMNS(v8, 8, 2)
  COLUMNS(v8, 8, 1)
#endif
  COLUMNS(v4, 4, 2)
  COLUMNS(v4, 4, 1)
#undef COLUMNS
  for (; j < n; j++) gemm_column(&g, m, a, b + j, c + j, bias ? bias[j] : 0.0f);
}
