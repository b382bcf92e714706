// The LSTM of Hochreiter & Schmidhuber (1997) with a forget gate, as Keras computes it:
//   z = x_t K + h_{t-1} R + b, split into z_i, z_f, z_g, z_o
//   i = σ(z_i)  f = σ(z_f)  g = tanh(z_g)  o = σ(z_o)
//   c_t = f c_{t-1} + i g      h_t = o tanh(c_t)

/// One step of `units` units for the lanes from `lane` on.
INLINE void lstm_units(const ll_recurrence *r, const lane_block *b, int units, int64_t t, int64_t j, int64_t lane) {
  const int64_t all = r->units, step = all * LL_LANES;
  const int64_t kept = r->keeps_history ? t : 0, next = r->keeps_history ? t + 1 : 0;
  vec z[4 * LL_UNITS][LL_REGISTERS];
  for (int gate = 0; gate < 4; gate++)
    for (int u = 0; u < units; u++)
      for (int v = 0; v < LL_REGISTERS; v++) z[gate * units + u][v] = bias_of(r, gate * all + j + u);
  accumulate_all(r, b, 4, 3, units, t, j, lane, z);
  sigmoid_each(units, z);
  sigmoid_each(units, z + units);
  hyperbolic_tangent_each(units, z + 2 * units);
  sigmoid_each(units, z + 3 * units);
  vec c_tanhs[LL_UNITS][LL_REGISTERS];
  for (int u = 0; u < units; u++)
    for (int v = 0; v < LL_REGISTERS; v++) {
      const int64_t first = lane + v * LL_WIDTH, at = (j + u) * LL_LANES + first;
      vec i = z[u][v], f = z[units + u][v], g = z[2 * units + u][v];
      vec before = load(b->cells + kept * step + at), c = FMA(f, before, i * g);
      float *gates = b->gates + kept * 4 * step + at;
      store(gates, i);
      store(gates + step, f);
      store(gates + 2 * step, g);
      store(gates + 3 * step, z[3 * units + u][v]);
      store(b->cells + next * step + at, unless_masked(r, b, t, first, c, before));
      c_tanhs[u][v] = c;
    }
  hyperbolic_tangent_each(units, c_tanhs);
  for (int u = 0; u < units; u++)
    for (int v = 0; v < LL_REGISTERS; v++) {
      const int64_t first = lane + v * LL_WIDTH, at = (j + u) * LL_LANES + first;
      store(b->cell_tanhs + kept * step + at, c_tanhs[u][v]);
      store_hidden(r, b, t, at, first, z[3 * units + u][v] * c_tanhs[u][v]);
    }
}

DEFINE_STEPS(lstm, LL_UNITS)

/// The gradients before activation of one unit at one step, written over its gates; brings that of the cell state one
/// step back.
INLINE void lstm_unit_backward(const ll_recurrence *r, const lane_block *b, const lane_gradients *d, int64_t t,
                               int64_t at, int64_t lane) {
  const int64_t step = r->units * LL_LANES;
  const vec zero = 0;
  float *gates = b->gates + t * 4 * step + at;
  vec i = load(gates), f = load(gates + step), g = load(gates + 2 * step), o = load(gates + 3 * step);
  vec c_tanh = load(b->cell_tanhs + t * step + at), dh = hidden_gradient(r, d, t, at), after = load(d->cell + at);
  vec dc = FMA(dh * o, FMA(-c_tanh, c_tanh, (vec)1.0f), after);
  vec d_forget = dc * load(b->cells + t * step + at) * (f * (1.0f - f));
  store(gates, unless_masked(r, b, t, lane, dc * g * (i * (1.0f - i)), zero));
  store(gates + step, unless_masked(r, b, t, lane, d_forget, zero));
  store(gates + 2 * step, unless_masked(r, b, t, lane, dc * i * FMA(-g, g, (vec)1.0f), zero));
  store(gates + 3 * step, unless_masked(r, b, t, lane, dh * c_tanh * (o * (1.0f - o)), zero));
  store(d->cell + at, unless_masked(r, b, t, lane, dc * f, after));
  if (d->direct) store(d->direct + at, unless_masked(r, b, t, lane, zero, dh));
}
