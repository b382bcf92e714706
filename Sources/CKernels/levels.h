#pragma once

// The tables that the level_*.c files define.

#include "CKernels.h"

extern const ll_kernels ll_kernels_baseline;
#if defined(__x86_64__)
extern const ll_kernels ll_kernels_avx2;
extern const ll_kernels ll_kernels_avx512;
#endif
