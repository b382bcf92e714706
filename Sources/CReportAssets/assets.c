#include "CReportAssets.h"

static const unsigned char page_mustache[] = {
#embed "Templates/page.mustache"
};
static const unsigned char training_mustache[] = {
#embed "Templates/training.mustache"
};
static const unsigned char comparison_mustache[] = {
#embed "Templates/comparison.mustache"
};
static const unsigned char figure_mustache[] = {
#embed "Templates/figure.mustache"
};
static const unsigned char table_mustache[] = {
#embed "Templates/table.mustache"
};
static const unsigned char model_mustache[] = {
#embed "Templates/model.mustache"
};
static const unsigned char runs_mustache[] = {
#embed "Templates/runs.mustache"
};
static const unsigned char page_css[] = {
#embed "Templates/page.css"
};
static const unsigned char comparison_css[] = {
#embed "Templates/comparison.css"
};
static const unsigned char page_js[] = {
#embed "Templates/page.js"
};
static const unsigned char comparison_js[] = {
#embed "Templates/comparison.js"
};

#define ASSET(name, bytes) {name, bytes, sizeof(bytes)}

static const struct lossline_asset assets[] = {
  ASSET("page.mustache", page_mustache),
  ASSET("training.mustache", training_mustache),
  ASSET("comparison.mustache", comparison_mustache),
  ASSET("figure.mustache", figure_mustache),
  ASSET("table.mustache", table_mustache),
  ASSET("model.mustache", model_mustache),
  ASSET("runs.mustache", runs_mustache),
  ASSET("page.css", page_css),
  ASSET("comparison.css", comparison_css),
  ASSET("page.js", page_js),
  ASSET("comparison.js", comparison_js),
};

static const size_t count = sizeof(assets) / sizeof(assets[0]);

size_t lossline_asset_count(void) { return count; }

struct lossline_asset lossline_asset_at(size_t index) { return assets[index < count ? index : count - 1]; }
