import Testing

@Suite struct PlaceholderReportTests {}
