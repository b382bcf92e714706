#include "CPixelComparison.h"

#include <math.h>
#include <string.h>

// Goals in this order: the same answer on every machine, no difference overlooked, little time for pictures that are
// equal nearly everywhere. Colours are converted to OKLab (B. Ottosson, 2020) once and remembered: charts have few.

enum { remembered = 2048 };

typedef struct { uint32_t pixel; float l, a, b; } lab;

typedef struct {
  lab colors[remembered];
  float linear[256];
} converter;

static void converter_start(converter *c) {
  for (int level = 0; level < 256; level++) {
    double value = level / 255.0;
    c->linear[level] = (float)(value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4));
  }
  // Each place holds a colour that belongs elsewhere, so that none is found before it was converted.
  memset(c->colors, 0, sizeof c->colors);
  for (int place = 0; place < remembered; place++) c->colors[place].pixel = place == 0 ? 1 : 0;
}

static int place_of(uint32_t rgb) { return (int)((rgb * 2654435761u) >> 21); }

static const lab *lab_of(converter *c, uint32_t pixel) {
  uint32_t rgb = pixel & 0xFFFFFF;
  lab *known = &c->colors[place_of(rgb)];
  if (known->pixel == rgb) return known;
  float red = c->linear[rgb >> 16], green = c->linear[rgb >> 8 & 255], blue = c->linear[rgb & 255];
  float l = cbrtf(0.4122214708f * red + 0.5363325363f * green + 0.0514459929f * blue);
  float m = cbrtf(0.2119034982f * red + 0.6806995451f * green + 0.1073969566f * blue);
  float s = cbrtf(0.0883024619f * red + 0.2817188376f * green + 0.6299787005f * blue);
  known->pixel = rgb;
  known->l = 0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s;
  known->a = 1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s;
  known->b = 0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s;
  return known;
}

static int most_steps(uint32_t first, uint32_t second) {
  int most = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    int steps = (int)(first >> shift & 255) - (int)(second >> shift & 255);
    if (steps < 0) steps = -steps;
    if (steps > most) most = steps;
  }
  return most;
}

static float distance(converter *c, uint32_t first, uint32_t second) {
  lab one = *lab_of(c, first), other = *lab_of(c, second);
  float dl = one.l - other.l, da = one.a - other.a, db = one.b - other.b;
  float opacity = (float)((int)(first >> 24) - (int)(second >> 24)) / 255;
  return fabsf(dl) + sqrtf(da * da + db * db) + fabsf(opacity);
}

static uint32_t pale(uint32_t pixel) {
  uint32_t gray = ((pixel >> 16 & 255) * 2 + (pixel >> 8 & 255) * 5 + (pixel & 255)) / 8;
  gray = 204 + gray / 5;
  return 0xFF000000 | gray * 0x010101;
}

static void note(lossline_pixel_difference *found, size_t x, size_t y, float distance) {
  if (found->count == 0) {
    found->left = found->right = x;
    found->top = y;
  }
  found->count++;
  found->bottom = y;
  if (x < found->left) found->left = x;
  if (x > found->right) found->right = x;
  if (distance > found->worst) {
    found->worst = distance;
    found->worst_x = x;
    found->worst_y = y;
  }
}

lossline_pixel_difference lossline_compare_pixels(
    const uint32_t *first, const uint32_t *second, size_t width, size_t height, float tolerance, int step,
    uint32_t *picture) {
  lossline_pixel_difference found = {0};
  converter c;
  converter_start(&c);
  uint32_t last_one = 0, last_other = 0;
  float far = 0;
  for (size_t y = 0; y < height; y++) {
    const uint32_t *one = first + y * width, *other = second + y * width;
    uint32_t *row = picture ? picture + y * width : NULL;
    if (row) {
      for (size_t x = 0; x < width; x++) row[x] = pale(one[x]);
    }
    if (memcmp(one, other, width * sizeof *one) == 0) continue;
    for (size_t x = 0; x < width; x++) {
      if (one[x] == other[x]) continue;
      // Areas of one colour ask for the same pair again and again.
      if (one[x] != last_one || other[x] != last_other) {
        last_one = one[x];
        last_other = other[x];
        far = most_steps(last_one, last_other) <= step ? 0 : distance(&c, last_one, last_other);
      }
      if (!(far > tolerance)) continue;
      note(&found, x, y, far);
      if (row) row[x] = 0xFFD0021B;
    }
  }
  return found;
}

int lossline_pixels_are_uniform(const uint32_t *pixels, size_t count) {
  // Equal to itself moved by one pixel.
  return count < 2 || memcmp(pixels, pixels + 1, (count - 1) * sizeof *pixels) == 0;
}

void lossline_enlarge_pixels(
    const uint32_t *pixels, ptrdiff_t width, ptrdiff_t height, ptrdiff_t x, ptrdiff_t y, ptrdiff_t side, ptrdiff_t factor,
    uint32_t outside, uint32_t *enlarged) {
  for (ptrdiff_t row = 0; row < side; row++) {
    uint32_t *line = enlarged + row * factor * side * factor;
    for (ptrdiff_t column = 0; column < side; column++) {
      ptrdiff_t px = x + column, py = y + row;
      int is_inside = px >= 0 && py >= 0 && px < width && py < height;
      uint32_t pixel = is_inside ? pixels[py * width + px] : outside;
      for (ptrdiff_t copy = 0; copy < factor; copy++) line[column * factor + copy] = pixel;
    }
    for (ptrdiff_t copy = 1; copy < factor; copy++)
      memcpy(line + copy * side * factor, line, (size_t)(side * factor) * sizeof *line);
  }
}
