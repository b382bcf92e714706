/// What became of one metric in a run, in double precision, where event files hold single precision.
public struct MetricSummary: Hashable, Sendable {
  /// Which way the metric is better.
  public enum Direction: String, Hashable, Sendable, Codable {
    /// Smaller is better, as for a loss.
    case min
    /// Larger is better, as for an accuracy.
    case max

    /// Whether `value` is better than `other`. NaN is never better.
    public func isBetter(_ value: Double, than other: Double) -> Bool {
      self == .min ? value < other : value > other
    }
  }

  /// Which way the metric is better.
  public var direction: Direction

  /// The best value so far, NaN aside; `nil` before the first.
  public var best: Double?

  /// The step at which ``best`` was first reached.
  public var bestStep: Int?

  /// The value logged last, NaN and infinity included; `nil` before the first.
  public var last: Double?

  /// The value on test data after training, if it was measured.
  public var test: Double?

  /// Creates a summary; by default of a metric of which no value is known yet.
  public init(
    direction: Direction, best: Double? = nil, bestStep: Int? = nil, last: Double? = nil, test: Double? = nil
  ) {
    self.direction = direction
    self.best = best
    self.bestStep = bestStep
    self.last = last
    self.test = test
  }

  /// Takes one more value into account.
  public mutating func record(_ value: Double, step: Int) {
    last = value
    guard !value.isNaN else { return }
    if let best, !direction.isBetter(value, than: best) { return }
    best = value
    bestStep = step
  }
}

extension MetricSummary: Codable {
  private enum CodingKeys: String, CodingKey {
    case direction, best, bestStep, last, test
  }

  /// Reads a summary; NaN and infinity are the strings `NaN`, `Infinity` and `-Infinity`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    direction = try container.decodeIfPresent(Direction.self, forKey: .direction) ?? .min
    best = try container.decodeIfPresent(AnyNumber.self, forKey: .best)?.value
    bestStep = try container.decodeIfPresent(Int.self, forKey: .bestStep)
    last = try container.decodeIfPresent(AnyNumber.self, forKey: .last)?.value
    test = try container.decodeIfPresent(AnyNumber.self, forKey: .test)?.value
  }

  /// Writes a summary; NaN and infinity become the strings `NaN`, `Infinity` and `-Infinity`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(direction, forKey: .direction)
    try container.encodeIfPresent(best.map(AnyNumber.init), forKey: .best)
    try container.encodeIfPresent(bestStep, forKey: .bestStep)
    try container.encodeIfPresent(last.map(AnyNumber.init), forKey: .last)
    try container.encodeIfPresent(test.map(AnyNumber.init), forKey: .test)
  }
}
