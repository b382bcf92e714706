// Elementary functions. Goals in order: the same bits at every level with a fused multiply-add; at most about
// 2 units in the last place; NaN stays NaN; no branch. The coefficients are weighted minimax fits by
// Tests/TrainTests/Fixtures/fit_elementary.py.

/// x limited to [low, high]; NaN passes, because every comparison with it is false.
INLINE OVERLOADED vec clamp(vec x, float low, float high) {
  x = x < low ? (vec)low : x;
  return x > high ? (vec)high : x;
}

/// x = n ln 2 + r with n = round(x / ln 2), so |r| <= ln 2 / 2. Adding 1.5 · 2^23 rounds x / ln 2; n then also stands
/// in the low bits of `shifted`. The caller limits x.
typedef struct {
  vec shifted, r;
} reduced;

INLINE OVERLOADED reduced reduce(vec x) {
  vec shifted = FMA(x, (vec)0x1.715476p+0f, (vec)0x1.8p23f);
  vec n = shifted - 0x1.8p23f;
  vec r = FMA(n, (vec)-0x1.62e4p-1f, x);
  return (reduced){shifted, FMA(n, (vec)-0x1.7f7d1cp-20f, r)};
}

/// p · 2^n, by adding n to the exponent of p. Casts between vectors keep the bits.
INLINE OVERLOADED vec scale_by_power(vec p, vec shifted) { return (vec)((veci)p + ((veci)shifted << 23)); }

/// e^r - 1 = r + r² p(r) for |r| <= ln 2 / 2; the fit's relative error of e^r is 3e-9.
INLINE OVERLOADED vec small_exponential_less_1(vec r) {
  vec p = FMA(r, (vec)0.0013814540579915047f, (vec)0.00836874544620514f);
  p = FMA(p, r, (vec)0.04166838899254799f);
  p = FMA(p, r, (vec)0.1666652113199234f);
  p = FMA(p, r, (vec)0.4999999403953552f);
  return FMA(p, r * r, r);
}

/// e^x = 2^n · e^r.
INLINE OVERLOADED vec exponential(vec x) {
  reduced a = reduce(clamp(x, -87.3f, 88.3f));
  return scale_by_power(small_exponential_less_1(a.r) + 1.0f, a.shifted);
}

/// 1 / (1 + e^-x).
INLINE OVERLOADED vec sigmoid(vec x) { return 1.0f / (1.0f + exponential(-x)); }

/// (e^2x - 1) / (e^2x + 1), from e^2x - 1 = 2^n (e^r - 1) + (2^n - 1), which keeps small results exact. Beyond ±9.02
/// the result is ±1.
INLINE OVERLOADED vec hyperbolic_tangent(vec x) {
  reduced a = reduce(2.0f * clamp(x, -9.02f, 9.02f));
  vec power = scale_by_power((vec)1.0f, a.shifted);
  vec less_1 = FMA(power, small_exponential_less_1(a.r), power - 1.0f);
  return less_1 / (less_1 + 2.0f);
}
