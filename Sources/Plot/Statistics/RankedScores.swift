/// How many rows of each class a classifier's threshold lets through, for every distinct score from the highest down:
/// the common part of ROC and precision–recall curves. Rows of equal score pass together, as in scikit-learn.
struct RankedScores {
  /// The distinct scores, descending.
  private(set) var thresholds: [Double] = []
  /// The rows of the positive class whose score is at least the threshold.
  private(set) var truePositives: [Int] = []
  /// The other rows whose score is at least the threshold.
  private(set) var falsePositives: [Int] = []

  var positives: Int { truePositives.last ?? 0 }
  var negatives: Int { falsePositives.last ?? 0 }

  /// - Throws: ``PlotError/Code/unequalColumns`` for arrays of unequal length.
  init(truth: [Bool], scores: [Double]) throws {
    guard truth.count == scores.count else {
      throw PlotError(
        .unequalColumns,
        "There are \(truth.count) true classes and \(scores.count) scores; give one of each for every row.")
    }
    let order = scores.indices.filter { !scores[$0].isNaN }.sorted { scores[$0] > scores[$1] }
    var (hits, misses) = (0, 0)
    for (place, row) in order.enumerated() {
      if truth[row] { hits += 1 } else { misses += 1 }
      let isLastOfTie = place + 1 == order.count || scores[order[place + 1]] != scores[row]
      guard isLastOfTie else { continue }
      thresholds.append(scores[row])
      truePositives.append(hits)
      falsePositives.append(misses)
    }
  }
}
