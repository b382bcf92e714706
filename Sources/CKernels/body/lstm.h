// The LSTM of Hochreiter & Schmidhuber (1997) with a forget gate, as Keras computes it:
//   z = x_t K + h_{t-1} R + b, split into z_i, z_f, z_g, z_o
//   i = σ(z_i)  f = σ(z_f)  g = tanh(z_g)  o = σ(z_o)
//   c_t = f c_{t-1} + i g      h_t = o tanh(c_t)
// The batch lies in the lanes: a block of at most two registers of samples runs through all steps on its own, and the
// four gates of one unit are summed, activated and combined without leaving the registers.

/// [F + U][4U] → [U][F + U][4]: the four weights that one unit multiplies with one input lie side by side.
static void lstm_pack(const ll_lstm *l) {
  int64_t rows = l->features + l->units, units = l->units;
  for (int64_t k = 0; k < rows; k++) {
    const float *from = k < l->features ? l->kernel + k * 4 * units : l->recurrent + (k - l->features) * 4 * units;
    float *to = l->packed + k * 4;
    for (int64_t j = 0; j < units; j++, to += rows * 4)
      for (int gate = 0; gate < 4; gate++) to[gate] = from[gate * units + j];
  }
}

/// z[gate] += weights[gate] · row, for `rows` rows of lanes.
INLINE const float *lstm_accumulate(int registers, int64_t rows, int64_t padded, const float *weights,
                                    const float *lanes, vec z[4][2]) {
  for (int64_t k = 0; k < rows; k++, weights += 4, lanes += padded)
    for (int gate = 0; gate < 4; gate++)
      for (int v = 0; v < registers; v++)
        z[gate][v] = FMA((vec)weights[gate], load(lanes + v * LL_WIDTH), z[gate][v]);
  return weights;
}

/// One step of one unit for `registers` registers of samples that start at `lane`.
INLINE void lstm_unit(const ll_lstm *l, int registers, int64_t t, int64_t j, int64_t lane) {
  const int64_t padded = l->padded, units = l->units, step = units * padded, here = j * padded + lane;
  const int64_t kept = l->keeps_history ? t : 0, next = l->keeps_history ? t + 1 : 0;
  vec z[4][2];
  for (int gate = 0; gate < 4; gate++)
    for (int v = 0; v < registers; v++) z[gate][v] = (vec)l->bias[gate * units + j];
  const float *weights = l->packed + j * (l->features + units) * 4;
  weights = lstm_accumulate(registers, l->features, padded, weights, l->inputs + t * l->features * padded + lane, z);
  lstm_accumulate(registers, units, padded, weights, l->hiddens + t * step + lane, z);
  for (int v = 0; v < registers; v++) {
    const int64_t at = here + v * LL_WIDTH;
    vec i = sigmoid(z[0][v]), f = sigmoid(z[1][v]), g = hyperbolic_tangent(z[2][v]), o = sigmoid(z[3][v]);
    vec c = FMA(f, load(l->cells + kept * step + at), i * g);
    vec c_tanh = hyperbolic_tangent(c);
    float *gates = l->gates + kept * 4 * step + at;
    store(gates, i);
    store(gates + step, f);
    store(gates + 2 * step, g);
    store(gates + 3 * step, o);
    store(l->cells + next * step + at, c);
    store(l->cell_tanhs + kept * step + at, c_tanh);
    store(l->hiddens + (t + 1) * step + at, o * c_tanh);
  }
}

static void lstm_forward(const ll_lstm *l) {
  lstm_pack(l);
  int64_t lane = 0;
  for (; lane + 2 * LL_WIDTH <= l->padded; lane += 2 * LL_WIDTH)
    for (int64_t t = 0; t < l->time; t++)
      for (int64_t j = 0; j < l->units; j++) lstm_unit(l, 2, t, j, lane);
  for (; lane < l->padded; lane += LL_WIDTH)
    for (int64_t t = 0; t < l->time; t++)
      for (int64_t j = 0; j < l->units; j++) lstm_unit(l, 1, t, j, lane);
}

/// The gradients before activation of one unit at one step, written over its gates; updates d_cell.
INLINE void lstm_unit_backward(const ll_lstm *l, const ll_lstm_gradients *d, int64_t t, int64_t at) {
  const int64_t step = l->units * l->padded;
  float *gates = l->gates + t * 4 * step + at;
  vec i = load(gates), f = load(gates + step), g = load(gates + 2 * step), o = load(gates + 3 * step);
  vec c_tanh = load(l->cell_tanhs + t * step + at);
  vec dh = load(d->d_hidden + at);
  if (d->every_step)
    dh += load(d->d_outputs + t * step + at);
  else if (t == l->time - 1)
    dh += load(d->d_outputs + at);
  vec dc = FMA(dh * o, FMA(-c_tanh, c_tanh, (vec)1.0f), load(d->d_cell + at));
  store(gates, dc * g * (i * (1.0f - i)));
  store(gates + step, dc * load(l->cells + t * step + at) * (f * (1.0f - f)));
  store(gates + 2 * step, dc * i * FMA(-g, g, (vec)1.0f));
  store(gates + 3 * step, dh * c_tanh * (o * (1.0f - o)));
  store(d->d_cell + at, dc * f);
}

/// out[r] = Σ_n weights[r][n] · gates[n], for the lanes of one block: the gradient of what the gates were fed with.
INLINE void lstm_feed_backward(const ll_lstm *l, int64_t lane, int64_t width, int64_t rows, const float *weights,
                               const float *gates, float *out) {
  gemm(rows, width, 4 * l->units, weights, 4 * l->units, 1, gates + lane, l->padded, out + lane, l->padded,
       (const float *)0, false);
}

static void lstm_block_backward(const ll_lstm *l, const ll_lstm_gradients *d, int64_t lane, int64_t width) {
  const int64_t padded = l->padded, units = l->units;
  for (int64_t t = l->time - 1; t >= 0; t--) {
    for (int64_t j = 0; j < units; j++)
      for (int64_t v = 0; v < width; v += LL_WIDTH) lstm_unit_backward(l, d, t, j * padded + lane + v);
    const float *gates = l->gates + t * 4 * units * padded;
    if (t > 0) lstm_feed_backward(l, lane, width, units, l->recurrent, gates, d->d_hidden);
    if (d->d_inputs)
      lstm_feed_backward(l, lane, width, l->features, l->kernel, gates, d->d_inputs + t * l->features * padded);
  }
}

static void lstm_backward(const ll_lstm *l, const ll_lstm_gradients *d) {
  const int64_t padded = l->padded, units = l->units;
  memset(d->d_hidden, 0, (size_t)(units * padded) * sizeof(float));
  memset(d->d_cell, 0, (size_t)(units * padded) * sizeof(float));
  for (int64_t lane = 0; lane < padded;) {
    int64_t width = lane + 2 * LL_WIDTH <= padded ? 2 * LL_WIDTH : LL_WIDTH;
    lstm_block_backward(l, d, lane, width);
    lane += width;
  }
  lane_matrix inputs = {l->inputs, l->features * padded, l->features};
  lane_matrix hiddens = {l->hiddens, units * padded, units};
  lane_matrix gates = {l->gates, 4 * units * padded, 4 * units};
  contract(inputs, gates, l->time, padded, d->d_kernel, 4 * units);
  contract(hiddens, gates, l->time, padded, d->d_recurrent, 4 * units);
  contract_ones(gates, l->time, padded, d->d_bias);
}
