/// How much each sample counts.
enum SampleWeights {
  /// Sample weights times the weight of each sample's class, or nil when neither is given.
  ///
  /// - Throws: ``TrainError`` when class weights are given for targets that are not one class for each sample.
  static func combined(
    _ sampleWeights: Tensor?, _ classWeights: [Int: Float]?, targets: [Tensor]
  ) throws -> Tensor? {
    guard let classWeights else { return sampleWeights }
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
          + "\(sampleWeights.shape).")
    }
    for index in weights.indices { weights[index] *= sampleWeights.values[index] }
    return Tensor(weights)
  }
}

extension LabelledData {
  /// The samples with the weights of their classes, which count in training alone.
  func weighted(by classWeights: [Int: Float]?) throws -> LabelledData {
    LabelledData(x: x, y: y, weights: try SampleWeights.combined(weights, classWeights, targets: y))
  }

  /// The samples without the last part, and that part, as Keras' `validation_split` takes it; nil for a fraction of 0.
  func split(validationFraction: Double) throws -> (training: LabelledData, validation: LabelledData?) {
    guard validationFraction != 0 else { return (self, nil) }
    let fraction = (0..<1).contains(validationFraction) ? validationFraction : 1
    let kept = Int((Double(count) * (1 - fraction)).rounded(.down))
    guard kept >= 1, kept < count else {
      throw TrainError(
        .invalidSetting,
        "A validation split of \(validationFraction) leaves \(kept) of \(count) samples to train on. Give a number between 0 "
          + "and 1 that leaves both parts at least one sample.")
    }
    return (gathering(0..<kept), gathering(kept..<count))
  }

  private func gathering(_ samples: Range<Int>) -> LabelledData {
    LabelledData(
      x: x.map { $0.gathering(Array(samples)) }, y: y.map { $0.gathering(Array(samples)) },
      weights: weights?.gathering(Array(samples)))
  }
}
