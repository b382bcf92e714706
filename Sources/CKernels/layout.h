#pragma once

// Where a recurrence keeps what it needs, one block of LL_LANES samples after another; the same at every level.

#include "CKernels.h"

/// How many gates a cell's weights have.
static inline int64_t ll_gates(ll_cell cell) { return cell == LL_LSTM ? 4 : cell == LL_GRU ? 3 : 1; }

/// How many values of a unit and a step the backward pass reads and replaces by gradients: GRU keeps the input's and
/// the state's share of the candidate apart, because the reset gate lies between them.
static inline int64_t ll_slots(ll_cell cell) { return cell == LL_SIMPLE_RNN ? 1 : 4; }

static inline int64_t ll_blocks(const ll_recurrence *r) { return (r->batch + LL_LANES - 1) / LL_LANES; }

/// Whether the gradients of weights are worth panels.
static inline bool ll_contracts_in_panels(const ll_recurrence *r) { return r->features + r->units >= 48; }

/// Offsets, in floats, into the memory of one block.
typedef struct {
  int64_t inputs;          ///< [T][F] lanes, in the order of time, times the input mask
  int64_t hiddens;         ///< [T + 1][U] lanes, in the order of processing; the first is the initial state
  int64_t fed;             ///< the same times the recurrent mask; equals `hiddens` without one
  int64_t cells;           ///< [T + 1][U] lanes
  int64_t cell_tanhs;      ///< [T][U] lanes
  int64_t gates;           ///< [T][slots · U] lanes
  int64_t mask;            ///< [T] lanes, in the order of time
  int64_t input_mask;      ///< [F] lanes
  int64_t recurrent_mask;  ///< [U] lanes
  int64_t total;
} ll_layout;

static inline int64_t ll_take(int64_t *total, int64_t rows) {
  int64_t start = *total;
  *total += rows * LL_LANES;
  return start;
}

static inline ll_layout ll_layout_of(const ll_recurrence *r) {
  int64_t time = r->time, units = r->units, kept = r->keeps_history ? time : 1;
  ll_layout at = {0};
  at.inputs = ll_take(&at.total, time * r->features);
  at.hiddens = ll_take(&at.total, (time + 1) * units);
  at.fed = r->recurrent_mask ? ll_take(&at.total, (time + 1) * units) : at.hiddens;
  at.cells = ll_take(&at.total, r->cell == LL_LSTM ? (kept + 1) * units : 0);
  at.cell_tanhs = ll_take(&at.total, r->cell == LL_LSTM ? kept * units : 0);
  at.gates = ll_take(&at.total, kept * ll_slots(r->cell) * units);
  at.mask = ll_take(&at.total, r->mask ? time : 0);
  at.input_mask = ll_take(&at.total, r->input_mask ? r->features : 0);
  at.recurrent_mask = ll_take(&at.total, r->recurrent_mask ? units : 0);
  return at;
}

/// Offsets, in floats, into the scratch of one block's backward pass.
typedef struct {
  int64_t d_outputs;  ///< [T][U] lanes, or [U] lanes for the last step
  int64_t d_hidden;   ///< [U] lanes
  int64_t d_cell;     ///< [U] lanes
  int64_t direct;     ///< [U] lanes, what reaches the previous hidden state past the weights
  int64_t d_inputs;   ///< [T][F] lanes, in the order of time
  int64_t rows;       ///< T · F values of every sample, to be added to the input's gradient
  int64_t total;
} ll_gradient_layout;

static inline ll_gradient_layout ll_gradient_layout_of(const ll_recurrence *r, bool needs_input) {
  int64_t inputs = needs_input ? r->time * r->features : 0;
  ll_gradient_layout at = {0};
  at.d_outputs = ll_take(&at.total, (r->returns_sequences ? r->time : 1) * r->units);
  at.d_hidden = ll_take(&at.total, r->units);
  at.d_cell = ll_take(&at.total, r->units);
  at.direct = ll_take(&at.total, r->units);
  at.d_inputs = ll_take(&at.total, inputs);
  at.rows = ll_take(&at.total, inputs > r->units ? inputs : r->units);
  return at;
}
