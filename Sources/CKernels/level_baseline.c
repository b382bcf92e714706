// Any processor: SSE2 on x86-64, NEON on arm64. Only the second has a fused multiply-add.

#include <string.h>

#include "levels.h"

#define LL_WIDTH 4  // floats in a register
#if defined(__aarch64__)
#define LL_HAS_FMA 1
#else
#define LL_HAS_FMA 0
#endif
#define LL_TILE_ROWS 2  // of the weight-gradient product, in accumulators of 16 lanes
#define LL_TILE_COLUMNS 1

#include "body/vector.h"
#include "body/elementary.h"
#include "body/elementwise.h"
#include "body/gemm.h"
#include "body/transpose.h"
#include "body/contract.h"
#include "body/lstm.h"
#include "body/adam.h"
#include "body/table.h"

const ll_kernels ll_kernels_baseline = LL_KERNEL_TABLE("baseline");
