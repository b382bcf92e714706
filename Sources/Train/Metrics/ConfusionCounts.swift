/// How often each class was predicted as each class.
public struct ConfusionCounts: Sendable, Hashable {
  /// The counts by true class (row) and predicted class (column).
  public let counts: [[Int]]

  /// Counts pairs of true and predicted classes.
  ///
  /// - Parameters:
  ///   - labels: The true classes, in 0 ..< classes.
  ///   - predictions: The predicted ones, as many.
  ///   - classes: The number of classes.
  /// - Throws: ``TrainError``: `shapeMismatch` for unequal lengths, `invalidValue` for a class that is not there.
  public init(labels: [Int], predictions: [Int], classes: Int) throws {
    guard labels.count == predictions.count else {
      throw TrainError(
        .shapeMismatch, "\(labels.count) labels and \(predictions.count) predictions were given. Give as many of each.")
    }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: max(classes, 0)), count: max(classes, 0))
    for (label, prediction) in zip(labels, predictions) {
      guard counts.indices.contains(label), counts.indices.contains(prediction) else {
        throw TrainError(
          .invalidValue, "The classes \(label) and \(prediction) are not both in 0 ..< \(classes). Give more classes.")
      }
      counts[label][prediction] += 1
    }
    self.counts = counts
  }
}
