// x86-64 with 512-bit vectors.

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#include "layout.h"
#include "levels.h"

#define LL_WIDTH 16  // floats in a register
#define LL_HAS_FMA 1
#define LL_TILE_ROWS 4  // of the small weight-gradient product, in accumulators of 16 lanes
#define LL_TILE_COLUMNS 4
#define LL_GEMM_ROWS 8  // of the small product's tile
#define LL_PANEL_ROWS 8  // of the packed product's tile
#define LL_PANEL_REGISTERS 3
#define LL_REGISTERS 1  // of one unit's lanes that are computed together
#define LL_UNITS 4  // units with four sums that are computed together
#define LL_FEED_ROWS 16  // rows of weights that gradients before activation are multiplied with together

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma"))), apply_to = function)
#include "body/vector.h"
#include "body/elementary.h"
#include "body/elementary_group.h"
#include "body/elementwise.h"
#include "body/gemm.h"
#include "body/transpose.h"
#include "body/panels.h"
#include "body/recurrence.h"
#include "body/contract_panels.h"
#include "body/contract.h"
#include "body/simple_rnn.h"
#include "body/gru.h"
#include "body/lstm.h"
#include "body/recurrence_passes.h"
#include "body/adam.h"
#include "body/rows.h"
#include "body/table.h"
#pragma clang attribute pop

const ll_kernels ll_kernels_avx512 = LL_KERNEL_TABLE("avx512");

#endif
