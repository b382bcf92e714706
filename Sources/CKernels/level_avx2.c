// x86-64 since 2013.

#if defined(__x86_64__)

#include <string.h>

#include "levels.h"

#define LL_WIDTH 8  // floats in a register
#define LL_HAS_FMA 1
#define LL_TILE_ROWS 3  // of the weight-gradient product, in accumulators of 16 lanes
#define LL_TILE_COLUMNS 2

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
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

const ll_kernels ll_kernels_avx2 = LL_KERNEL_TABLE("avx2");

#endif
