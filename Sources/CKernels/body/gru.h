// The gated recurrent unit of Cho et al. (2014), with the reset gate after the product as Keras computes it:
//   z = σ(x_t K_z + h_{t-1} R_z + b_z)   r = σ(x_t K_r + h_{t-1} R_r + b_r)     b = input's + state's bias
//   n = h_{t-1} R_h + b_h'               g = tanh(x_t K_h + b_h + r n)
//   h_t = z h_{t-1} + (1 - z) g
// `gates` holds g, z, r, n, so that the input's three gates and the state's three gates lie side by side.

/// One step of `units` units for the lanes from `lane` on.
INLINE void gru_units(const ll_recurrence *r, const lane_block *b, int units, int64_t t, int64_t j, int64_t lane) {
  const int64_t all = r->units, step = all * LL_LANES;
  vec z[4 * LL_UNITS][LL_REGISTERS];
  for (int u = 0; u < units; u++)
    for (int v = 0; v < LL_REGISTERS; v++) {
      z[u][v] = bias_of(r, j + u) + bias_of(r, 3 * all + j + u);
      z[units + u][v] = bias_of(r, all + j + u) + bias_of(r, 4 * all + j + u);
      z[2 * units + u][v] = bias_of(r, 2 * all + j + u);
      z[3 * units + u][v] = bias_of(r, 5 * all + j + u);
    }
  accumulate_all(r, b, 3, 3, units, t, j, lane, z);
  for (int u = 0; u < units; u++)
    for (int v = 0; v < LL_REGISTERS; v++) {
      const int64_t first = lane + v * LL_WIDTH, at = (j + u) * LL_LANES + first;
      vec update = sigmoid(z[u][v]), reset = sigmoid(z[units + u][v]), state = z[3 * units + u][v];
      vec candidate = hyperbolic_tangent(FMA(reset, state, z[2 * units + u][v]));
      float *gates = b->gates + (r->keeps_history ? t : 0) * 4 * step + at;
      store(gates, candidate);
      store(gates + step, update);
      store(gates + 2 * step, reset);
      store(gates + 3 * step, state);
      vec h = FMA(update, load(b->hiddens + t * step + at), (1.0f - update) * candidate);
      store_hidden(r, b, t, at, first, h);
    }
}

DEFINE_STEPS(gru, LL_UNITS)

/// The gradients before activation of one unit at one step, written over what `gates` held.
INLINE void gru_unit_backward(const ll_recurrence *r, const lane_block *b, const lane_gradients *d, int64_t t,
                              int64_t at, int64_t lane) {
  const int64_t step = r->units * LL_LANES;
  const vec zero = 0;
  float *gates = b->gates + t * 4 * step + at;
  vec candidate = load(gates), update = load(gates + step), reset = load(gates + 2 * step);
  vec state = load(gates + 3 * step), dh = hidden_gradient(r, d, t, at);
  vec d_candidate = dh * (1.0f - update) * FMA(-candidate, candidate, (vec)1.0f);
  vec d_update = dh * (load(b->hiddens + t * step + at) - candidate) * (update * (1.0f - update));
  vec d_reset = d_candidate * state * (reset * (1.0f - reset));
  store(gates, unless_masked(r, b, t, lane, d_candidate, zero));
  store(gates + step, unless_masked(r, b, t, lane, d_update, zero));
  store(gates + 2 * step, unless_masked(r, b, t, lane, d_reset, zero));
  store(gates + 3 * step, unless_masked(r, b, t, lane, d_candidate * reset, zero));
  store(d->direct + at, unless_masked(r, b, t, lane, dh * update, dh));
}
