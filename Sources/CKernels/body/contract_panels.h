// The gradient of large weights: the layer's inputs and states are transposed into panels, and the gates are read where
// the backward pass has left them. Sums are kept with a row for each gate until all blocks and steps are in them.

/// Rows of lanes for every block and step: row i of step t lies at `base + block · block_size + t · step + i · 16`.
typedef struct {
  const float *base;
  int64_t block_size, step, rows;
} lane_matrix;

INLINE const float *lanes_at(lane_matrix m, int64_t block, int64_t t) {
  return m.base + block * m.block_size + t * m.step;
}

INLINE lane_matrix inputs_of(const ll_recurrence *r) {
  const ll_layout at = ll_layout_of(r);
  const int64_t size = r->features * LL_LANES;
  return (lane_matrix){r->blocks + at.inputs + time_of(r, 0) * size, at.total, r->goes_backwards ? -size : size,
                       r->features};
}

INLINE lane_matrix hiddens_of(const ll_recurrence *r) {
  const ll_layout at = ll_layout_of(r);
  return (lane_matrix){r->blocks + at.fed, at.total, r->units * LL_LANES, r->units};
}

/// A share of the weights' gradients: what gates are multiplied with, columns of it, and the gates that it meets.
typedef struct {
  lane_matrix factors, gates;
  int64_t first, columns;      // of the factors
  int64_t ones, ones_end;      // gates whose own sums belong to the share
  float *sums, *gate_sums;     // [gates.rows, rounded up][sums_row], [gates.rows] lanes
  int64_t sums_row;
} contract_share;

INLINE int64_t rounded_up(int64_t n, int64_t whole) { return (n + whole - 1) / whole * whole; }

/// out[i][j] += Σ over steps and lanes of gates[i] · panel[j], for LL_PANEL_ROWS gates; those after `last` repeat it.
INLINE void gates_tile(int registers, int64_t last, int64_t steps, const float *gates, int64_t gates_step,
                       const float *panel, float *out, int64_t out_row) {
  vec sums[LL_PANEL_ROWS][LL_PANEL_REGISTERS];
  for (int i = 0; i < LL_PANEL_ROWS; i++)
    for (int v = 0; v < registers; v++) sums[i][v] = load(out + i * out_row + v * LL_WIDTH);
  for (int64_t t = 0; t < steps; t++, gates += gates_step)
    for (int64_t lane = 0; lane < LL_LANES; lane++, panel += registers * LL_WIDTH) {
      vec columns[LL_PANEL_REGISTERS];
      for (int v = 0; v < registers; v++) columns[v] = load(panel + v * LL_WIDTH);
      for (int i = 0; i < LL_PANEL_ROWS; i++)
        for (int v = 0; v < registers; v++)
          sums[i][v] = FMA((vec)gates[smaller(i, last) * LL_LANES + lane], columns[v], sums[i][v]);
    }
  for (int i = 0; i < LL_PANEL_ROWS; i++)
    for (int v = 0; v < registers; v++) store(out + i * out_row + v * LL_WIDTH, sums[i][v]);
}

/// Up to a panel's columns of lanes → [length][registers].
static void pack_panel(lane_matrix m, int64_t block, int64_t first, int64_t steps, int64_t column, int64_t columns,
                       float *out) {
  const int64_t width = panel_registers(columns) * LL_WIDTH;
  for (int64_t t = 0; t < steps; t++)
    transpose(columns, LL_LANES, lanes_at(m, block, first + t) + column * LL_LANES, LL_LANES,
              out + t * LL_LANES * width, width, width);
}

/// All gates of a stretch with one panel of `registers` registers, which is a constant where this is inlined.
INLINE void contract_panel_of(int registers, const contract_share *c, int64_t steps, const float *gates,
                              const float *panel, float *out) {
  int64_t i = 0;
  for (; i + LL_PANEL_ROWS <= c->gates.rows; i += LL_PANEL_ROWS)
    gates_tile(registers, LL_PANEL_ROWS - 1, steps, gates + i * LL_LANES, c->gates.step, panel, out + i * c->sums_row,
               c->sums_row);
  if (i < c->gates.rows)
    gates_tile(registers, c->gates.rows - 1 - i, steps, gates + i * LL_LANES, c->gates.step, panel,
               out + i * c->sums_row, c->sums_row);
}

static void contract_panel(int64_t registers, const contract_share *c, int64_t steps, const float *gates,
                           const float *panel, float *out) {
  if (registers == 1) return contract_panel_of(1, c, steps, gates, panel, out);
  if (registers == 2) return contract_panel_of(2, c, steps, gates, panel, out);
#if LL_PANEL_REGISTERS >= 3
  contract_panel_of(3, c, steps, gates, panel, out);
#endif
}

/// Adds the share's gates over a stretch to their sums.
static void add_gates(const contract_share *c, int64_t steps, const float *gates) {
  for (int64_t t = 0; t < steps; t++, gates += c->gates.step) {
    const int64_t first = c->ones * LL_LANES;
    add((c->ones_end - c->ones) * LL_LANES, c->gate_sums + first, gates + first, c->gate_sums + first);
  }
}

static void contract_stretches(const ll_recurrence *r, const contract_share *c, float *panel) {
  const int64_t together = LL_STRETCH / LL_LANES;
  for (int64_t block = 0; block < ll_blocks(r); block++)
    for (int64_t first = 0; first < r->time; first += together) {
      const int64_t steps = smaller(r->time - first, together);
      const float *gates = lanes_at(c->gates, block, first);
      for (int64_t j = 0; j < c->columns; j += LL_PANEL_WIDTH) {
        const int64_t columns = smaller(c->columns - j, LL_PANEL_WIDTH);
        pack_panel(c->factors, block, first, steps, c->first + j, columns, panel);
        contract_panel(panel_registers(columns), c, steps, gates, panel, c->sums + j);
      }
      add_gates(c, steps, gates);
    }
}

/// Adds `count` sums from gate `gate` on to the columns of a weight from `column` on.
static void add_sums(const contract_share *c, int64_t gate, int64_t count, int64_t column, float *weight, int64_t row) {
  enum { gates_together = 128 };
  float transposed[16 * gates_together];
  for (int64_t i = 0; i < count; i += gates_together)
    for (int64_t j = 0; j < c->columns; j += 16) {
      const int64_t gates = smaller(count - i, gates_together), columns = smaller(c->columns - j, 16);
      transpose(gates, columns, c->sums + (gate + i) * c->sums_row + j, c->sums_row, transposed, gates_together, gates);
      for (int64_t k = 0; k < columns; k++) {
        float *to = weight + (c->first + j + k) * row + column + i;
        add(gates, to, transposed + k * gates_together, to);
      }
    }
}

/// The floats of scratch for some columns: a panel, the sums of gates, and those of products.
static int64_t contract_panels_scratch(const ll_recurrence *r, int64_t columns) {
  const int64_t gates = ll_gates(r->cell) * r->units;
  return LL_STRETCH * LL_PANEL_WIDTH + gates * LL_LANES +
         rounded_up(gates, LL_PANEL_ROWS) * rounded_up(columns, LL_WIDTH);
}

/// The share of columns `first ..< end` of the inputs and states side by side, of which these are all one or the other.
INLINE contract_share share_of(const ll_recurrence *r, int64_t first, int64_t end, bool is_state, float *scratch) {
  const int64_t units = r->units, slots = ll_slots(r->cell) * units, row = ll_gates(r->cell) * units;
  const bool is_gru = r->cell == LL_GRU;
  const ll_layout at = ll_layout_of(r);
  // Of a GRU's g, z, r and n the input meets the first three and the state the last three.
  const float *gates = r->blocks + at.gates + (is_gru && is_state ? units * LL_LANES : 0);
  contract_share c = {is_state ? hiddens_of(r) : inputs_of(r), {gates, at.total, slots * LL_LANES, row}};
  c.first = is_state ? first - r->features : first;
  c.columns = end - first;
  // A GRU has a bias for each of the two, the others have one for both.
  const int64_t all = is_gru ? c.factors.rows : r->features + units, start = is_gru ? c.first : first;
  c.ones = row * start / all;
  c.ones_end = row * (start + c.columns) / all;
  c.gate_sums = scratch;
  c.sums = c.gate_sums + row * LL_LANES;
  c.sums_row = rounded_up(c.columns, LL_WIDTH);
  return c;
}

static void contract_panels(const ll_recurrence *r, const ll_recurrence_gradients *g, int64_t first, int64_t end,
                            bool is_state, float *scratch) {
  if (first >= end) return;
  const contract_share c = share_of(r, first, end, is_state, scratch + LL_STRETCH * LL_PANEL_WIDTH);
  const int64_t row = c.gates.rows;
  memset(c.gate_sums, 0, (size_t)(row * LL_LANES) * sizeof(float));
  memset(c.sums, 0, (size_t)(rounded_up(row, LL_PANEL_ROWS) * c.sums_row) * sizeof(float));
  contract_stretches(r, &c, scratch);
  // The candidate's gate comes first where a GRU meets its input, and its columns come last.
  const int64_t rotated = r->cell == LL_GRU && !is_state ? r->units : 0;
  float *weight = is_state ? g->d_recurrent : g->d_kernel;
  add_sums(&c, 0, rotated, row - rotated, weight, row);
  add_sums(&c, rotated, row - rotated, 0, weight, row);
  float *bias = g->d_bias && r->cell == LL_GRU && is_state ? g->d_bias + row : g->d_bias;
  for (int64_t i = c.ones; bias && i < c.ones_end; i++)
    bias[(i + row - rotated) % row] += fold(*(const v16 *)(c.gate_sums + i * LL_LANES));
}
