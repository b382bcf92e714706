/// Shapes as messages and summaries write them.
enum ShapeText {
  /// `(None, 12, 1)`, as Keras prints an output shape.
  static func keras(_ shape: [Int?]) -> String {
    let lengths = shape.map { $0.map(String.init) ?? "None" }
    return lengths.count == 1 ? "(\(lengths[0]),)" : "(\(lengths.joined(separator: ", ")))"
  }

  /// `(batch, time, features) = (any, 12, 1)`; axes beyond three are written without names.
  static func lettered(_ shape: [Int?]) -> String {
    let lengths = shape.map { $0.map(String.init) ?? "any" }.joined(separator: ", ")
    let letters: String? =
      switch shape.count {
      case 1: "(batch)"
      case 2: "(batch, features)"
      case 3: "(batch, time, features)"
      default: nil
      }
    return letters.map { "\($0) = (\(lengths))" } ?? "(\(lengths))"
  }
}
