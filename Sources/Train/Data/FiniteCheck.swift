/// Finds NaN and infinity before they poison a training.
enum FiniteCheck {
  /// - Throws: ``TrainError`` (`notFinite`) naming the first position.
  static func require<Number: BinaryFloatingPoint>(_ values: [Number], in what: String) throws {
    guard let found = values.withUnsafeBufferPointer({ firstFault(in: $0) }) else { return }
    throw TrainError(
      .notFinite,
      "The \(what) holds \(values[found]) at position \(found). Remove or replace values that are not finite.")
  }

  /// The first place that holds NaN or infinity.
  static func firstFault<Number: BinaryFloatingPoint>(in numbers: UnsafeBufferPointer<Number>) -> Int? {
    var index = 0
    while index < numbers.count {
      if !numbers[index].isFinite { return index }
      index += 1
    }
    return nil
  }
}

extension Model {
  /// Whether every weight is a finite number.
  var hasFiniteWeights: Bool {
    for parameter in parameters { parameter.catchUp() }
    return FiniteCheck.firstFault(in: UnsafeBufferPointer(start: memory.values, count: memory.count)) == nil
  }
}
