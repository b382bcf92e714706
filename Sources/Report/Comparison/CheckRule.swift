/// A limit that runs must keep, as `lossline check` reads it: `val_loss <= 1.05 * baseline`.
///
/// On the left the tag of a metric, whose final value counts, or `TAG.best` for its best and `TAG.test` for that on test
/// data; then `<=`, `<`, `>=` or `>`; on the right numbers, percentages
/// and `baseline`, the mean of the baseline runs, with `+ - * /` and parentheses. The right side must be of the form
/// a · baseline + b. A tag with spaces or operators in it is quoted.
public struct CheckRule: Hashable, Sendable {
  /// Which way the limit is.
  public enum Comparison: String, Hashable, Sendable {
    /// At most the limit.
    case atMost = "<="
    /// Below the limit; no different from ``atMost`` where there is an interval.
    case below = "<"
    /// At least the limit.
    case atLeast = ">="
    /// Above the limit.
    case above = ">"
  }

  /// The rule as it was written.
  public let text: String
  /// The tag of the metric.
  public let metric: String
  /// Which way the limit is.
  public let comparison: Comparison
  /// What the mean of the baseline is multiplied by; 0 where the limit is a number.
  public let factor: Double
  /// What is added to that.
  public let offset: Double

  /// Reads a rule.
  ///
  /// - Throws: ``CheckRuleError`` with the place of what is wrong.
  public init(_ text: String) throws(CheckRuleError) {
    var parser = CheckRuleParser(text)
    self = try parser.rule()
  }

  init(text: String, metric: String, comparison: Comparison, factor: Double, offset: Double) {
    self.text = text
    self.metric = metric
    self.comparison = comparison
    self.factor = factor
    self.offset = offset
  }

  /// Whether the rule compares with a baseline.
  public var needsBaseline: Bool { factor != 0 }
}

/// What is wrong with a rule, with a caret under the place.
public struct CheckRuleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule.
  public let text: String
  /// Where the fault is, in characters from the start.
  public let place: Int
  /// The fault and what to write instead.
  public let message: String

  /// The message, the rule and a caret, on three lines.
  public var description: String { TextCursor.marked(text, at: place, message) }
}
