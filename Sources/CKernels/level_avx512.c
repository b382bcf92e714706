// x86-64 with 512-bit vectors.

#if defined(__x86_64__)

#include <string.h>

#include "levels.h"

#define LL_WIDTH 16  // floats in a register
#define LL_HAS_FMA 1
#define LL_TILE_ROWS 4  // of the weight-gradient product, in accumulators of 16 lanes
#define LL_TILE_COLUMNS 4

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma"))), apply_to = function)
#include "body/vector.h"
#include "body/elementary.h"
#include "body/elementwise.h"
#include "body/gemm.h"
#include "body/transpose.h"
#include "body/contract.h"
#include "body/lstm.h"
#include "body/adam.h"
#include "body/table.h"
#pragma clang attribute pop

const ll_kernels ll_kernels_avx512 = LL_KERNEL_TABLE("avx512");

#endif
