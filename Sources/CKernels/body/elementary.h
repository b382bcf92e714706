// Elementary functions. Goals in order: the same bits at every level with a fused multiply-add; at most about
// 2 units in the last place; NaN stays NaN; no branch. The coefficients are weighted minimax fits by
// Tests/TrainTests/Fixtures/fit_elementary.py.

/// x limited to [low, high]; NaN passes, because every comparison with it is false.
INLINE vec clamp(vec x, float low, float high) {
  x = x < low ? (vec)low : x;
  return x > high ? (vec)high : x;
}

/// e^x = 2^n · e^r with n = round(x / ln 2) and |r| <= ln 2 / 2; e^r = 1 + r + r² p(r), relative error of p 3e-9.
/// Adding 1.5 · 2^23 rounds x / ln 2 and leaves n in the low bits, which are then added to the exponent.
INLINE vec exponential(vec x) {
  x = clamp(x, -87.3f, 88.3f);
  vec shifted = FMA(x, (vec)0x1.715476p+0f, (vec)0x1.8p23f);
  vec n = shifted - 0x1.8p23f;
  vec r = FMA(n, (vec)-0x1.62e4p-1f, x);
  r = FMA(n, (vec)-0x1.7f7d1cp-20f, r);
  vec p = FMA(r, (vec)0.0013814540579915047f, (vec)0.00836874544620514f);
  p = FMA(p, r, (vec)0.04166838899254799f);
  p = FMA(p, r, (vec)0.1666652113199234f);
  p = FMA(p, r, (vec)0.4999999403953552f);
  p = FMA(p, r * r, r) + 1.0f;
  return (vec)((veci)p + ((veci)shifted << 23));  // casts between vectors keep the bits
}

/// 1 / (1 + e^-x).
INLINE vec sigmoid(vec x) { return 1.0f / (1.0f + exponential(-x)); }

/// tanh x = x · P(x²) / Q(x²) for |x| <= 9, relative error of the fit 2e-8; beyond, ±1.
INLINE vec hyperbolic_tangent(vec x) {
  x = clamp(x, -9.01f, 9.01f);
  vec s = x * x;
  vec p = FMA(s, (vec)1.3319071040826895e-08f, (vec)2.05834797944389e-05f);
  vec q = FMA(s, (vec)7.76201884862289e-07f, (vec)0.0003283092652838094f);
  p = FMA(p, s, (vec)0.0034940344245730968f);
  q = FMA(q, s, (vec)0.02587107262895822f);
  p = FMA(p, s, (vec)0.13379717807614322f);
  q = FMA(q, s, (vec)0.46713033046561475f);
  p = FMA(p, s, (vec)0.9999999790110274f);
  q = FMA(q, s, (vec)1.0f);
  return clamp(x * p / q, -1.0f, 1.0f);
}
