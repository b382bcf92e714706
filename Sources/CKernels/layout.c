#include "layout.h"

int64_t ll_recurrence_blocks(const ll_recurrence *r) { return ll_blocks(r); }

int64_t ll_recurrence_block_size(const ll_recurrence *r) { return ll_layout_of(r).total; }

int64_t ll_recurrence_scratch_size(const ll_recurrence *r, bool needs_input) {
  return ll_gradient_layout_of(r, needs_input).total;
}

int64_t ll_recurrence_columns(const ll_recurrence *r) {
  return ll_contracts_in_panels(r) ? r->features + r->units : ll_slots(r->cell) * r->units;
}
