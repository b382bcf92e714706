#pragma once
#include <fribidi.h>

/// Finds the embedding level of each character of a paragraph (UAX #9, rules P2 to L1).
/// `types` and `brackets` are scratch space for `count` numbers each.
/// Returns 1 for a paragraph from right to left, 0 for one from left to right, -1 when there is no memory.
static inline int lossline_bidi_levels(const uint32_t *text, int count, uint32_t *types, uint32_t *brackets,
                                       signed char *levels) {
  FriBidiParType direction = FRIBIDI_PAR_ON;
  fribidi_get_bidi_types(text, count, (FriBidiCharType *)types);
  fribidi_get_bracket_types(text, count, (const FriBidiCharType *)types, brackets);
  if (!fribidi_get_par_embedding_levels_ex((const FriBidiCharType *)types, brackets, count, &direction, levels))
    return -1;
  return FRIBIDI_IS_RTL(direction) ? 1 : 0;
}
