// Adam of Kingma & Ba (2015), in Keras 3's order of operations:
//   m += (g - m)(1 - β1)    v += (g² - v)(1 - β2)    w -= step_size · m / (√v + ε)

static void adam(const ll_adam *a, int64_t n, float *values, const float *gradients, float *means,
                 float *variances) {
  const vec one_less_beta1 = (vec)a->one_less_beta1, one_less_beta2 = (vec)a->one_less_beta2;
  FOR_EACH_REGISTER(n, {
    vec g = GET(gradients);
    vec m = GET(means);
    vec v = GET(variances);
    m = FMA(g - m, one_less_beta1, m);
    v = FMA(FMA(g, g, -v), one_less_beta2, v);
    PUT(means, m);
    PUT(variances, v);
    PUT(values, GET(values) - a->step_size * m / (__builtin_elementwise_sqrt(v) + a->epsilon));
  })
}
