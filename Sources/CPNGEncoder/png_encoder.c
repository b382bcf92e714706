#include "CPNGEncoder.h"
#include "deflate.h"
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// libpng reports errors by longjmp, which Swift cannot receive; hence this file.

enum { slots = 1024, empty_slot = -1 };

typedef struct {
  uint32_t colors[256];
  int count;
  int16_t slot_index[slots];
  uint32_t slot_color[slots];
} palette;

static uint32_t slot_of(uint32_t color) { return (color * 2654435761u) >> 22; }

/// The colour's number, or -1 when it is new and the palette is full.
static int palette_index(palette *p, uint32_t color) {
  for (uint32_t slot = slot_of(color);; slot = (slot + 1) % slots) {
    if (p->slot_index[slot] == empty_slot) {
      if (p->count == 256) return -1;
      p->slot_index[slot] = (int16_t)p->count;
      p->slot_color[slot] = color;
      p->colors[p->count] = color;
      return p->count++;
    }
    if (p->slot_color[slot] == color) return p->slot_index[slot];
  }
}

/// Returns 1, or 0 when there are more than 256 colours. Rows like the one above and runs of a colour cost next to nothing.
static int collect_colors(palette *p, const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride) {
  memset(p->slot_index, 0xff, sizeof p->slot_index);
  p->count = 0;
  uint32_t last = ~0u;
  for (uint32_t y = 0; y < height; y++) {
    const uint32_t *row = pixels + y * stride;
    if (y > 0 && !memcmp(row, row - stride, (size_t)width * 4)) continue;
    for (uint32_t x = 0; x < width; x++) {
      uint32_t color = row[x] & 0xffffff;
      if (color == last) continue;
      if (palette_index(p, color) < 0) return 0;
      last = color;
    }
  }
  return 1;
}

// Both packers write each row's filter byte (0, none) and its samples over the pixels themselves. What they write never
// overtakes what they read: a row takes 1 + 3 * width bytes at most and comes from 4 * width.

static size_t pack_indices(palette *p, uint32_t *pixels, uint32_t width, uint32_t height, size_t stride) {
  uint8_t *out = (uint8_t *)pixels;
  uint32_t last = ~0u;
  uint8_t index = 0;
  for (uint32_t y = 0; y < height; y++) {
    const uint32_t *row = pixels + y * stride;
    uint8_t *filter = out++;
    for (uint32_t x = 0; x < width; x++) {
      uint32_t color = row[x] & 0xffffff;
      if (color != last) {
        index = (uint8_t)palette_index(p, color);
        last = color;
      }
      *out++ = index;
    }
    *filter = 0;
  }
  return (size_t)(out - (uint8_t *)pixels);
}

static inline void put_rgb(uint8_t *out, uint32_t color) {
  out[0] = (uint8_t)(color >> 16);
  out[1] = (uint8_t)(color >> 8);
  out[2] = (uint8_t)color;
}

/// Four pixels at a time: what is read before it is written need not be read again.
static size_t pack_rgb(uint32_t *pixels, uint32_t width, uint32_t height, size_t stride) {
  uint8_t *out = (uint8_t *)pixels;
  for (uint32_t y = 0; y < height; y++) {
    const uint32_t *row = pixels + y * stride;
    uint32_t x = 0;
    uint8_t *filter = out++;
    for (; x + 4 <= width; x += 4, out += 12) {
      uint32_t a = row[x], b = row[x + 1], c = row[x + 2], d = row[x + 3];
      put_rgb(out, a);
      put_rgb(out + 3, b);
      put_rgb(out + 6, c);
      put_rgb(out + 9, d);
    }
    for (; x < width; x++, out += 3) put_rgb(out, row[x]);
    *filter = 0;
  }
  return (size_t)(out - (uint8_t *)pixels);
}

typedef struct {
  lossline_png_sink sink;
  void *context;
  const char *failure;
  // Here, and not in a local variable, so that they are known after a longjmp.
  lossline_deflater *deflater;
} state;

static void on_write(png_structp png, png_bytep bytes, size_t count) {
  state *s = png_get_io_ptr(png);
  if (!s->sink(s->context, bytes, count)) png_error(png, "the output was refused");
}

static void on_flush(png_structp png) { (void)png; }

static void on_error(png_structp png, png_const_charp message) {
  (void)message;
  ((state *)png_get_error_ptr(png))->failure = "libpng could not encode the picture";
  longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp message) { (void)png, (void)message; }

/// Writes `tEXt`, or `iTXt` where the text is not ASCII.
static void write_text(png_structp png, png_infop info, const char *key, const char *value) {
  int is_ascii = 1;
  for (const char *c = value; *c; c++) is_ascii &= (unsigned char)*c < 128;
  png_text text = {
      .compression = is_ascii ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE,
      .key = (char *)key,
      .text = (char *)value,
      .text_length = is_ascii ? strlen(value) : 0,
      .itxt_length = is_ascii ? 0 : strlen(value),
      .lang = "",
      .lang_key = "",
  };
  png_set_text(png, info, &text, 1);
}

static void set_palette(png_structp png, png_infop info, const palette *colors) {
  png_color entries[256];
  for (int i = 0; i < colors->count; i++) {
    uint32_t color = colors->colors[i];
    entries[i] = (png_color){(png_byte)(color >> 16), (png_byte)(color >> 8), (png_byte)color};
  }
  png_set_PLTE(png, info, entries, colors->count);
}

static void write_chunk(void *png, const uint8_t *bytes, size_t count) {
  png_write_chunk(png, (png_const_bytep)"IDAT", bytes, count);
}

/// A compressor of our own, made for charts: a quarter of the time of libdeflate (docs/decisions/0003).
static void write_samples(png_structp png, state *s, const uint8_t *samples, size_t count, size_t row, size_t pixel) {
  s->deflater = lossline_deflater_create();
  if (!s->deflater) png_error(png, "no memory");
  lossline_deflate(s->deflater, samples, count, row, pixel, write_chunk, png);
}

const char *lossline_png_encode(
    uint32_t *pixels, uint32_t width, uint32_t height, size_t stride, uint32_t pixels_per_metre, const char *title,
    const char *description, lossline_png_sink sink, void *context) {
  palette *colors = malloc(sizeof *colors);
  state s = {.sink = sink, .context = context};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &s, on_error, on_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!colors || !info) {
    s.failure = "there is not enough memory for the picture";
  } else if (!setjmp(png_jmpbuf(png))) {
    int is_indexed = collect_colors(colors, pixels, width, height, stride);
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_write_fn(png, &s, on_write, on_flush);
    png_set_IHDR(
        png, info, width, height, 8, is_indexed ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (is_indexed) set_palette(png, info, colors);
    png_set_pHYs(png, info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
    write_text(png, info, "Title", title);
    write_text(png, info, "Description", description);
    png_write_info(png, info);
    size_t count =
        is_indexed ? pack_indices(colors, pixels, width, height, stride) : pack_rgb(pixels, width, height, stride);
    write_samples(png, &s, (const uint8_t *)pixels, count, count / height, is_indexed ? 1 : 3);
    png_write_chunk(png, (png_const_bytep)"IEND", NULL, 0);
  }
  png_destroy_write_struct(&png, &info);
  lossline_deflater_free(s.deflater);
  free(colors);
  return s.failure;
}
