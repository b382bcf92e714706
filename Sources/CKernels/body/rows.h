// Operations on some rows of a matrix, such as the vectors of an embedding: rows are named by their index and lie
// anywhere, so the ones that follow are fetched while one is computed.

#define LL_ROWS_AHEAD 4  // how many rows before its turn a row is fetched

INLINE void fetch_row(const float *row, int64_t length) {
  for (int64_t at = 0; at < length; at += 16) __builtin_prefetch(row + at);
}

/// Columns `first ..< first + columns` of the rows at `indices`, one after another.
static void copy_rows(ll_row_set s, int64_t first, int64_t columns, const float *from, float *to) {
  for (int64_t n = 0; n < s.count; n++) {
    if (n + LL_ROWS_AHEAD < s.count) fetch_row(from + s.indices[n + LL_ROWS_AHEAD] * s.length + first, columns);
    memcpy(to + n * s.length + first, from + s.indices[n] * s.length + first, (size_t)columns * sizeof(float));
  }
}

/// Adds rows to the rows at `indices`, in their order.
static void add_rows(ll_row_set s, int64_t first, int64_t columns, const float *from, float *to) {
  for (int64_t n = 0; n < s.count; n++) {
    if (n + LL_ROWS_AHEAD < s.count) fetch_row(to + s.indices[n + LL_ROWS_AHEAD] * s.length + first, columns);
    float *row = to + s.indices[n] * s.length + first;
    add(columns, row, from + n * s.length + first, row);
  }
}

/// One Adam step of the rows at `indices`.
static void adam_rows(const ll_adam *a, ll_row_set s, float *values, const float *gradients, float *means,
                      float *variances) {
  for (int64_t n = 0; n < s.count; n++) {
    if (n + LL_ROWS_AHEAD < s.count) {
      const int64_t next = s.indices[n + LL_ROWS_AHEAD] * s.length;
      fetch_row(values + next, s.length);
      fetch_row(gradients + next, s.length);
      fetch_row(means + next, s.length);
      fetch_row(variances + next, s.length);
    }
    const int64_t at = s.indices[n] * s.length;
    adam(a, s.length, values + at, gradients + at, means + at, variances + at);
  }
}

#define LL_IDLE_REGISTERS 4  // computed together, so that none waits for its own root and quotient
#define LL_IDLE_LOOK 16      // steps between two looks whether weights still change

/// Whether no weight of a register changes in this step or in any later one; see `adam_idle`.
INLINE bool is_settled(vec value, vec update, vec mean) {
  const veci still = ((value - update == value) & (__builtin_elementwise_abs(value) >= 1e-15f)) | (mean == 0.0f);
  return __builtin_reduce_and(still) != 0;
}

/// Steps `first ..< count` without a gradient for up to LL_IDLE_REGISTERS registers: `adam` with g = 0, so
///   m += (0 - m)(1 - β1)    v += (0 - v)(1 - β2)    w -= step_size · m / (√v + ε)
///
/// From step `calm` on step sizes are at most 1e3 and grow from one step to the next by less than the rest of an update
/// shrinks, β1 / √β2, so an update that is lost in rounding stays lost: then only m and v are brought up to date. Where m
/// has fallen below 2^-126 and is no longer exact, an update is below 1e3 · 2^-126 / 1e-12, which no weight of 1e-15 or
/// more notices; weights closer to zero, and an ε below 1e-12, take every step.
INLINE void adam_idle(int registers, const ll_adam *a, const ll_idle_steps *steps, int64_t first, float *values,
                      float *means, float *variances) {
  const vec one_less_beta1 = (vec)a->one_less_beta1, one_less_beta2 = (vec)a->one_less_beta2;
  vec w[LL_IDLE_REGISTERS], m[LL_IDLE_REGISTERS], v[LL_IDLE_REGISTERS], update[LL_IDLE_REGISTERS];
  for (int i = 0; i < registers; i++) {
    w[i] = load(values + i * LL_WIDTH);
    m[i] = load(means + i * LL_WIDTH);
    v[i] = load(variances + i * LL_WIDTH);
  }
  int64_t step = first;
  for (int64_t look = first + LL_IDLE_LOOK; step < steps->count; step++) {
    for (int i = 0; i < registers; i++) {
      m[i] = FMA(0.0f - m[i], one_less_beta1, m[i]);
      v[i] = FMA(-v[i], one_less_beta2, v[i]);
      update[i] = steps->sizes[step] * m[i] / (__builtin_elementwise_sqrt(v[i]) + a->epsilon);
      w[i] = w[i] - update[i];
    }
    if (step < look) continue;
    look = step + LL_IDLE_LOOK;
    bool settled = step >= steps->calm && a->epsilon >= 1e-12f;
    for (int i = 0; i < registers && settled; i++) settled = is_settled(w[i], update[i], m[i]);
    if (settled) {
      step++;
      break;
    }
  }
  for (; step < steps->count; step++)
    for (int i = 0; i < registers; i++) {
      m[i] = FMA(0.0f - m[i], one_less_beta1, m[i]);
      v[i] = FMA(-v[i], one_less_beta2, v[i]);
    }
  for (int i = 0; i < registers; i++) {
    store(values + i * LL_WIDTH, w[i]);
    store(means + i * LL_WIDTH, m[i]);
    store(variances + i * LL_WIDTH, v[i]);
  }
}

/// The registers and parts of registers from `at` on that are fewer than LL_IDLE_REGISTERS.
static void adam_idle_rest(const ll_adam *a, const ll_idle_steps *steps, int64_t first, int64_t count, float *values,
                           float *means, float *variances) {
  for (int64_t at = 0; at < count; at += LL_WIDTH) {
    const int64_t part = smaller(count - at, LL_WIDTH);
    float w[LL_WIDTH], m[LL_WIDTH], v[LL_WIDTH];
    store(w, load_part(values + at, part));
    store(m, load_part(means + at, part));
    store(v, load_part(variances + at, part));
    adam_idle(1, a, steps, first, w, m, v);
    store_part(values + at, load(w), part);
    store_part(means + at, load(m), part);
    store_part(variances + at, load(v), part);
  }
}

/// The steps without a gradient that the rows at `indices` have missed, from `taken[n]` on.
static void adam_idle_rows(const ll_adam *a, ll_row_set s, const int32_t *taken, const ll_idle_steps *steps,
                           float *values, float *means, float *variances) {
  enum { together = LL_IDLE_REGISTERS * LL_WIDTH };
  for (int64_t n = 0; n < s.count; n++) {
    if (n + LL_ROWS_AHEAD < s.count) {
      const int64_t next = s.indices[n + LL_ROWS_AHEAD] * s.length;
      fetch_row(values + next, s.length);
      fetch_row(means + next, s.length);
      fetch_row(variances + next, s.length);
    }
    float *w = values + s.indices[n] * s.length, *m = means + s.indices[n] * s.length;
    float *v = variances + s.indices[n] * s.length;
    int64_t at = 0;
    for (; at + together <= s.length; at += together)
      adam_idle(LL_IDLE_REGISTERS, a, steps, taken[n], w + at, m + at, v + at);
    adam_idle_rest(a, steps, taken[n], s.length - at, w + at, m + at, v + at);
  }
}

typedef uint64_t numbers __attribute__((ext_vector_type(8), aligned(4)));
typedef uint32_t halves __attribute__((ext_vector_type(16), aligned(4)));

/// The factors of elements `first ..< first + n`, for a `first` that is a multiple of 16: 0 where a number of 32 bits is
/// below `threshold`, else `kept`. The bits are those of the numbers that SplitMix64 (Steele et al. 2014) draws after
/// `seed`, the lower half of each before the upper one.
static void dropout_factors(uint64_t seed, int64_t first, int64_t n, uint32_t threshold, float kept, float *out) {
  const numbers counts = {1, 2, 3, 4, 5, 6, 7, 8};
  for (int64_t i = 0; i < n; i += 16) {
    numbers z = seed + (counts + (uint64_t)(first + i) / 2) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    const v16 factors = (halves)z < threshold ? (v16)0.0f : (v16)kept;
    memcpy(out + i, &factors, (size_t)smaller(n - i, 16) * sizeof(float));
  }
}
