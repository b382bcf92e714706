#pragma once

// The arithmetic of Train. Goals, in this order:
//  1. Results do not depend on the machine's vector width: each output is one fixed chain of operations, and every
//     reduction runs over 16 lanes that are folded in one fixed order. Levels that have a fused multiply-add
//     (AVX2, AVX-512, arm64) give equal bits; the level without one rounds differently in the last place.
//  2. Elementary functions are right to about 2 units in the last place of Float32.
//  3. Speed on small recurrent networks, where PyTorch and Keras spend their time between operations.
//
// Matrices are row-major. "Lanes" means the batch is the last, contiguous axis, padded with zeros to a multiple of
// `LL_LANES`; buffers in lanes are aligned to 64 bytes.

#include <stdbool.h>
#include <stdint.h>

#define LL_LANES 16

typedef enum { LL_LINEAR = 0, LL_RELU = 1, LL_TANH = 2, LL_SIGMOID = 3 } ll_activation;

/// A fused LSTM over whole sequences; gate order i, f, g, o as in Keras. Buffers marked "lanes" hold the batch last.
typedef struct {
  int64_t padded;    ///< batch size rounded up to a multiple of LL_LANES
  int64_t time;      ///< steps, T
  int64_t features;  ///< F
  int64_t units;     ///< U
  bool keeps_history;  ///< false: `cells`, `cell_tanhs` and `gates` hold one step only (prediction)
  const float *_Nonnull kernel;     ///< [F][4U]
  const float *_Nonnull recurrent;  ///< [U][4U]
  const float *_Nonnull bias;       ///< [4U]
  float *_Nonnull packed;      ///< scratch, (F + U) · 4U
  float *_Nonnull inputs;      ///< [T][F] lanes
  float *_Nonnull hiddens;     ///< [T + 1][U] lanes; the first step is the initial state
  float *_Nonnull cells;       ///< [T + 1][U] lanes; the first step is the initial state
  float *_Nonnull cell_tanhs;  ///< [T][U] lanes, tanh of the cell state
  float *_Nonnull gates;       ///< [T][4U] lanes; `lstm_backward` replaces them by the gradients before activation
} ll_lstm;

/// What the backward pass of `ll_lstm` reads and writes. Parameter gradients are added to.
typedef struct {
  const float *_Nonnull d_outputs;  ///< lanes: [T][U] if `every_step`, else [U] for the last step
  bool every_step;
  float *_Nonnull d_hidden;         ///< scratch, [U] lanes
  float *_Nonnull d_cell;           ///< scratch, [U] lanes
  float *_Nullable d_inputs;        ///< [T][F] lanes, written; null when nobody needs it
  float *_Nonnull d_kernel;         ///< [F][4U]
  float *_Nonnull d_recurrent;      ///< [U][4U]
  float *_Nonnull d_bias;           ///< [4U]
} ll_lstm_gradients;

/// One Adam step over a flat buffer, in the form of Keras 3.
typedef struct {
  float step_size;  ///< learningRate · sqrt(1 - beta2^t) / (1 - beta1^t)
  float beta1;
  float beta2;
  float epsilon;
} ll_adam;

/// Every kernel, compiled for one instruction set.
typedef struct {
  const char *_Nonnull name;

  /// c[i][j] = (accumulate ? c[i][j] : bias ? bias[j] : 0) + Σ_p a[i·a_row + p·a_column] · b[p·b_row + j].
  void (*_Nonnull gemm)(int64_t m, int64_t n, int64_t k, const float *_Nonnull a, int64_t a_row, int64_t a_column,
                        const float *_Nonnull b, int64_t b_row, float *_Nonnull c, int64_t c_row,
                        const float *_Nullable bias, bool accumulate);
  /// out[j][i] = in[i][j] for i < rows, j < columns; out[j][i] = 0 for rows <= i < padded_rows.
  void (*_Nonnull transpose)(int64_t rows, int64_t columns, const float *_Nonnull in, int64_t in_row,
                             float *_Nonnull out, int64_t out_row, int64_t padded_rows);

  void (*_Nonnull activate)(ll_activation kind, int64_t n, const float *_Nonnull x, float *_Nonnull y);
  /// dx += dy · f'(x), from the output y = f(x).
  void (*_Nonnull activate_backward)(ll_activation kind, int64_t n, const float *_Nonnull y,
                                     const float *_Nonnull dy, float *_Nonnull dx);
  void (*_Nonnull add)(int64_t n, const float *_Nonnull a, const float *_Nonnull b, float *_Nonnull out);
  void (*_Nonnull multiply)(int64_t n, const float *_Nonnull a, const float *_Nonnull b, float *_Nonnull out);
  /// out += a · b, element by element.
  void (*_Nonnull multiply_add)(int64_t n, const float *_Nonnull a, const float *_Nonnull b, float *_Nonnull out);
  /// out += scale · a.
  void (*_Nonnull scale_add)(int64_t n, float scale, const float *_Nonnull a, float *_Nonnull out);
  /// out += constant.
  void (*_Nonnull add_constant)(int64_t n, float constant, float *_Nonnull out);
  float (*_Nonnull sum)(int64_t n, const float *_Nonnull x);
  /// out[j] += Σ_i x[i][j].
  void (*_Nonnull sum_rows)(int64_t rows, int64_t columns, const float *_Nonnull x, float *_Nonnull out);
  /// Σ (prediction - target)².
  float (*_Nonnull squared_error)(int64_t n, const float *_Nonnull prediction, const float *_Nonnull target);
  /// d_prediction += scale · (prediction - target).
  void (*_Nonnull squared_error_backward)(int64_t n, float scale, const float *_Nonnull prediction,
                                          const float *_Nonnull target, float *_Nonnull d_prediction);

  void (*_Nonnull lstm_forward)(const ll_lstm *_Nonnull lstm);
  void (*_Nonnull lstm_backward)(const ll_lstm *_Nonnull lstm, const ll_lstm_gradients *_Nonnull gradients);

  void (*_Nonnull adam)(const ll_adam *_Nonnull adam, int64_t n, float *_Nonnull values,
                        const float *_Nonnull gradients, float *_Nonnull means, float *_Nonnull variances);
} ll_kernels;

/// The kernels for this processor. `LOSSLINE_KERNELS` (baseline, avx2, avx512) in the environment lowers the level.
const ll_kernels *_Nonnull ll_kernels_best(void);

/// The kernels of one level, or null where this processor cannot run them.
const ll_kernels *_Nullable ll_kernels_named(const char *_Nonnull name);
