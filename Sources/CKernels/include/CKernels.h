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

typedef enum { LL_SIMPLE_RNN = 0, LL_GRU = 1, LL_LSTM = 2 } ll_cell;

/// A recurrent layer over whole sequences. Gates lie in Keras' order: LSTM i, f, g, o; GRU (reset after) z, r, h.
/// `G` gates, `U` units. Samples are computed in blocks of LL_LANES, which share nothing but the weights.
typedef struct {
  ll_cell cell;
  ll_activation activation;  ///< of LL_SIMPLE_RNN; the others have tanh and sigmoid
  int64_t batch;
  int64_t time;
  int64_t features;
  int64_t units;
  bool keeps_history;      ///< false: gates and cell states of one step only (prediction)
  bool goes_backwards;     ///< from the last step to the first; outputs in the order of processing
  bool returns_sequences;  ///< outputs of every step, or of the last one
  const float *_Nonnull input;             ///< [batch][time][features]
  const float *_Nonnull kernel;            ///< [features][G·U]
  const float *_Nonnull recurrent;         ///< [U][G·U]
  const float *_Nullable bias;             ///< [G·U]; GRU: [2][G·U], of the input's and of the state's product
  const float *_Nullable initial_hidden;   ///< [batch][U]; zero when null
  const float *_Nullable initial_cell;     ///< [batch][U]; zero when null
  const float *_Nullable mask;             ///< [batch][time]; where it is 0 the state stays and the output repeats
  const float *_Nullable input_mask;       ///< [batch][features], times the input of every step
  const float *_Nullable recurrent_mask;   ///< [batch][U], times the hidden state where it meets the weights
  float *_Nonnull output;                  ///< [batch][time][U], or [batch][U] for the last step
  float *_Nonnull last_hidden;             ///< [batch][U]
  float *_Nullable last_cell;              ///< [batch][U], of LL_LSTM
  float *_Nonnull packed;                  ///< (features + U) · G·U, filled by `recurrence_pack`
  float *_Nonnull blocks;                  ///< `ll_recurrence_block_size` floats for each block
} ll_recurrence;

/// What the backward pass of a recurrence reads and writes. Everything named d_… that it writes is added to.
typedef struct {
  const float *_Nullable d_output;
  const float *_Nullable d_last_hidden;
  const float *_Nullable d_last_cell;
  float *_Nullable d_input;
  bool sets_input;  ///< `d_input` holds nothing yet and is written, not added to
  float *_Nonnull d_kernel;
  float *_Nonnull d_recurrent;
  float *_Nullable d_bias;
  float *_Nullable d_initial_hidden;
  float *_Nullable d_initial_cell;
  float *_Nonnull packed;   ///< (features + U) · G·U, filled by `recurrence_pack_backward`
  float *_Nonnull scratch;  ///< `ll_recurrence_scratch_size` floats for each block
} ll_recurrence_gradients;

/// The number of blocks of samples; `recurrence_forward` and `recurrence_backward` compute one each.
int64_t ll_recurrence_blocks(const ll_recurrence *_Nonnull recurrence);
int64_t ll_recurrence_block_size(const ll_recurrence *_Nonnull recurrence);
int64_t ll_recurrence_scratch_size(const ll_recurrence *_Nonnull recurrence, bool needs_input);
/// The number of columns that `recurrence_contract` divides.
int64_t ll_recurrence_columns(const ll_recurrence *_Nonnull recurrence);

/// One Adam step over a flat buffer, in the form of Keras 3.
typedef struct {
  float step_size;  ///< learningRate · sqrt(1 - beta2^t) / (1 - beta1^t)
  float one_less_beta1;  ///< 1 - beta1, rounded once
  float one_less_beta2;
  float epsilon;
} ll_adam;

/// Some rows of a matrix with `length` columns, by their index.
typedef struct {
  int64_t count;
  int64_t length;
  const int32_t *_Nonnull indices;
} ll_row_set;

/// The steps an optimizer has taken, for rows that have not taken them yet.
typedef struct {
  int64_t count;
  const float *_Nonnull sizes;  ///< `step_size` of each
  int64_t calm;                 ///< from here on sizes are at most 1e3 and grow by less than √β2 / β1 a step
} ll_idle_steps;

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

  /// Lays the weights out for `recurrence_forward`.
  void (*_Nonnull recurrence_pack)(const ll_recurrence *_Nonnull r);
  /// One block of samples; blocks may be computed at the same time.
  void (*_Nonnull recurrence_forward)(const ll_recurrence *_Nonnull r, int64_t block);
  /// Lays the weights out for `recurrence_backward`.
  void (*_Nonnull recurrence_pack_backward)(const ll_recurrence *_Nonnull r,
                                            const ll_recurrence_gradients *_Nonnull gradients);
  /// Gradients before activation, of the input and of the initial states for one block of samples.
  void (*_Nonnull recurrence_backward)(const ll_recurrence *_Nonnull r,
                                       const ll_recurrence_gradients *_Nonnull gradients, int64_t block);
  /// Gradients of the weights for some columns, after every block's backward pass; `scratch` has
  /// `recurrence_contract_scratch` floats for as many columns. Column ranges may be computed at the same time.
  void (*_Nonnull recurrence_contract)(const ll_recurrence *_Nonnull r,
                                       const ll_recurrence_gradients *_Nonnull gradients, int64_t first,
                                       int64_t columns, float *_Nonnull scratch);
  int64_t (*_Nonnull recurrence_contract_scratch)(const ll_recurrence *_Nonnull r, int64_t columns);

  void (*_Nonnull adam)(const ll_adam *_Nonnull adam, int64_t n, float *_Nonnull values,
                        const float *_Nonnull gradients, float *_Nonnull means, float *_Nonnull variances);

  /// Columns `first ..< first + columns` of the named rows, one after another: to[n] = from[indices[n]].
  void (*_Nonnull copy_rows)(ll_row_set rows, int64_t first, int64_t columns, const float *_Nonnull from,
                             float *_Nonnull to);
  /// to[indices[n]] += from[n], in the order of n, for columns `first ..< first + columns`.
  void (*_Nonnull add_rows)(ll_row_set rows, int64_t first, int64_t columns, const float *_Nonnull from,
                            float *_Nonnull to);
  /// `adam` for the named rows, each named once.
  void (*_Nonnull adam_rows)(const ll_adam *_Nonnull adam, ll_row_set rows, float *_Nonnull values,
                             const float *_Nonnull gradients, float *_Nonnull means, float *_Nonnull variances);
  /// The steps from `taken[n]` on without a gradient, to the bits that `adam` gives with zeros; `step_size` is not read.
  void (*_Nonnull adam_idle_rows)(const ll_adam *_Nonnull adam, ll_row_set rows, const int32_t *_Nonnull taken,
                                  const ll_idle_steps *_Nonnull steps, float *_Nonnull values,
                                  float *_Nonnull means, float *_Nonnull variances);

  /// Random factors for elements `first ..< first + n` of a sequence, `first` a multiple of 16: 0 with probability
  /// threshold / 2^32, else `kept`.
  void (*_Nonnull dropout_factors)(uint64_t seed, int64_t first, int64_t n, uint32_t threshold, float kept,
                                   float *_Nonnull out);
} ll_kernels;

/// Memory for `count` floats, not initialized and aligned to 64 bytes; null where there is none left.
float *_Nullable ll_floats_allocate(int64_t count);
void ll_floats_release(float *_Nonnull memory);

/// How many threads may compute at once: as many as there are processors, or `LOSSLINE_THREADS` in the environment.
int64_t ll_threads_limit(void);
void ll_threads_set_limit(int64_t threads);

/// Calls `body` once for each part in 0 ..< count, on up to `threads` threads, the caller's among them; returns when all
/// are done. While another caller's parts are computed, everything runs on the caller's thread.
void ll_threads_run(int64_t count, int64_t threads, void (*_Nonnull body)(void *_Nullable context, int64_t part),
                    void *_Nullable context);

/// The kernels for this processor. `LOSSLINE_KERNELS` (baseline, avx2, avx512) in the environment lowers the level.
const ll_kernels *_Nonnull ll_kernels_best(void);

/// The kernels of one level, or null where this processor cannot run them.
const ll_kernels *_Nullable ll_kernels_named(const char *_Nonnull name);
