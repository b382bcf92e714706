extension Metric {
  /// The part of the predictions that name the right class, as Keras' `accuracy` chooses it by shape: for a last axis of
  /// length 1 whether the probability lies on the target's side of 0.5; for targets without that axis whether the largest
  /// prediction is that of the class; else whether the largest prediction stands where the largest target does.
  public static let accuracy = Metric("accuracy") { prediction, target in
    let length = prediction.shape.last ?? 1
    if length == 1 { return share(prediction.count) { (prediction.values[$0] > 0.5) == (target.values[$0] > 0.5) } }
    let rows = prediction.count / length
    if target.count == rows {
      return share(rows) { Double(largest(prediction, $0, length)) == Double(target.values[$0]) }
    }
    return share(rows) { largest(prediction, $0, length) == largest(target, $0, length) }
  }

  /// The part of the predictions on the target's side of a threshold, 0.5 unless told; 0 is right for logits.
  public static func binaryAccuracy(threshold: Float = 0.5) -> Metric {
    Metric("binary_accuracy") { prediction, target in
      share(prediction.count) { (prediction.values[$0] > threshold) == (target.values[$0] > 0.5) }
    }.comparing(.values)
  }

  /// The area under the receiver operating characteristic of all samples of an epoch: the probability that a positive
  /// sample has a higher prediction than a negative one, ties counting half (Hanley & McNeil 1982). It is exact, unlike
  /// Keras' sum over 200 thresholds. NaN when one class is missing.
  public static let auc = Metric("auc") { AUCAccumulator() }.comparing(.values)

  private static func share(_ count: Int, _ isRight: (Int) -> Bool) -> Double {
    guard count > 0 else { return .nan }
    return Double((0..<count).reduce(0) { $0 + (isRight($1) ? 1 : 0) }) / Double(count)
  }

  /// The first of the largest elements of a row.
  private static func largest(_ tensor: Tensor, _ row: Int, _ length: Int) -> Int {
    let values = tensor.values[row * length..<(row + 1) * length]
    return (values.indices.max { values[$0] < values[$1] || (values[$0] == values[$1] && $0 > $1) } ?? 0) - row * length
  }
}

private struct AUCAccumulator: MetricAccumulator {
  private var positives: [Float] = []
  private var negatives: [Float] = []

  mutating func add(prediction: Tensor, target: Tensor) {
    for (score, label) in zip(prediction.values, target.values) {
      if label > 0.5 { positives.append(score) } else { negatives.append(score) }
    }
  }

  var value: Double {
    guard !positives.isEmpty, !negatives.isEmpty, (positives + negatives).allSatisfy({ !$0.isNaN }) else { return .nan }
    let sorted = negatives.sorted()
    var wins = 0.0
    for score in positives {
      let below = sorted.partitioningIndex { $0 >= score }
      let notAbove = sorted.partitioningIndex { $0 > score }
      wins += Double(below) + Double(notAbove - below) / 2
    }
    return wins / (Double(positives.count) * Double(negatives.count))
  }
}

extension [Float] {
  /// The first index from which the condition holds, of elements among which it holds from some index on.
  fileprivate func partitioningIndex(where holds: (Float) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
