/// One curve: every value that was logged under one tag, in three columns of equal length.
///
/// The order is that of the log after restarts are resolved. It is by step for a sound log, and no point is ever dropped
/// for being out of order, doubled or not finite.
public struct ScalarSeries: Hashable, Sendable {
  /// The name of the metric: `val_loss`.
  public var tag: String

  /// The step of each point; for a training run by ``RunWriter`` the epoch, counted from 1.
  public var steps: StepColumn

  /// The value of each point; NaN and infinity are kept. Event files hold single precision mostly.
  public var values: [Double]

  /// The time of each point, in seconds since 1970.
  public var wallTimes: TimeColumn

  /// Creates a series from columns of equal length.
  public init(tag: String, steps: [Int] = [], values: [Double] = [], wallTimes: [Double] = []) {
    self.init(tag: tag, steps: StepColumn(steps), values: values, wallTimes: TimeColumn(wallTimes))
  }

  /// Creates a series from columns of equal length.
  public init(tag: String, steps: StepColumn, values: [Double], wallTimes: TimeColumn) {
    precondition(
      steps.count == values.count && steps.count == wallTimes.count,
      "The columns of a scalar series must have equal lengths.")
    self.tag = tag
    self.steps = steps
    self.values = values
    self.wallTimes = wallTimes
  }

  /// The number of points.
  public var count: Int { steps.count }

  /// Adds a point at the end.
  public mutating func append(step: Int, value: Double, wallTime: Double) {
    steps.append(step)
    values.append(value)
    wallTimes.append(wallTime)
  }

  /// The first point that reaches the best value, NaN aside; `nil` if there is none.
  public func best(_ direction: MetricSummary.Direction) -> (step: Int, value: Double)? {
    var best: Int?
    for index in values.indices where !values[index].isNaN {
      if let best, !direction.isBetter(values[index], than: values[best]) { continue }
      best = index
    }
    return best.map { (steps[$0], values[$0]) }
  }
}
