#pragma once
#include <stddef.h>
#include <stdint.h>

/// Where two pictures of one size differ.
typedef struct {
  /// Pixels that differ visibly.
  size_t count;
  /// The largest distance between two pixels at one place, 0 when no pixel differs visibly.
  float worst;
  /// Where it is; of several, the first in reading order.
  size_t worst_x, worst_y;
  /// The box around all pixels that differ visibly: both ends belong to it.
  size_t left, top, right, bottom;
} lossline_pixel_difference;

/// Compares two pictures of 0xAARRGGBB pixels, row by row without gaps.
///
/// Two pixels differ visibly when their HyAB distance in OKLab (|ΔL| + √(Δa² + Δb²)) is above `tolerance` and a channel
/// differs by more than `step` of its 256 levels. Where the opacities differ, their difference counts as a distance too.
/// When `picture` is given it gets the first picture in pale gray with the differing pixels in red.
lossline_pixel_difference lossline_compare_pixels(
    const uint32_t *first, const uint32_t *second, size_t width, size_t height, float tolerance, int step,
    uint32_t *picture);

/// Whether all pixels are one colour; an empty picture is.
int lossline_pixels_are_uniform(const uint32_t *pixels, size_t count);

/// Enlarges a part of a picture without smoothing; what lies outside of it becomes `outside`.
void lossline_enlarge_pixels(
    const uint32_t *pixels, ptrdiff_t width, ptrdiff_t height, ptrdiff_t x, ptrdiff_t y, ptrdiff_t side, ptrdiff_t factor,
    uint32_t outside, uint32_t *enlarged);
