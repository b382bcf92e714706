// Memory for floats. Large blocks ask for huge pages: training walks through some megabytes again and again, and looking
// up where each page lies costs more than the kernels can hide.

#define _GNU_SOURCE  // madvise

#include <stdlib.h>
#include <sys/mman.h>

#include "CKernels.h"

enum { cache_line = 64, huge_page = 2 << 20, least_for_huge_pages = 1 << 20 };

float *ll_floats_allocate(int64_t count) {
  size_t bytes = (size_t)(count > 0 ? count : 1) * sizeof(float);
  void *memory = NULL;
#if defined(MADV_HUGEPAGE)
  if (bytes >= least_for_huge_pages) {
    bytes = (bytes + huge_page - 1) / huge_page * huge_page;
    if (posix_memalign(&memory, huge_page, bytes) != 0) return NULL;
    // Only a wish: small pages do as well.
    madvise(memory, bytes, MADV_HUGEPAGE);
    return memory;
  }
#endif
  return posix_memalign(&memory, cache_line, bytes) == 0 ? memory : NULL;
}

void ll_floats_release(float *memory) { free(memory); }
