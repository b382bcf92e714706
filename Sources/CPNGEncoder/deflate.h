#pragma once
#include <stddef.h>
#include <stdint.h>

/// Compresses the samples of a picture as a zlib stream (RFC 1950, 1951), several times as fast as a general compressor:
/// it looks for runs of a pixel, for the row above, and for one earlier place of the same start.
typedef struct lossline_deflater lossline_deflater;

/// Receives the next part of the stream.
typedef void (*lossline_deflate_sink)(void *context, const uint8_t *bytes, size_t count);

/// NULL when there is no memory.
lossline_deflater *lossline_deflater_create(void);

/// `row` and `pixel` are how many bytes a row of samples with its filter byte and a pixel take. The sink may leave by
/// longjmp. To be called once.
void lossline_deflate(
    lossline_deflater *d, const uint8_t *samples, size_t count, size_t row, size_t pixel, lossline_deflate_sink sink,
    void *context);

void lossline_deflater_free(lossline_deflater *d);
