// The table of a level; needs every other body before it.

#define LL_KERNEL_TABLE(level_name)                                                                          \
  {                                                                                                          \
    .name = level_name, .gemm = gemm, .transpose = transpose, .activate = activate,                          \
    .activate_backward = activate_backward, .add = add, .multiply = multiply, .multiply_add = multiply_add,  \
    .scale_add = scale_add, .add_constant = add_constant, .sum = sum, .sum_rows = sum_rows,                  \
    .squared_error = squared_error, .squared_error_backward = squared_error_backward,                        \
    .lstm_forward = lstm_forward, .lstm_backward = lstm_backward, .adam = adam,                              \
  }
