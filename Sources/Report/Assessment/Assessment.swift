public import Runs

/// What one metric did over a run, judged by fixed rules: its best and final value, and what looks wrong.
///
/// The judged curve is the validation curve where there is one, else the training curve. The rules look at *costs*: a
/// metric that should fall is its own cost, one that should rise within 0…1 (an accuracy) costs 1 − value, any other
/// one −value. They work on medians, so that noise and single spikes do not decide:
/// - A curve of more than 400 points is first reduced to the medians of 200 equal blocks.
/// - The *window* is a tenth of the points; the *smoothed* curve is the centred running median over a window, the *end*
///   the median of the last window.
/// - The *noise* is that of a window's median: 3.75 σ/√window, with σ from the median absolute second difference of the
///   last half (which a trend does not enter). Below ten points no noise is known, and it is taken as zero.
/// - The *gain* is the median of the first twentieth minus the lowest smoothed cost. The *unit*, which says how large a
///   change counts, is the smaller of the lowest smoothed cost and the gain; the gain alone where costs can be negative.
///
/// The first rule that holds gives the ``finding``:
/// 1. **notANumber**: the judged or the training curve ends in NaN or infinity.
/// 2. **endedWorse**: the end is worse than the first twentieth by more than half of it (or of the range, where costs
///    can be negative) and by twice the noise.
/// 3. **overfits** / **worsens**: the end is worse than the lowest smoothed cost by more than a tenth of the unit and √2
///    of the noise, and has stayed worse since the *onset*, for at least half a window and two points. It is over-fitting
///    if training cost fell from the onset to the end. With 3–9 points the onset is the best point, and at least two must
///    follow it, each worse than the one before.
/// 4. **neverImproved**: five points or more and a gain within the noise, or below a thousandth of the cost.
/// 5. **stillImproving**: the end is better than the window before it by more than a twentieth of the unit and √2 of the
///    noise, and the lowest smoothed cost lies in the last two windows. With 3–9 points the last three must each be
///    better than the one before.
/// 6. **plateau**: ten points or more, and the smoothed cost has stayed within a twentieth of the unit (or the noise) of
///    its lowest for at least the last 30 % of the run.
/// 7. **nothing** otherwise, and always below three points.
public struct Assessment: Hashable, Sendable {
  /// A recorded point of a curve.
  public struct Point: Hashable, Sendable {
    /// The step at which it was recorded; in training by this project the epoch, counted from 1.
    public var step: Int
    /// The value, as recorded.
    public var value: Double
  }

  /// What the rules found.
  public enum Finding: Hashable, Sendable {
    /// Nothing to remark.
    case nothing
    /// The curve consists of NaN or infinity from this step to the end.
    case notANumber(from: Int)
    /// The curve ended clearly worse than it began.
    case endedWorse
    /// From about this step on validation became worse for good while training went on improving.
    case overfits(from: Int)
    /// From about this step on the metric became worse for good.
    case worsens(from: Int)
    /// The metric did not improve beyond its noise.
    case neverImproved
    /// The metric was still improving when the run ended.
    case stillImproving
    /// The metric has not changed beyond its noise since about this step.
    case plateau(since: Int)
  }

  /// Which way the metric is better.
  public var direction: MetricSummary.Direction

  /// The best finite point of the judged curve, the first one of equals; nil if there is none.
  public var best: Point?

  /// The last point of the judged curve, finite or not; nil if the curve is empty.
  public var final: Point?

  /// How many points of the judged curve are NaN or infinite.
  public var nonFiniteCount: Int

  /// What the rules found.
  public var finding: Finding

  /// Judges a curve.
  ///
  /// - Parameters:
  ///   - judged: The curve to judge: that of the validation data if there is one.
  ///   - training: The training curve of the same metric, if `judged` is another one. Steps need not agree.
  ///   - direction: Which way the metric is better.
  public init(of judged: ScalarSeries, training: ScalarSeries? = nil, direction: MetricSummary.Direction) {
    self.direction = direction
    best = judged.firstBestFinite(direction)
    final = judged.count > 0 ? Point(step: judged.steps[judged.count - 1], value: judged.values[judged.count - 1]) : nil
    nonFiniteCount = judged.values.reduce(0) { $0 + ($1.isFinite ? 0 : 1) }
    finding = AssessmentRules(judged: judged, training: training, direction: direction).finding
  }
}

extension ScalarSeries {
  /// The best finite point, the first one of equals.
  func firstBestFinite(_ direction: MetricSummary.Direction) -> Assessment.Point? {
    var best: Int?
    for index in values.indices where values[index].isFinite {
      if let best, !direction.isBetter(values[index], than: values[best]) { continue }
      best = index
    }
    return best.map { Assessment.Point(step: steps[$0], value: values[$0]) }
  }
}
