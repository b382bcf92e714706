// The table of a level; needs every other body before it.

#define LL_KERNEL_TABLE(level_name)                                                                          \
  {                                                                                                          \
    .name = level_name, .gemm = gemm, .transpose = transpose, .activate = activate,                          \
    .activate_backward = activate_backward, .add = add, .multiply = multiply, .multiply_add = multiply_add,  \
    .scale_add = scale_add, .add_constant = add_constant, .sum = sum, .sum_rows = sum_rows,                  \
    .squared_error = squared_error, .squared_error_backward = squared_error_backward,                        \
    .recurrence_pack = recurrence_pack, .recurrence_forward = recurrence_forward,                            \
    .recurrence_pack_backward = recurrence_pack_backward, .recurrence_backward = recurrence_backward,        \
    .recurrence_contract = recurrence_contract, .recurrence_contract_scratch = recurrence_contract_scratch,  \
    .adam = adam, .copy_rows = copy_rows, .add_rows = add_rows, .adam_rows = adam_rows,                      \
    .adam_idle_rows = adam_idle_rows, .dropout_factors = dropout_factors,                                    \
  }
