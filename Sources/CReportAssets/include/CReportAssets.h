#pragma once
#include <stddef.h>

/// A file that is part of the program itself, so that a copied binary needs nothing beside it.
struct lossline_asset {
  /// The file's name without its folder.
  const char *_Nonnull name;
  /// Its bytes, UTF-8, not ended by zero.
  const unsigned char *_Nonnull bytes;
  /// How many bytes there are.
  size_t count;
};

/// How many files there are.
size_t lossline_asset_count(void);

/// One of the files; the last one if the index is too large.
struct lossline_asset lossline_asset_at(size_t index);
