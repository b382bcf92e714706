enum SystemFacts {
  static var swiftVersion: String? { nil }
  static var processor: String? { nil }
  static var processorCount: Int? { nil }
  static var operatingSystem: String? { nil }
}
