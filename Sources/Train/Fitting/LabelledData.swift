/// Samples and targets that were checked against a model.
struct LabelledData {
  let x: Tensor
  let y: Tensor

  /// The number of samples.
  var count: Int { x.shape[0] }

  /// - Parameter role: What the data is for, in messages: `training data`.
  init(_ x: Tensor, _ y: Tensor, for model: Sequential, role: String) throws {
    try LabelledData.requireSamples(x, role: role)
    try FiniteCheck.require(x.values, in: "\(role) x")
    try FiniteCheck.require(y.values, in: "\(role) y")
    guard y.shape.first == x.shape[0] else {
      throw TrainError(
        .shapeMismatch,
        "The \(role) has \(x.shape[0]) samples in x and \(y.shape.first ?? 1) targets in y. Give as many of one as of "
          + "the other.")
    }
    try model.prepare(for: x.shape)
    let output = model.outputShape ?? []
    guard LabelledData.fits(y.shape.dropFirst(), output) else {
      throw TrainError(
        .shapeMismatch,
        "The model \(model.name) puts out \(ShapeText.lettered([nil] + output)); the \(role) y has the shape "
          + "\(ShapeText.lettered(y.shape)).")
    }
    self.x = x
    self.y = y
  }

  static func requireSamples(_ x: Tensor, role: String) throws {
    guard !x.shape.isEmpty, x.count > 0 else {
      throw TrainError(
        .emptyData, "The \(role) x has the shape \(ShapeText.lettered(x.shape)) and no sample. Give at least one.")
    }
  }

  /// Whether targets fit an output; a last axis of length 1 may be missing.
  private static func fits(_ target: ArraySlice<Int>, _ output: [Int?]) -> Bool {
    func equal(_ output: ArraySlice<Int?>) -> Bool {
      target.count == output.count && zip(target, output).allSatisfy { $1 == nil || $0 == $1 }
    }
    return equal(output[...]) || (output.last == 1 && equal(output.dropLast()))
  }
}

extension Tensor {
  /// Copies some samples onto a tape, in the order given.
  func batch(_ indices: ArraySlice<Int>, on tape: Tape) -> Variable {
    let row = rowCount
    let batch = tape.data(shape: [indices.count] + shape.dropFirst())
    let target = batch.values
    values.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      for (position, index) in indices.enumerated() {
        (target + position * row).update(from: start + index * row, count: row)
      }
    }
    return batch
  }
}
