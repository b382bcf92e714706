// Operations on flat buffers. The last, partial register goes through a zeroed copy, so that each element sees the
// same instructions wherever it lies.

#define FOR_EACH_REGISTER(n, body)                   \
  int64_t i = 0;                                     \
  for (; i + LL_WIDTH <= (n); i += LL_WIDTH) {       \
    enum { whole = 1 };                              \
    const int64_t count = LL_WIDTH;                  \
    body                                             \
  }                                                  \
  if (i < (n)) {                                     \
    enum { whole = 0 };                              \
    const int64_t count = (n) - i;                   \
    body                                             \
  }
#define GET(p) (whole ? load((p) + i) : load_part((p) + i, count))
#define PUT(p, x)                          \
  do {                                     \
    if (whole)                             \
      store((p) + i, (x));                 \
    else                                   \
      store_part((p) + i, (x), count);     \
  } while (0)

INLINE vec activation_value(ll_activation kind, vec x) {
  switch (kind) {
    case LL_RELU: return x < 0.0f ? (vec)0.0f : x;
    case LL_TANH: return hyperbolic_tangent(x);
    case LL_SIGMOID: return sigmoid(x);
    case LL_LINEAR: return x;
  }
  return x;
}

INLINE vec activation_slope(ll_activation kind, vec y) {
  switch (kind) {
    case LL_RELU: return y > 0.0f ? (vec)1.0f : (vec)0.0f;
    case LL_TANH: return FMA(-y, y, (vec)1.0f);
    case LL_SIGMOID: return y * (1.0f - y);
    case LL_LINEAR: return (vec)1.0f;
  }
  return y;
}

INLINE void activate_kind(ll_activation kind, int64_t n, const float *x, float *y) {
  FOR_EACH_REGISTER(n, { PUT(y, activation_value(kind, GET(x))); })
}

static void activate(ll_activation kind, int64_t n, const float *x, float *y) {
  switch (kind) {
    case LL_RELU: return activate_kind(LL_RELU, n, x, y);
    case LL_TANH: return activate_kind(LL_TANH, n, x, y);
    case LL_SIGMOID: return activate_kind(LL_SIGMOID, n, x, y);
    case LL_LINEAR: return activate_kind(LL_LINEAR, n, x, y);
  }
}

INLINE void activate_backward_kind(ll_activation kind, int64_t n, const float *y, const float *dy, float *dx) {
  FOR_EACH_REGISTER(n, { PUT(dx, FMA(GET(dy), activation_slope(kind, GET(y)), GET(dx))); })
}

static void activate_backward(ll_activation kind, int64_t n, const float *y, const float *dy, float *dx) {
  switch (kind) {
    case LL_RELU: return activate_backward_kind(LL_RELU, n, y, dy, dx);
    case LL_TANH: return activate_backward_kind(LL_TANH, n, y, dy, dx);
    case LL_SIGMOID: return activate_backward_kind(LL_SIGMOID, n, y, dy, dx);
    case LL_LINEAR: return activate_backward_kind(LL_LINEAR, n, y, dy, dx);
  }
}

static void add(int64_t n, const float *a, const float *b, float *out) {
  FOR_EACH_REGISTER(n, { PUT(out, GET(a) + GET(b)); })
}

static void multiply(int64_t n, const float *a, const float *b, float *out) {
  FOR_EACH_REGISTER(n, { PUT(out, GET(a) * GET(b)); })
}

static void multiply_add(int64_t n, const float *a, const float *b, float *out) {
  FOR_EACH_REGISTER(n, { PUT(out, FMA(GET(a), GET(b), GET(out))); })
}

static void scale_add(int64_t n, float scale, const float *a, float *out) {
  FOR_EACH_REGISTER(n, { PUT(out, FMA((vec)scale, GET(a), GET(out))); })
}

static void add_constant(int64_t n, float constant, float *out) {
  FOR_EACH_REGISTER(n, { PUT(out, GET(out) + constant); })
}

/// 16 floats, zero beyond `count`.
INLINE v16 load_lanes(const float *p, int64_t count) {
  v16 x = 0;
  if (count >= 16) return *(const v16 *)p;
#if LL_WIDTH == 16
  return load_part(p, count);
#endif
  memcpy(&x, p, (size_t)count * sizeof(float));
  return x;
}

static float sum(int64_t n, const float *x) {
  v16 total = 0;
  for (int64_t i = 0; i < n; i += 16) total += load_lanes(x + i, n - i);
  return fold(total);
}

/// The sums of some registers of columns; the last one has `part` columns if that is not 0.
INLINE void sum_registers(int registers, int64_t part, int64_t rows, int64_t row_length, const float *x, float *out) {
  vec totals[3];
  for (int v = 0; v < registers; v++) totals[v] = part ? load_part(out, part) : load(out + v * LL_WIDTH);
  for (int64_t r = 0; r < rows; r++, x += row_length)
    for (int v = 0; v < registers; v++) totals[v] += part ? load_part(x, part) : load(x + v * LL_WIDTH);
  for (int v = 0; v < registers; v++) part ? store_part(out, totals[v], part) : store(out + v * LL_WIDTH, totals[v]);
}

/// out[j] += Σ_i x[i][j] for rows of which only the first columns are wanted.
static void sum_columns(int64_t rows, int64_t columns, int64_t row_length, const float *x, float *out) {
  int64_t j = 0;
  for (; j + 3 * LL_WIDTH <= columns; j += 3 * LL_WIDTH) sum_registers(3, 0, rows, row_length, x + j, out + j);
  for (; j + LL_WIDTH <= columns; j += LL_WIDTH) sum_registers(1, 0, rows, row_length, x + j, out + j);
  if (j < columns) sum_registers(1, columns - j, rows, row_length, x + j, out + j);
}

static void sum_rows(int64_t rows, int64_t columns, const float *x, float *out) {
  if (columns > 1) return sum_columns(rows, columns, columns, x, out);
  float total = out[0];
  for (int64_t r = 0; r < rows; r++) total += x[r];
  out[0] = total;
}

static float squared_error(int64_t n, const float *prediction, const float *target) {
  v16 total = 0;
  for (int64_t i = 0; i < n; i += 16) {
    v16 error = load_lanes(prediction + i, n - i) - load_lanes(target + i, n - i);
    total = FMA(error, error, total);
  }
  return fold(total);
}

static void squared_error_backward(int64_t n, float scale, const float *prediction, const float *target,
                                   float *d_prediction) {
  FOR_EACH_REGISTER(n, { PUT(d_prediction, FMA((vec)scale, GET(prediction) - GET(target), GET(d_prediction))); })
}
