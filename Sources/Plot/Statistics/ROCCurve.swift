/// The receiver operating characteristic of a classifier: how many positives it finds against how many negatives it
/// takes for positives, over all thresholds (`sklearn.metrics.roc_curve`).
public struct ROCCurve: Hashable, Sendable {
  /// The thresholds, descending: a row counts as positive from this score on. The first is infinite: no row does.
  public let thresholds: [Double]
  /// The false positive rate at each threshold: the share of the negatives that count as positive.
  public let falsePositiveRates: [Double]
  /// The true positive rate at each threshold (recall): the share of the positives that count as positive.
  public let truePositiveRates: [Double]
  /// The area under the curve by the trapezoid rule: 1 is perfect, 0.5 no better than chance.
  public let areaUnderCurve: Double

  /// From true classes and scores. Rows of equal score stand or fall together; rows whose score is NaN are left out.
  ///
  /// - Parameters:
  ///   - truth: Whether each row really is positive.
  ///   - scores: A number for each row that is higher the more likely it is positive.
  ///   - dropsIntermediate: Whether thresholds in the middle of a straight piece are left out, which changes neither the
  ///     picture nor the area.
  /// - Throws: ``PlotError`` for arrays of unequal length, or when one of the classes has no row.
  public init(truth: [Bool], scores: [Double], dropsIntermediate: Bool = true) throws {
    let ranked = try RankedScores(truth: truth, scores: scores)
    let (hits, misses) = (ranked.truePositives, ranked.falsePositives)
    guard ranked.positives > 0, ranked.negatives > 0 else {
      throw PlotError(
        .unsuitableColumn,
        "A ROC curve needs rows of both classes; there are \(ranked.positives) positive and \(ranked.negatives) "
          + "negative ones with a score.")
    }
    func isCorner(_ i: Int) -> Bool {
      guard i > 0, i < hits.count - 1, dropsIntermediate else { return true }
      // Where the second difference is 0 the curve goes straight on.
      let bendOfHits = hits[i + 1] - 2 * hits[i] + hits[i - 1]
      let bendOfMisses = misses[i + 1] - 2 * misses[i] + misses[i - 1]
      return bendOfHits != 0 || bendOfMisses != 0
    }
    let kept = hits.indices.filter(isCorner)
    thresholds = [.infinity] + kept.map { ranked.thresholds[$0] }
    let falseRates = [0] + kept.map { Double(misses[$0]) / Double(ranked.negatives) }
    let trueRates = [0] + kept.map { Double(hits[$0]) / Double(ranked.positives) }
    falsePositiveRates = falseRates
    truePositiveRates = trueRates
    var area = 0.0
    for i in 1..<falseRates.count {
      area += (falseRates[i] - falseRates[i - 1]) * (trueRates[i] + trueRates[i - 1]) / 2
    }
    areaUnderCurve = area
  }
}
