/// Turns each id into a row of zeros with a one at the id's place.
///
/// - Parameters:
///   - ids: Whole numbers in 0 ..< depth, in a tensor of any shape.
///   - depth: The number of different ids.
/// - Returns: A tensor of the shape of `ids` with one more axis of length `depth`.
/// - Throws: ``TrainError``: `invalidSetting` for a depth below 1 or a result too large for memory, `invalidValue` for an
///   id outside 0 ..< depth or not whole, with its position. (Keras' `one_hot` gives a row of zeros for such an id.)
public func oneHot(_ ids: Tensor, depth: Int) throws -> Tensor {
  guard depth >= 1, let count = Tensor.count(of: ids.shape + [depth]), count < Int.max / 4 else {
    throw TrainError(
      .invalidSetting,
      "One-hot rows of depth \(depth) were asked for, for \(ids.count) ids. Give a depth of at least 1 that fits in "
        + "memory.")
  }
  var values = [Float](repeating: 0, count: count)
  for (position, id) in ids.values.enumerated() {
    guard let index = Int(exactly: id), (0..<depth).contains(index) else {
      throw TrainError(
        .invalidValue,
        "The id \(id) at position \(position) is not one of 0 ..< \(depth). Give a depth of at least one more than the "
          + "largest id.")
    }
    values[position * depth + index] = 1
  }
  return Tensor(uncheckedShape: ids.shape + [depth], values: values)
}

/// Turns ids into one-hot rows, (ids) → (ids, depth).
///
/// - Throws: ``TrainError`` as for a tensor of ids.
public func oneHot(_ ids: [Int], depth: Int) throws -> Tensor {
  try oneHot(Tensor(ids.map(Float.init)), depth: depth)
}

/// Turns sequences of ids, all of one length, into one-hot rows, (samples)(time) → (samples, time, depth).
///
/// - Throws: ``TrainError`` (`shapeMismatch`) for sequences of different lengths, else as for a tensor of ids.
public func oneHot(_ sequences: [[Int]], depth: Int) throws -> Tensor {
  let time = sequences.first?.count ?? 0
  if let other = sequences.firstIndex(where: { $0.count != time }) {
    throw TrainError(
      .shapeMismatch,
      "Sequence 0 has \(time) ids and sequence \(other) has \(sequences[other].count). Give sequences of one length, "
        + "for example by padSequences.")
  }
  return try oneHot(
    Tensor(shape: [sequences.count, time], values: sequences.flatMap { $0.map(Float.init) }), depth: depth)
}
