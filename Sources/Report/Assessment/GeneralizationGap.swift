internal import Runs

/// How far validation lies behind training, half-way and at the end of a run, if that grew.
///
/// The gap is the median of validation − training (the other way round for a metric that should rise) over the points of
/// the same steps. It has widened if the median of the last tenth is positive, more than half again as large as that of
/// the tenth around the middle, and the growth is larger than 3.75 σ/√n of the gap's noise over such a tenth (the noise
/// as in ``Assessment``). Below 20 common points nothing is said.
struct GeneralizationGap: Hashable {
  var before: Double
  var after: Double

  init?(training: ScalarSeries, validation: ScalarSeries, direction: MetricSummary.Direction) {
    let known = Dictionary(zip(training.steps, training.values), uniquingKeysWith: { $1 })
    let sign = direction == .min ? 1.0 : -1.0
    let gaps = zip(validation.steps, validation.values).compactMap { step, value -> Double? in
      guard let other = known[step], other.isFinite, value.isFinite else { return nil }
      return sign * (value - other)
    }
    guard gaps.count >= 20 else { return nil }
    let window = gaps.count / 10
    let middle = (gaps.count - window) / 2
    before = RobustStatistics.median(gaps[middle..<middle + window])
    after = RobustStatistics.median(gaps.suffix(window))
    let noise = 3.75 * RobustStatistics.noise(gaps.suffix(gaps.count / 2)) / Double(window).squareRoot()
    guard after > 0, after > 1.5 * before, after - before > noise else { return nil }
  }
}
