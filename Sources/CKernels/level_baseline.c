// Any processor: SSE2 on x86-64, NEON on arm64. Only the second has a fused multiply-add.

#include <string.h>

#include "layout.h"
#include "levels.h"

#define LL_WIDTH 4  // floats in a register
#if defined(__aarch64__)
#define LL_HAS_FMA 1
#else
#define LL_HAS_FMA 0
#endif
#define LL_TILE_ROWS 2  // of the small weight-gradient product, in accumulators of 16 lanes
#define LL_TILE_COLUMNS 1
#define LL_GEMM_ROWS 4  // of the small product's tile
#define LL_PANEL_ROWS 4  // of the packed product's tile
#define LL_PANEL_REGISTERS 2
#define LL_REGISTERS 2  // of one unit's lanes that are computed together
#define LL_UNITS 1  // units with four sums that are computed together
#define LL_FEED_ROWS 4  // rows of weights that gradients before activation are multiplied with together

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

const ll_kernels ll_kernels_baseline = LL_KERNEL_TABLE("baseline");
