/// How much each sample counts.
enum SampleWeights {
  /// Sample weights times the weight of each sample's class.
  ///
  /// - Throws: ``TrainError`` when class weights are given for targets that are not one class for each sample.
  static func combined(
    _ sampleWeights: Tensor?, _ classWeights: [Int: Float], targets: [Tensor]
  ) throws -> Tensor {
    for (label, weight) in classWeights where !(weight >= 0 && weight.isFinite) {
      throw TrainError(
        .invalidSetting, "The class \(label) was given the weight \(weight). Give a number of at least 0.")
    }
    guard targets.count == 1, let target = targets.first, let samples = target.shape.first, target.count == samples
    else {
      throw TrainError(
        .invalidSetting,
        "Class weights need one target for each sample, the index of its class; the targets have the shapes "
          + "\(targets.map(\.shape)). Use sample weights instead.")
    }
    var weights = try target.values.map { value in
      guard let label = Int(exactly: value) else {
        throw TrainError(
          .invalidSetting, "Class weights need whole numbers as targets, and \(value) was given. Use sample weights.")
      }
      return classWeights[label] ?? 1
    }
    guard let sampleWeights else { return Tensor(weights) }
    guard sampleWeights.shape == [samples] else {
      throw TrainError(
        .shapeMismatch,
        "Beside class weights, one sample weight for each of the \(samples) samples is needed; the shape given is "
          + "\(sampleWeights.shape). Give a vector, or leave one of the two out.")
    }
    for index in weights.indices { weights[index] *= sampleWeights.values[index] }
    return Tensor(weights)
  }
}
