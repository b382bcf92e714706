#include "CGallerySources.h"

static const unsigned char lines[] = {
#embed "../Gallery/Charts/Lines.swift"
};
static const unsigned char bars[] = {
#embed "../Gallery/Charts/Bars.swift"
};
static const unsigned char distributions[] = {
#embed "../Gallery/Charts/Distributions.swift"
};
static const unsigned char points[] = {
#embed "../Gallery/Charts/Points.swift"
};
static const unsigned char heatmaps[] = {
#embed "../Gallery/Charts/Heatmaps.swift"
};
static const unsigned char scales[] = {
#embed "../Gallery/Charts/Scales.swift"
};
static const unsigned char annotations[] = {
#embed "../Gallery/Charts/Annotations.swift"
};
static const unsigned char texts[] = {
#embed "../Gallery/Charts/Texts.swift"
};
static const unsigned char figures[] = {
#embed "../Gallery/Charts/Figures.swift"
};
static const unsigned char recipes[] = {
#embed "../Gallery/Charts/Recipes.swift"
};
static const unsigned char themes[] = {
#embed "../Gallery/Charts/Themes.swift"
};
static const unsigned char hardcases[] = {
#embed "../Gallery/Charts/HardCases.swift"
};

#define SOURCE(name, bytes) {name, bytes, sizeof(bytes)}

static const struct lossline_gallery_source sources[] = {
  SOURCE("Lines.swift", lines),
  SOURCE("Bars.swift", bars),
  SOURCE("Distributions.swift", distributions),
  SOURCE("Points.swift", points),
  SOURCE("Heatmaps.swift", heatmaps),
  SOURCE("Scales.swift", scales),
  SOURCE("Annotations.swift", annotations),
  SOURCE("Texts.swift", texts),
  SOURCE("Figures.swift", figures),
  SOURCE("Recipes.swift", recipes),
  SOURCE("Themes.swift", themes),
  SOURCE("HardCases.swift", hardcases),
};

static const size_t count = sizeof(sources) / sizeof(sources[0]);

size_t lossline_gallery_source_count(void) { return count; }

struct lossline_gallery_source lossline_gallery_source_at(size_t index) {
  return sources[index < count ? index : count - 1];
}
