import Testing

@Suite struct PlaceholderCommandTests {}
