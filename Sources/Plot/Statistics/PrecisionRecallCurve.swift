/// How precise a classifier is for each share of the positives that it finds, over all thresholds
/// (`sklearn.metrics.precision_recall_curve`).
public struct PrecisionRecallCurve: Hashable, Sendable {
  /// The thresholds, ascending: a row counts as positive from this score on. The last is infinite: no row does.
  public let thresholds: [Double]
  /// The precision at each threshold: the share of true positives among the rows that count as positive; the last is 1.
  public let precisions: [Double]
  /// The recall at each threshold: the share of the positives that count as positive; the last is 0.
  public let recalls: [Double]
  /// Σ (Rₙ − Rₙ₋₁)·Pₙ, the precision averaged over recall without interpolation
  /// (`sklearn.metrics.average_precision_score`).
  public let averagePrecision: Double
  /// The share of positives in all rows, which is the precision of guessing.
  public let prevalence: Double

  /// From true classes and scores. Rows of equal score stand or fall together; rows whose score is NaN are left out.
  ///
  /// - Parameters:
  ///   - truth: Whether each row really is positive.
  ///   - scores: A number for each row that is higher the more likely it is positive.
  /// - Throws: ``PlotError`` for arrays of unequal length, or when there is no positive row.
  public init(truth: [Bool], scores: [Double]) throws {
    let ranked = try RankedScores(truth: truth, scores: scores)
    guard ranked.positives > 0 else {
      throw PlotError(.unsuitableColumn, "A precision–recall curve needs positive rows; there are none with a score.")
    }
    let positives = Double(ranked.positives)
    let falling = zip(ranked.truePositives, ranked.falsePositives).map { hits, misses in
      (precision: Double(hits) / Double(hits + misses), recall: Double(hits) / positives)
    }
    thresholds = ranked.thresholds.reversed() + [.infinity]
    precisions = falling.reversed().map(\.precision) + [1]
    recalls = falling.reversed().map(\.recall) + [0]
    prevalence = positives / Double(ranked.positives + ranked.negatives)
    var (average, last) = (0.0, 0.0)
    for (precision, recall) in falling {
      average += (recall - last) * precision
      last = recall
    }
    averagePrecision = average
  }
}
