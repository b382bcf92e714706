// The packed matrix product: both factors lie in memory in the order in which a tile of LL_PANEL_ROWS rows and up to
// LL_PANEL_REGISTERS registers reads them, the first in strips of 16 rows, the second in panels. Each output is one
// chain of multiply-adds in the order of the contraction, which goes on from where the last stretch left it, so that neither the tile nor the stretch changes a bit.

#define LL_PANEL_WIDTH (LL_PANEL_REGISTERS * LL_WIDTH)
#define LL_STRIP 16    // rows, some tiles
#define LL_STRETCH 128  // of the contraction: a panel of it fits in the first-level cache

/// out[i][j] += Σ_k a[k][i] · b[k][j], for some rows of a strip and b of `registers` registers a row.
INLINE void panel_tile_of(int registers, int64_t length, const float *a, const float *b, float *out, int64_t out_row) {
  vec sums[LL_PANEL_ROWS][LL_PANEL_REGISTERS];
  for (int i = 0; i < LL_PANEL_ROWS; i++)
    for (int v = 0; v < registers; v++) sums[i][v] = load(out + i * out_row + v * LL_WIDTH);
  for (int64_t k = 0; k < length; k++, a += LL_STRIP, b += registers * LL_WIDTH) {
    vec columns[LL_PANEL_REGISTERS];
    for (int v = 0; v < registers; v++) columns[v] = load(b + v * LL_WIDTH);
    for (int i = 0; i < LL_PANEL_ROWS; i++)
      for (int v = 0; v < registers; v++) sums[i][v] = FMA((vec)a[i], columns[v], sums[i][v]);
  }
  for (int i = 0; i < LL_PANEL_ROWS; i++)
    for (int v = 0; v < registers; v++) store(out + i * out_row + v * LL_WIDTH, sums[i][v]);
}

static void panel_tile(int64_t registers, int64_t length, const float *a, const float *b, float *out,
                       int64_t out_row) {
  if (registers == 1) return panel_tile_of(1, length, a, b, out, out_row);
  if (registers == 2) return panel_tile_of(2, length, a, b, out, out_row);
#if LL_PANEL_REGISTERS >= 3
  panel_tile_of(3, length, a, b, out, out_row);
#endif
}

/// The same for `rows` × `columns` outputs at the edge, by way of a whole tile.
static void panel_edge(int64_t registers, int64_t length, const float *a, const float *b, float *out, int64_t out_row,
                       int64_t rows, int64_t columns) {
  float tile[LL_PANEL_ROWS * LL_PANEL_WIDTH] = {0};
  for (int64_t i = 0; i < rows; i++)
    memcpy(tile + i * LL_PANEL_WIDTH, out + i * out_row, (size_t)columns * sizeof(float));
  panel_tile(registers, length, a, b, tile, LL_PANEL_WIDTH);
  for (int64_t i = 0; i < rows; i++)
    memcpy(out + i * out_row, tile + i * LL_PANEL_WIDTH, (size_t)columns * sizeof(float));
}

/// The registers that hold `columns` columns, at most a panel's.
INLINE int64_t panel_registers(int64_t columns) {
  return smaller((columns + LL_WIDTH - 1) / LL_WIDTH, LL_PANEL_REGISTERS);
}

/// out[rows][columns] += one stretch, for strips of rows `a` and one panel.
static void panel_product(int64_t rows, int64_t columns, int64_t length, const float *a, const float *b, float *out,
                          int64_t out_row) {
  const int64_t registers = panel_registers(columns);
  for (int64_t i = 0; i < rows; i += LL_PANEL_ROWS) {
    const float *tile = a + i / LL_STRIP * LL_STRIP * LL_STRETCH + i % LL_STRIP;
    if (i + LL_PANEL_ROWS <= rows && registers * LL_WIDTH == columns)
      panel_tile(registers, length, tile, b, out + i * out_row, out_row);
    else
      panel_edge(registers, length, tile, b, out + i * out_row, out_row, smaller(rows - i, LL_PANEL_ROWS), columns);
  }
}

/// One stretch of a strided matrix in strips [length][LL_STRIP], zero beyond `rows`.
static void gather_strips(int64_t rows, int64_t length, const float *a, int64_t a_row, int64_t a_column, float *out) {
  for (int64_t i = 0; i < rows; i += LL_STRIP, out += LL_STRETCH * LL_STRIP, a += LL_STRIP * a_row) {
    const int64_t count = smaller(rows - i, LL_STRIP);
    if (a_column == 1) {
      transpose(count, length, a, a_row, out, LL_STRIP, LL_STRIP);
      continue;
    }
    for (int64_t k = 0; k < length; k++)
      for (int64_t r = 0; r < LL_STRIP; r++) out[k * LL_STRIP + r] = r < count ? a[r * a_row + k * a_column] : 0.0f;
  }
}

/// One stretch of up to a panel's columns, zero beyond `columns`.
static void gather_panel(int64_t columns, int64_t length, const float *b, int64_t b_row, float *out) {
  const int64_t width = panel_registers(columns) * LL_WIDTH;
  for (int64_t k = 0; k < length; k++, b += b_row, out += width) {
    memcpy(out, b, (size_t)columns * sizeof(float));
    memset(out + columns, 0, (size_t)(width - columns) * sizeof(float));
  }
}

/// `gemm` for sizes where packing pays; the same chains, so the same bits.
static void gemm_in_panels(int64_t m, int64_t n, int64_t k, const float *a, int64_t a_row, int64_t a_column,
                           const float *b, int64_t b_row, float *c, int64_t c_row, const float *bias,
                           bool accumulate) {
  enum { rows_together = 6 * LL_STRIP };
  float strips[rows_together * LL_STRETCH], panel[LL_STRETCH * LL_PANEL_WIDTH];
  for (int64_t i = 0; !accumulate && i < m; i++) {
    if (bias)
      memcpy(c + i * c_row, bias, (size_t)n * sizeof(float));
    else
      memset(c + i * c_row, 0, (size_t)n * sizeof(float));
  }
  for (int64_t i = 0; i < m; i += rows_together)
    for (int64_t p = 0; p < k; p += LL_STRETCH) {
      const int64_t rows = smaller(m - i, rows_together), length = smaller(k - p, LL_STRETCH);
      gather_strips(rows, length, a + i * a_row + p * a_column, a_row, a_column, strips);
      for (int64_t j = 0; j < n; j += LL_PANEL_WIDTH) {
        const int64_t columns = smaller(n - j, LL_PANEL_WIDTH);
        gather_panel(columns, length, b + p * b_row + j, b_row, panel);
        panel_product(rows, columns, length, strips, panel, c + i * c_row + j, c_row);
      }
    }
}

static void gemm(int64_t m, int64_t n, int64_t k, const float *a, int64_t a_row, int64_t a_column, const float *b,
                 int64_t b_row, float *c, int64_t c_row, const float *bias, bool accumulate) {
  const bool is_large = m >= 32 && n >= 16 && k * n >= 16384;
  (is_large ? gemm_in_panels : gemm_small)(m, n, k, a, a_row, a_column, b, b_row, c, c_row, bias, accumulate);
}
