// What the recurrent cells share. The batch lies in the lanes: a block of LL_LANES samples runs through all steps on its
// own. Several units are summed together, then activated and combined without leaving the registers.

/// The memory of one block; see ll_layout. Masks are null where there is none.
typedef struct {
  float *inputs, *hiddens, *fed, *cells, *cell_tanhs, *gates, *mask, *input_mask, *recurrent_mask;
} lane_block;

INLINE lane_block block_of(const ll_recurrence *r, int64_t index) {
  ll_layout at = ll_layout_of(r);
  float *start = r->blocks + index * at.total;
  float *none = (float *)0;
  return (lane_block){start + at.inputs,
                      start + at.hiddens,
                      start + at.fed,
                      start + at.cells,
                      start + at.cell_tanhs,
                      start + at.gates,
                      r->mask ? start + at.mask : none,
                      r->input_mask ? start + at.input_mask : none,
                      r->recurrent_mask ? start + at.recurrent_mask : none};
}

/// The place in time that is processed as the given step.
INLINE int64_t time_of(const ll_recurrence *r, int64_t step) { return r->goes_backwards ? r->time - 1 - step : step; }

/// How many rows are computed together when `remaining` are left: `most`, or the largest power of two that fits.
INLINE int64_t next_count(int64_t remaining, int64_t most) {
  while (most > remaining) most /= 2;
  return most;
}

/// [rows][gates · units] → blocks of units [rows][gates][units of the block], which are read from first to last.
static void pack_units(const ll_recurrence *r, int64_t gates, int64_t most) {
  const int64_t units = r->units, features = r->features, columns = gates * units;
  float *to = r->packed;
  for (int64_t j = 0, count; j < units; j += count) {
    count = next_count(units - j, most);
    for (int64_t k = 0; k < features + units; k++) {
      const float *from = (k < features ? r->kernel + k * columns : r->recurrent + (k - features) * columns) + j;
      for (int64_t gate = 0; gate < gates; gate++, from += units, to += count) {
        if (count == 4)
          *(v4 *)to = *(const v4 *)from;
        else
          for (int64_t u = 0; u < count; u++) to[u] = from[u];
      }
    }
  }
}

INLINE vec bias_of(const ll_recurrence *r, int64_t index) { return (vec)(r->bias ? r->bias[index] : 0.0f); }

/// sums[gate][unit] += weights[gate][unit] · row, for `rows` rows of lanes. `last` is the place of the last gate.
INLINE const float *accumulate(int gates, int last, int units, int64_t rows, const float *weights, const float *lanes,
                               vec sums[][LL_REGISTERS]) {
  for (int64_t k = 0; k < rows; k++, weights += gates * units, lanes += LL_LANES)
    for (int gate = 0; gate < gates; gate++)
      for (int u = 0; u < units; u++)
        for (int v = 0; v < LL_REGISTERS; v++) {
          const int at = (gate == gates - 1 ? last : gate) * units + u;
          sums[at][v] = FMA((vec)weights[gate * units + u], load(lanes + v * LL_WIDTH), sums[at][v]);
        }
  return weights;
}

/// Adds the input's and the state's products of the units from `j` on to sums.
INLINE void accumulate_all(const ll_recurrence *r, const lane_block *b, int gates, int last, int units, int64_t t,
                           int64_t j, int64_t lane, vec sums[][LL_REGISTERS]) {
  const float *weights = r->packed + j * (r->features + r->units) * gates;
  const float *inputs = b->inputs + time_of(r, t) * r->features * LL_LANES + lane;
  weights = accumulate(gates, gates - 1, units, r->features, weights, inputs, sums);
  accumulate(gates, last, units, r->units, weights, b->fed + t * r->units * LL_LANES + lane, sums);
}

/// `new` where the step counts, `old` where it is masked.
INLINE vec unless_masked(const ll_recurrence *r, const lane_block *b, int64_t t, int64_t lane, vec new, vec old) {
  return b->mask ? (load(b->mask + time_of(r, t) * LL_LANES + lane) != 0.0f ? new : old) : new;
}

/// Keeps the hidden state after step t; `at` is the unit's place, `lane` the first of its lanes.
INLINE void store_hidden(const ll_recurrence *r, const lane_block *b, int64_t t, int64_t at, int64_t lane, vec h) {
  const int64_t step = r->units * LL_LANES;
  h = unless_masked(r, b, t, lane, h, load(b->hiddens + t * step + at));
  store(b->hiddens + (t + 1) * step + at, h);
  if (b->recurrent_mask) store(b->fed + (t + 1) * step + at, h * load(b->recurrent_mask + at));
}

/// All steps of a cell for some lanes, with the units in groups of MOST and then of smaller powers of two.
#define DEFINE_STEPS(cell, MOST)                                                                     \
  static void cell##_steps(const ll_recurrence *r, const lane_block *b, int64_t lane) {              \
    for (int64_t t = 0; t < r->time; t++) {                                                          \
      int64_t j = 0;                                                                                 \
      for (; j + MOST <= r->units; j += MOST) cell##_units(r, b, MOST, t, j, lane);                  \
      if (MOST > 8 && r->units - j >= 8) cell##_units(r, b, MOST > 8 ? 8 : 1, t, j, lane), j += 8;   \
      if (MOST > 4 && r->units - j >= 4) cell##_units(r, b, MOST > 4 ? 4 : 1, t, j, lane), j += 4;   \
      if (MOST > 2 && r->units - j >= 2) cell##_units(r, b, MOST > 2 ? 2 : 1, t, j, lane), j += 2;   \
      if (MOST > 1 && r->units - j >= 1) cell##_units(r, b, 1, t, j, lane), j += 1;                  \
    }                                                                                                \
  }

/// The scratch of one block's backward pass; see ll_gradient_layout. `direct` is null where nothing goes past the
/// weights: it is what masks and the update gate of a GRU carry on.
typedef struct {
  float *outputs, *hidden, *cell, *direct, *inputs, *rows;
} lane_gradients;

/// The gradient of the hidden state after step t.
INLINE vec hidden_gradient(const ll_recurrence *r, const lane_gradients *d, int64_t t, int64_t at) {
  vec dh = load(d->hidden + at);
  if (r->returns_sequences) return dh + load(d->outputs + t * r->units * LL_LANES + at);
  return t == r->time - 1 ? dh + load(d->outputs + at) : dh;
}

/// How many rows of weights gradients are multiplied with together when `remaining` are left: any even number up to the
/// largest tile where the level has such tiles. Tiles that few rows make small wait for their own sums.
INLINE int64_t next_feed_rows(int64_t remaining) {
#if LL_FEED_ROWS >= 16
  if (remaining >= 32) return 16;
  return remaining > 16 ? (remaining + 3) / 4 * 2 : remaining > 1 ? remaining / 2 * 2 : 1;
#endif
  return next_count(remaining, LL_FEED_ROWS);
}

/// [rows][columns] → blocks of rows [columns][rows of the block].
static float *pack_rows(int64_t rows, int64_t columns, const float *weights, float *to) {
  for (int64_t i = 0, count; i < rows; i += count, to += count * columns) {
    count = next_feed_rows(rows - i);
    transpose(count, columns, weights + i * columns, columns, to, count, count);
  }
  return to;
}

/// Rows of lanes that are wanted soon, fetched little by little while a product keeps the processor busy.
typedef struct {
  const float *next, *end;
} fetch_plan;

static void fetch_rows(fetch_plan *plan, int64_t count) {
  for (; count > 0 && plan->next < plan->end; count--, plan->next += LL_LANES) __builtin_prefetch(plan->next, 1, 2);
}

#define LL_FEED_STRETCH 256  // gates that stay in the first-level cache while all rows of weights pass by

/// One stretch of gates on its way into `rows` rows of `out`. Between the stretches `out` holds the sums.
typedef struct {
  bool is_first, is_last;
  int64_t length;
  const float *gates, *extra, *scale;
  float *out;
} feed_plan;

INLINE void feed_tile(int rows, const feed_plan *plan, int64_t row, const float *weights) {
  vec sums[LL_FEED_ROWS][LL_REGISTERS];
  float *out = plan->out + row * LL_LANES;
  const float *gates = plan->gates;
  for (int i = 0; i < rows; i++)
    for (int v = 0; v < LL_REGISTERS; v++)
      sums[i][v] = plan->is_first ? (vec)0.0f : load(out + i * LL_LANES + v * LL_WIDTH);
  for (int64_t n = 0; n < plan->length; n++, weights += rows, gates += LL_LANES)
    for (int i = 0; i < rows; i++)
      for (int v = 0; v < LL_REGISTERS; v++)
        sums[i][v] = FMA((vec)weights[i], load(gates + v * LL_WIDTH), sums[i][v]);
  for (int i = 0; i < rows; i++)
    for (int v = 0; v < LL_REGISTERS; v++) {
      const int64_t at = i * LL_LANES + v * LL_WIDTH;
      vec sum = sums[i][v];
      if (plan->is_last && plan->scale) sum *= load(plan->scale + row * LL_LANES + at);
      if (plan->is_last && plan->extra) sum += load(plan->extra + row * LL_LANES + at);
      store(out + at, sum);
    }
}

/// Weights of `pack_rows` from gate `first` of `count` on.
static void feed_stretch(int64_t rows, int64_t count, int64_t first, const float *weights, const feed_plan *plan,
                         fetch_plan *wanted) {
  for (int64_t i = 0, n; i < rows; i += n, weights += n * count) {
    n = next_feed_rows(rows - i);
    switch (n) {
#define LL_FEED(ROWS) \
  case ROWS: feed_tile(ROWS, plan, i, weights + first * n); break;
#if LL_FEED_ROWS >= 16
      LL_FEED(16) LL_FEED(14) LL_FEED(12) LL_FEED(10) LL_FEED(8) LL_FEED(6)
#endif
      LL_FEED(4) LL_FEED(2)
      default: feed_tile(1, plan, i, weights + first * n);
#undef LL_FEED
    }
    fetch_rows(wanted, 2 * n);
  }
}

/// The gradient of what `count` gates were fed with: out[i] = extra[i] + scale[i] · Σ_n weights[n][i] · gates[n], for
/// weights of `pack_rows`; `extra` and `scale` may be null. Fetches some of what is wanted next.
static void feed_backward(int64_t rows, int64_t count, const float *weights, const float *gates, const float *extra,
                          const float *scale, float *out, fetch_plan *wanted) {
  for (int64_t lane = 0; lane < LL_LANES; lane += LL_REGISTERS * LL_WIDTH)
    for (int64_t first = 0; first < count; first += LL_FEED_STRETCH) {
      const feed_plan plan = {first == 0,
                              first + LL_FEED_STRETCH >= count,
                              smaller(count - first, LL_FEED_STRETCH),
                              gates + first * LL_LANES + lane,
                              extra ? extra + lane : extra,
                              scale ? scale + lane : scale,
                              out + lane};
      feed_stretch(rows, count, first, weights, &plan, wanted);
    }
}
