#pragma once
#include <stddef.h>
#include <stdint.h>

/// Receives the next bytes of the file; returns 0 to stop.
typedef int (*lossline_png_sink)(void *context, const uint8_t *bytes, size_t count);

/// Encodes opaque pixels (0x00RRGGBB in native order, `stride` pixels a row) as a PNG without filter: with a palette when
/// there are at most 256 colours, else as RGB. The pixels serve as working memory and hold nothing afterwards. Title and
/// description are UTF-8. Returns NULL, or a static description of what failed.
const char *lossline_png_encode(
    uint32_t *pixels, uint32_t width, uint32_t height, size_t stride, uint32_t pixels_per_metre, const char *title,
    const char *description, lossline_png_sink sink, void *context);
