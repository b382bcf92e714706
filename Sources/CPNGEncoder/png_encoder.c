#include "CPNGEncoder.h"
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// libpng reports errors by longjmp, which Swift cannot receive; hence this file.

enum { slots = 1024, empty_slot = -1 };

typedef struct {
  uint32_t colours[256];
  int count;
  int16_t slot_index[slots];
  uint32_t slot_colour[slots];
} palette;

static uint32_t slot_of(uint32_t colour) { return (colour * 2654435761u) >> 22; }

/// The colour's number, or -1 when the palette is full.
static int palette_index(palette *p, uint32_t colour) {
  for (uint32_t slot = slot_of(colour);; slot = (slot + 1) % slots) {
    if (p->slot_index[slot] == empty_slot) {
      if (p->count == 256) return -1;
      p->slot_index[slot] = (int16_t)p->count;
      p->slot_colour[slot] = colour;
      p->colours[p->count] = colour;
      return p->count++;
    }
    if (p->slot_colour[slot] == colour) return p->slot_index[slot];
  }
}

/// Fills `indices` and returns 1, or returns 0 when there are more than 256 colours.
static int index_pixels(
    palette *p, const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride, uint8_t *indices) {
  memset(p->slot_index, 0xff, sizeof p->slot_index);
  p->count = 0;
  uint32_t last = ~0u;
  int index = 0;
  for (uint32_t y = 0; y < height; y++) {
    const uint32_t *row = pixels + y * stride;
    for (uint32_t x = 0; x < width; x++) {
      uint32_t colour = row[x] & 0xffffff;
      if (colour != last) {
        index = palette_index(p, colour);
        if (index < 0) return 0;
        last = colour;
      }
      *indices++ = (uint8_t)index;
    }
  }
  return 1;
}

static void pack_rgb(const uint32_t *row, uint32_t width, uint8_t *out) {
  for (uint32_t x = 0; x < width; x++, out += 3) {
    out[0] = (uint8_t)(row[x] >> 16);
    out[1] = (uint8_t)(row[x] >> 8);
    out[2] = (uint8_t)row[x];
  }
}

typedef struct {
  lossline_png_sink sink;
  void *context;
  const char *failure;
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

static void write_picture(
    png_structp png, png_infop info, const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
    const palette *colours, uint8_t *buffer) {
  if (colours) {
    png_color entries[256];
    for (int i = 0; i < colours->count; i++) {
      uint32_t colour = colours->colours[i];
      entries[i] = (png_color){(png_byte)(colour >> 16), (png_byte)(colour >> 8), (png_byte)colour};
    }
    png_set_PLTE(png, info, entries, colours->count);
  }
  png_write_info(png, info);
  for (uint32_t y = 0; y < height; y++) {
    if (colours) {
      png_write_row(png, buffer + (size_t)y * width);
    } else {
      pack_rgb(pixels + y * stride, width, buffer);
      png_write_row(png, buffer);
    }
  }
  png_write_end(png, info);
}

const char *lossline_png_encode(
    const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride, uint32_t pixels_per_metre,
    const char *title, const char *description, lossline_png_sink sink, void *context) {
  size_t indexed = (size_t)width * height;
  // Large enough for all indices or for one row of RGB.
  uint8_t *buffer = malloc(indexed > (size_t)width * 3 ? indexed : (size_t)width * 3);
  palette *colours = malloc(sizeof *colours);
  state s = {sink, context, NULL};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &s, on_error, on_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!buffer || !colours || !info) {
    s.failure = "there is not enough memory for the picture";
  } else if (!setjmp(png_jmpbuf(png))) {
    int is_indexed = index_pixels(colours, pixels, width, height, stride, buffer);
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_write_fn(png, &s, on_write, on_flush);
    png_set_IHDR(
        png, info, width, height, 8, is_indexed ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, 4);
    png_set_pHYs(png, info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
    write_text(png, info, "Title", title);
    write_text(png, info, "Description", description);
    write_picture(png, info, pixels, width, height, stride, is_indexed ? colours : NULL, buffer);
  }
  png_destroy_write_struct(&png, &info);
  free(colours);
  free(buffer);
  return s.failure;
}
