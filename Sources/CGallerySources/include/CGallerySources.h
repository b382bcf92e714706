#pragma once
#include <stddef.h>

/// A Swift file of the gallery, part of the program so that the page can show the code of its charts.
struct lossline_gallery_source {
  /// The file's name without its folder.
  const char *_Nonnull name;
  /// Its bytes, UTF-8, not ended by zero.
  const unsigned char *_Nonnull bytes;
  /// How many bytes there are.
  size_t count;
};

/// How many files there are.
size_t lossline_gallery_source_count(void);

/// One of the files; the last one if the index is too large.
struct lossline_gallery_source lossline_gallery_source_at(size_t index);
