import Testing

@Suite struct PlaceholderPlotTests {}
