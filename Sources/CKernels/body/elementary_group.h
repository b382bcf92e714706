// The elementary functions of a group of registers, whose operations take turns so that none waits for another of its
// own; the bits are those of single registers.

typedef float group __attribute__((ext_vector_type(LL_UNITS * LL_REGISTERS * LL_WIDTH), aligned(4)));
typedef int32_t groupi __attribute__((ext_vector_type(LL_UNITS * LL_REGISTERS * LL_WIDTH), aligned(4)));

#define vec group
#define veci groupi
#define reduced reduced_group
#include "elementary.h"
#undef vec
#undef veci
#undef reduced

#define DEFINE_EACH(function)                                                          \
  INLINE void function##_each(int units, vec x[][LL_REGISTERS]) {                      \
    if (units == LL_UNITS) {                                                           \
      group all;                                                                       \
      memcpy(&all, x, sizeof(all));                                                    \
      all = function(all);                                                             \
      memcpy(x, &all, sizeof(all));                                                    \
    } else {                                                                           \
      for (int u = 0; u < units; u++)                                                  \
        for (int v = 0; v < LL_REGISTERS; v++) x[u][v] = function(x[u][v]);            \
    }                                                                                  \
  }

DEFINE_EACH(sigmoid)
DEFINE_EACH(hyperbolic_tangent)
