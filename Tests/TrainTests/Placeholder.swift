import Testing

@Suite struct PlaceholderTrainTests {}
