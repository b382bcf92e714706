// Vectors that every level can compile: a register of the level, and 16 virtual lanes in which reductions run.
// The bodies are included by one level_*.c file each, inside that level's target attribute.

#pragma STDC FP_CONTRACT OFF
// Vectors wider than a register are passed between functions of this file that are always inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
#define OVERLOADED __attribute__((overloadable))

typedef float v4 __attribute__((ext_vector_type(4), aligned(4)));
typedef float v8 __attribute__((ext_vector_type(8), aligned(4)));
typedef float v16 __attribute__((ext_vector_type(16), aligned(4)));
typedef int32_t v4i __attribute__((ext_vector_type(4), aligned(4)));
typedef int32_t v8i __attribute__((ext_vector_type(8), aligned(4)));
typedef int32_t v16i __attribute__((ext_vector_type(16), aligned(4)));

#if LL_WIDTH == 16
typedef v16 vec;
typedef v16i veci;
#elif LL_WIDTH == 8
typedef v8 vec;
typedef v8i veci;
#else
typedef v4 vec;
typedef v4i veci;
#endif

#if LL_HAS_FMA
#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define FMA1(a, b, c) __builtin_fmaf((a), (b), (c))
#else
#define FMA(a, b, c) ((a) * (b) + (c))
#define FMA1(a, b, c) ((a) * (b) + (c))
#endif

INLINE int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }

INLINE vec load(const float *p) { return *(const vec *)p; }
INLINE void store(float *p, vec x) { *(vec *)p = x; }
INLINE vec broadcast(float x) { return (vec)x; }

/// Up to a register's worth of floats, zero beyond `count`; nothing beyond is read or written.
#if LL_WIDTH == 16
INLINE vec load_part(const float *p, int64_t count) {
  return (vec)_mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), p);
}
INLINE void store_part(float *p, vec x, int64_t count) {
  _mm512_mask_storeu_ps(p, (__mmask16)((1u << count) - 1), (__m512)x);
}
#elif LL_WIDTH == 8
static const int32_t part_masks[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
INLINE __m256i part_mask(int64_t count) { return _mm256_loadu_si256((const __m256i *)(part_masks + 8 - count)); }
INLINE vec load_part(const float *p, int64_t count) { return (vec)_mm256_maskload_ps(p, part_mask(count)); }
INLINE void store_part(float *p, vec x, int64_t count) { _mm256_maskstore_ps(p, part_mask(count), (__m256)x); }
#else
INLINE vec load_part(const float *p, int64_t count) {
  vec x = 0;
  memcpy(&x, p, (size_t)count * sizeof(float));
  return x;
}
INLINE void store_part(float *p, vec x, int64_t count) { memcpy(p, &x, (size_t)count * sizeof(float)); }
#endif

/// The sum of 16 lanes, folded in halves: the one order of every reduction.
INLINE v4 fold_to_4(v16 x) {
  v8 halves = x.lo + x.hi;
  return halves.lo + halves.hi;
}
INLINE float fold(v16 x) {
  v4 q = fold_to_4(x);
  return (q.x + q.z) + (q.y + q.w);
}
/// The sums of four vectors of 16 lanes, each folded as `fold` does.
INLINE v4 fold4(v16 a, v16 b, v16 c, v16 d) {
  v4 p = fold_to_4(a), q = fold_to_4(b), r = fold_to_4(c), s = fold_to_4(d);
  v4 pq = __builtin_shufflevector(p, q, 0, 1, 4, 5) + __builtin_shufflevector(p, q, 2, 3, 6, 7);
  v4 rs = __builtin_shufflevector(r, s, 0, 1, 4, 5) + __builtin_shufflevector(r, s, 2, 3, 6, 7);
  return __builtin_shufflevector(pq, rs, 0, 2, 4, 6) + __builtin_shufflevector(pq, rs, 1, 3, 5, 7);
}
