// The passes of a recurrence over one block of samples: rows of samples into lanes, the steps, and back.

/// How many samples the block has.
INLINE int64_t samples_of(const ll_recurrence *r, int64_t block) {
  return smaller(r->batch - block * LL_LANES, LL_LANES);
}

/// The block's rows of (batch, columns) in lanes, zero beyond the batch and where there are none.
static void rows_to_lanes(const ll_recurrence *r, int64_t block, int64_t columns, const float *rows, float *lanes) {
  if (rows)
    transpose(samples_of(r, block), columns, rows + block * LL_LANES * columns, columns, lanes, LL_LANES, LL_LANES);
  else
    memset(lanes, 0, (size_t)(columns * LL_LANES) * sizeof(float));
}

static void lanes_to_rows(const ll_recurrence *r, int64_t block, int64_t columns, const float *lanes, float *rows) {
  transpose(columns, samples_of(r, block), lanes, LL_LANES, rows + block * LL_LANES * columns, columns, columns);
}

/// Adds lanes to the block's rows by way of `scratch`.
static void add_lanes_to_rows(const ll_recurrence *r, int64_t block, int64_t columns, const float *lanes,
                              float *scratch, float *rows) {
  float *target = rows + block * LL_LANES * columns;
  const int64_t samples = samples_of(r, block);
  transpose(columns, samples, lanes, LL_LANES, scratch, columns, columns);
  add(samples * columns, target, scratch, target);
}

/// Sets to zero what a sample puts out before its first step that counts: as in Keras, there is no output to repeat
/// yet, even when the initial state is not zero. Sample s of step t and unit j is at `values[s·sample + t·step + j·unit]`.
static void clear_unseen(const ll_recurrence *r, int64_t block, float *values, int64_t sample, int64_t step,
                         int64_t unit) {
  if (!r->mask || !r->initial_hidden) return;
  for (int64_t s = 0; s < samples_of(r, block); s++) {
    const float *mask = r->mask + (block * LL_LANES + s) * r->time;
    int64_t unseen = 0;
    while (unseen < r->time && mask[time_of(r, unseen)] == 0.0f) unseen++;
    if (!r->returns_sequences) unseen = unseen == r->time ? 1 : 0;
    for (int64_t t = 0; t < unseen; t++)
      for (int64_t j = 0; j < r->units; j++) values[s * sample + t * step + j * unit] = 0.0f;
  }
}

static void recurrence_pack(const ll_recurrence *r) {
  pack_units(r, ll_gates(r->cell), r->cell == LL_SIMPLE_RNN ? SIMPLE_RNN_UNITS : LL_UNITS);
}

static void load_block(const ll_recurrence *r, const lane_block *b, int64_t block) {
  const int64_t features = r->features, units = r->units;
  rows_to_lanes(r, block, r->time * features, r->input, b->inputs);
  rows_to_lanes(r, block, units, r->initial_hidden, b->hiddens);
  if (r->cell == LL_LSTM) rows_to_lanes(r, block, units, r->initial_cell, b->cells);
  if (b->mask) rows_to_lanes(r, block, r->time, r->mask, b->mask);
  if (b->input_mask) {
    rows_to_lanes(r, block, features, r->input_mask, b->input_mask);
    for (int64_t t = 0; t < r->time; t++) {
      float *step = b->inputs + t * features * LL_LANES;
      multiply(features * LL_LANES, step, b->input_mask, step);
    }
  }
  if (b->recurrent_mask) {
    rows_to_lanes(r, block, units, r->recurrent_mask, b->recurrent_mask);
    multiply(units * LL_LANES, b->hiddens, b->recurrent_mask, b->fed);
  }
}

static void recurrence_forward(const ll_recurrence *r, int64_t block) {
  const lane_block b = block_of(r, block);
  const int64_t units = r->units, step = units * LL_LANES;
  load_block(r, &b, block);
  for (int64_t lane = 0; lane < LL_LANES; lane += LL_REGISTERS * LL_WIDTH) switch (r->cell) {
      case LL_SIMPLE_RNN: simple_rnn_steps(r, &b, lane); break;
      case LL_GRU: gru_steps(r, &b, lane); break;
      case LL_LSTM: lstm_steps(r, &b, lane); break;
    }
  const float *last = b.hiddens + r->time * step;
  const int64_t columns = r->returns_sequences ? r->time * units : units;
  lanes_to_rows(r, block, columns, r->returns_sequences ? b.hiddens + step : last, r->output);
  clear_unseen(r, block, r->output + block * LL_LANES * columns, columns, units, 1);
  lanes_to_rows(r, block, units, last, r->last_hidden);
  if (r->last_cell) lanes_to_rows(r, block, units, b.cells + (r->keeps_history ? r->time : 0) * step, r->last_cell);
}

static void recurrence_pack_backward(const ll_recurrence *r, const ll_recurrence_gradients *g) {
  const int64_t units = r->units, features = r->features, columns = ll_gates(r->cell) * units;
  float *to = pack_rows(units, columns, r->recurrent, g->packed);
  if (!g->d_input) return;
  if (r->cell != LL_GRU) {
    pack_rows(features, columns, r->kernel, to);
    return;
  }
  // The candidate comes first, as in the cell's `gates`.
  for (int64_t i = 0, count; i < features; i += count, to += count * columns) {
    count = next_feed_rows(features - i);
    const float *rows = r->kernel + i * columns;
    transpose(count, units, rows + 2 * units, columns, to, count, count);
    transpose(count, 2 * units, rows, columns, to + units * count, count, count);
  }
}

/// The gradients before activation at one step, for every unit.
static void step_backward(const ll_recurrence *r, const lane_block *b, const lane_gradients *d, int64_t t) {
  const int64_t end = r->units * LL_LANES;
  switch (r->cell) {
#define EACH_UNIT(cell)                                                           \
  for (int64_t at = 0; at < end; at += LL_LANES)                                  \
    for (int64_t lane = 0; lane < LL_LANES; lane += LL_WIDTH)                     \
      cell##_unit_backward(r, b, d, t, at + lane, lane);                          \
  break;
    case LL_SIMPLE_RNN: EACH_UNIT(simple_rnn)
    case LL_GRU: EACH_UNIT(gru)
    case LL_LSTM: EACH_UNIT(lstm)
#undef EACH_UNIT
  }
}

static lane_gradients load_gradients(const ll_recurrence *r, const ll_recurrence_gradients *g, const lane_block *b,
                                     int64_t block) {
  const ll_gradient_layout at = ll_gradient_layout_of(r, g->d_input != 0);
  float *start = g->scratch + block * at.total;
  const bool has_direct = b->mask || r->cell == LL_GRU;
  lane_gradients d = {start + at.d_outputs, start + at.d_hidden, start + at.d_cell,
                      has_direct ? start + at.direct : (float *)0, start + at.d_inputs, start + at.rows};
  rows_to_lanes(r, block, r->units * (r->returns_sequences ? r->time : 1), g->d_output, d.outputs);
  clear_unseen(r, block, d.outputs, 1, r->units * LL_LANES, LL_LANES);
  rows_to_lanes(r, block, r->units, g->d_last_hidden, d.hidden);
  rows_to_lanes(r, block, r->units, g->d_last_cell, d.cell);
  return d;
}

/// What the backward pass reads at a step and what does not lie in the nearer caches if the block is large.
static void plan_step(const ll_recurrence *r, const lane_block *b, int64_t t, fetch_plan plans[3]) {
  const int64_t step = r->units * LL_LANES, slots = ll_slots(r->cell) * step;
  const bool is_wanted = t >= 0 && r->time * slots >= 1 << 16, has_cells = is_wanted && r->cell == LL_LSTM;
  const float *starts[3] = {b->gates + t * slots, b->cells + t * step, b->cell_tanhs + t * step};
  const int64_t lengths[3] = {is_wanted ? slots : 0, has_cells ? step : 0, has_cells ? step : 0};
  for (int i = 0; i < 3; i++) plans[i] = (fetch_plan){starts[i], starts[i] + lengths[i]};
}

static void recurrence_backward(const ll_recurrence *r, const ll_recurrence_gradients *g, int64_t block) {
  const lane_block b = block_of(r, block);
  const lane_gradients d = load_gradients(r, g, &b, block);
  const int64_t units = r->units, features = r->features, columns = ll_gates(r->cell) * units;
  const int64_t slots = ll_slots(r->cell) * units * LL_LANES;
  const float *kernel = g->packed + units * columns;
  for (int64_t t = r->time - 1; t >= 0; t--) {
    step_backward(r, &b, &d, t);
    const float *gates = b.gates + t * slots, *state_gates = gates + (r->cell == LL_GRU ? units * LL_LANES : 0);
    fetch_plan wanted[3];
    plan_step(r, &b, t - 1, wanted);
    if (t > 0 || g->d_initial_hidden)
      feed_backward(units, columns, g->packed, state_gates, d.direct, b.recurrent_mask, d.hidden, &wanted[0]);
    fetch_rows(&wanted[1], units);
    if (g->d_input)
      feed_backward(features, columns, kernel, gates, (float *)0, b.input_mask,
                    d.inputs + time_of(r, t) * features * LL_LANES, &wanted[2]);
  }
  if (g->d_input && g->sets_input)
    lanes_to_rows(r, block, r->time * features, d.inputs, g->d_input);
  else if (g->d_input)
    add_lanes_to_rows(r, block, r->time * features, d.inputs, d.rows, g->d_input);
  if (g->d_initial_hidden) add_lanes_to_rows(r, block, units, d.hidden, d.rows, g->d_initial_hidden);
  if (g->d_initial_cell) add_lanes_to_rows(r, block, units, d.cell, d.rows, g->d_initial_cell);
}
