// The simple recurrent layer: h_t = f(x_t K + h_{t-1} R + b). `gates` holds f's value, from which its slope follows.

/// One step of `units` units for the lanes from `lane` on.
INLINE void simple_rnn_units_of(ll_activation kind, const ll_recurrence *r, const lane_block *b, int units, int64_t t,
                                int64_t j, int64_t lane) {
  vec z[4 * LL_UNITS][LL_REGISTERS];
  for (int u = 0; u < units; u++)
    for (int v = 0; v < LL_REGISTERS; v++) z[u][v] = bias_of(r, j + u);
  accumulate_all(r, b, 1, 0, units, t, j, lane, z);
  float *gates = b->gates + (r->keeps_history ? t : 0) * r->units * LL_LANES;
  for (int u = 0; u < units; u++)
    for (int v = 0; v < LL_REGISTERS; v++) {
      const int64_t first = lane + v * LL_WIDTH, at = (j + u) * LL_LANES + first;
      vec h = activation_value(kind, z[u][v]);
      store(gates + at, h);
      store_hidden(r, b, t, at, first, h);
    }
}

#define simple_rnn_linear_units(...) simple_rnn_units_of(LL_LINEAR, __VA_ARGS__)
#define simple_rnn_relu_units(...) simple_rnn_units_of(LL_RELU, __VA_ARGS__)
#define simple_rnn_tanh_units(...) simple_rnn_units_of(LL_TANH, __VA_ARGS__)
#define simple_rnn_sigmoid_units(...) simple_rnn_units_of(LL_SIGMOID, __VA_ARGS__)
#define SIMPLE_RNN_UNITS (4 * LL_UNITS)
DEFINE_STEPS(simple_rnn_linear, SIMPLE_RNN_UNITS)
DEFINE_STEPS(simple_rnn_relu, SIMPLE_RNN_UNITS)
DEFINE_STEPS(simple_rnn_tanh, SIMPLE_RNN_UNITS)
DEFINE_STEPS(simple_rnn_sigmoid, SIMPLE_RNN_UNITS)

static void simple_rnn_steps(const ll_recurrence *r, const lane_block *b, int64_t lane) {
  switch (r->activation) {
    case LL_LINEAR: return simple_rnn_linear_steps(r, b, lane);
    case LL_RELU: return simple_rnn_relu_steps(r, b, lane);
    case LL_TANH: return simple_rnn_tanh_steps(r, b, lane);
    case LL_SIGMOID: return simple_rnn_sigmoid_steps(r, b, lane);
  }
}

/// The gradient before activation of one unit at one step, written over its value.
INLINE void simple_rnn_unit_backward(const ll_recurrence *r, const lane_block *b, const lane_gradients *d, int64_t t,
                                     int64_t at, int64_t lane) {
  const vec zero = 0;
  float *gates = b->gates + t * r->units * LL_LANES + at;
  vec dh = hidden_gradient(r, d, t, at);
  store(gates, unless_masked(r, b, t, lane, dh * activation_slope(r->activation, load(gates)), zero));
  if (d->direct) store(d->direct + at, unless_masked(r, b, t, lane, zero, dh));
}
