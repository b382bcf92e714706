/// Numbers that somebody typed, with spaces, commas or semicolons between them.
enum NumberInput {
  /// - Parameters:
  ///   - wanted: How many, and what for: `four numbers, such as 0.6 0.7 0.8 0.9`.
  /// - Throws: ``ExampleError`` for another count, or for something that is no finite number.
  static func read(_ text: String, count: Int, wanted: String) throws -> [Double] {
    let parts = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    let numbers = try parts.map { part in
      guard let number = Double(part), Float(number).isFinite else {
        throw ExampleError("“\(part.prefix(40))” is no finite number. Give \(wanted).")
      }
      return number
    }
    guard numbers.count == count else {
      let found =
        numbers.isEmpty ? "No number was" : numbers.count == 1 ? "1 number was" : "\(numbers.count) numbers were"
      throw ExampleError("\(found) given. Give \(wanted).")
    }
    return numbers
  }
}
