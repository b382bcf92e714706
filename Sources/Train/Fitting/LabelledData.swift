/// Samples, targets and weights that were checked against a model.
struct LabelledData {
  let x: [Tensor]
  let y: [Tensor]
  /// For each output (samples) or (samples, time), or nil for equal weights.
  let weights: [Tensor?]
  /// Whether all outputs have the same weights.
  let sharesWeights: Bool

  /// The number of samples.
  var count: Int { x[0].shape[0] }

  /// - Parameters:
  ///   - weights: One for each output, or one for all, or none.
  ///   - role: What the data is for, in messages: `training data`.
  init(_ x: [Tensor], _ y: [Tensor], weights: [Tensor?] = [], for model: Model, losses: [Loss], role: String) throws {
    guard weights.count <= 1 || weights.count == y.count else {
      throw TrainError(
        .shapeMismatch,
        "The \(role) has targets for \(Plural.text(y.count, "output")) and sample weights for \(weights.count). Give one "
          + "tensor of weights for each output, nil where they are equal, or a single one for all outputs.")
    }
    try LabelledData.requireSamples(x, role: role)
    for target in y { try FiniteCheck.require(target.values, in: "\(role) y") }
    try LabelledData.requireEqualCounts(x, y, role: role)
    for weights in weights.compactMap({ $0 }) { try LabelledData.require(weights, count: x[0].shape[0], role: role) }
    try model.prepare(for: x.map(\.shape))
    try LabelledData.requireTargets(y, for: model, losses: losses, role: role)
    self.init(
      x: x, y: y, weights: weights.count == y.count ? weights : y.map { _ in weights.first ?? nil },
      sharesWeights: weights.count <= 1)
  }

  /// Data that was checked before.
  init(x: [Tensor], y: [Tensor], weights: [Tensor?], sharesWeights: Bool) {
    self.x = x
    self.y = y
    self.weights = weights
    self.sharesWeights = sharesWeights
  }

  static func requireSamples(_ x: [Tensor], role: String) throws {
    for x in x {
      guard !x.shape.isEmpty, x.count > 0 else {
        throw TrainError(
          .emptyData, "The \(role) x has the shape \(ShapeText.lettered(x.shape)) and no sample. Give at least one.")
      }
      try FiniteCheck.require(x.values, in: "\(role) x")
    }
  }

  private static func requireEqualCounts(_ x: [Tensor], _ y: [Tensor], role: String) throws {
    let count = x.first?.shape[0] ?? 0
    for other in x.dropFirst() where other.shape[0] != count {
      throw TrainError(
        .shapeMismatch,
        "The \(role) has \(Plural.text(count, "sample")) in the first input and \(other.shape[0]) in another. Give as many "
          + "in each.")
    }
    for target in y where target.shape.first != count {
      throw TrainError(
        .shapeMismatch,
        "The \(role) has \(count) samples in x and \(target.shape.first ?? 1) targets in y. Give as many of one as of "
          + "the other.")
    }
  }

  private static func require(_ weights: Tensor, count: Int, role: String) throws {
    try FiniteCheck.require(weights.values, in: "\(role) weights")
    guard weights.shape.first == count, weights.values.allSatisfy({ $0 >= 0 }) else {
      throw TrainError(
        .shapeMismatch,
        "The \(role) has \(count) samples and sample weights of the shape \(weights.shape). Give one weight of at least "
          + "0 for each sample, or for each step of each sample.")
    }
  }

  private static func requireTargets(_ y: [Tensor], for model: Model, losses: [Loss], role: String) throws {
    let outputs = model.outputShapes ?? []
    guard outputs.count == y.count else {
      throw TrainError(
        .shapeMismatch,
        "The model \(model.name) has \(Plural.text(outputs.count, "output")); the \(role) has \(Plural.text(y.count, "target"))"
          + ". Give one tensor of targets for each output, in their order.")
    }
    for ((target, output), loss) in zip(zip(y, outputs), losses) {
      let wanted: [Int?] =
        switch loss.target {
        case .values: output
        case .classes: Array(output.dropLast()) + [1]
        }
      guard fits(target.shape.dropFirst(), wanted) else {
        throw TrainError(
          .shapeMismatch,
          "The model \(model.name) puts out \(ShapeText.lettered([nil] + output)), for which the loss \(loss.name) wants "
            + "targets of \(ShapeText.lettered([nil] + wanted)); the \(role) y has the shape "
            + "\(ShapeText.lettered(target.shape)). Reshape the targets, or give the model an output or a loss that fits them."
        )
      }
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
