/// Finds NaN and infinity before they poison a training.
enum FiniteCheck {
  /// - Throws: ``TrainError`` (`notFinite`) naming the first position.
  static func require<Number: BinaryFloatingPoint>(_ values: [Number], in what: String) throws {
    let found = values.withUnsafeBufferPointer { numbers -> Int? in
      var index = 0
      while index < numbers.count {
        if !numbers[index].isFinite { return index }
        index += 1
      }
      return nil
    }
    guard let found else { return }
    throw TrainError(
      .notFinite,
      "The \(what) holds \(values[found]) at position \(found). Remove or replace values that are not finite.")
  }
}
