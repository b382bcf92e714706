extension LabelledData {
  /// The samples with the weights of their classes, which count in training alone.
  func weighted(by classWeights: [Int: Float]?) throws -> LabelledData {
    guard let classWeights else { return self }
    let weights = try SampleWeights.combined(self.weights.first ?? nil, classWeights, targets: y)
    return LabelledData(x: x, y: y, weights: [weights], sharesWeights: true)
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
      weights: weights.map { $0?.gathering(Array(samples)) }, sharesWeights: sharesWeights)
  }
}
