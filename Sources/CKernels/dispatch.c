// Chooses the kernels once, before main, so that no caller has to synchronize.

#include <stdlib.h>
#include <string.h>

#include "CKernels.h"
#include "levels.h"

static const ll_kernels *best = &ll_kernels_baseline;

const ll_kernels *ll_kernels_named(const char *name) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  bool has_avx512 = has_avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  if (strcmp(name, "avx512") == 0) return has_avx512 ? &ll_kernels_avx512 : NULL;
  if (strcmp(name, "avx2") == 0) return has_avx2 ? &ll_kernels_avx2 : NULL;
#endif
  return strcmp(name, "baseline") == 0 ? &ll_kernels_baseline : NULL;
}

__attribute__((constructor)) static void choose_kernels(void) {
  const char *wanted = getenv("LOSSLINE_KERNELS");
  const char *names[] = {wanted ? wanted : "", "avx512", "avx2", "baseline"};
  for (int i = 0; i < 4; i++) {
    const ll_kernels *kernels = ll_kernels_named(names[i]);
    if (kernels) {
      best = kernels;
      return;
    }
  }
}

const ll_kernels *ll_kernels_best(void) { return best; }
