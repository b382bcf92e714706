import Testing

@Suite struct PlaceholderRunsTests {}
