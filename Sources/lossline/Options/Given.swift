internal import ArgumentParser

/// Options that may not be given at all.
enum Given {
  /// The names of those that were given.
  static func names(_ options: [(String, Any?)]) -> [String] { options.compactMap { $1 == nil ? nil : $0 } }

  /// - Throws: `ValidationError` for a number outside of the range.
  static func require(_ value: Int?, _ option: String, in range: ClosedRange<Int>) throws {
    guard let value, !range.contains(value) else { return }
    let bounds =
      range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    throw ValidationError("\(option) is \(value); give \(bounds).")
  }
}
