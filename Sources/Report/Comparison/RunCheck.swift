public import Runs

/// Whether runs keep rules, in three states, as a gate for continuous integration asks it.
///
/// The final values of all runs are one sample, those of the baseline another; they are compared in three states:
/// **PASS** only if the whole 95 % interval of the difference keeps the limit, **FAIL** only if the whole interval breaks it,
/// **INCONCLUSIVE** otherwise. The interval is paired by seed where both sides have the same seeds, else Welch's. With one
/// run on a side the values alone are compared, and the result says that no variance between seeds is known.
///
/// A run that ended in NaN or infinity keeps no limit. A baseline that did so decides nothing.
public struct RunCheck: Sendable {
  /// The outcome of one rule.
  public struct Result: Hashable, Sendable {
    /// The outcome; its number is the exit code of `lossline check`.
    public enum State: Int, Hashable, Sendable, CaseIterable {
      /// The limit is kept, and chance between seeds hardly did it.
      case pass = 0
      /// The limit is broken, and chance between seeds hardly did it.
      case fail = 1
      /// Chance between seeds could turn the outcome round.
      case inconclusive = 2
    }

    /// The rule.
    public let rule: CheckRule
    /// The outcome.
    public let state: State
    /// The mean of the runs; NaN where none is finite.
    public let value: Double
    /// The limit; NaN where it is not known.
    public let limit: Double
    /// The 95 % interval of value − limit; nil where no variance is known.
    public let interval: ClosedRange<Double>?
    /// How many runs there are on both sides; 0 for a rule without baseline.
    public let counts: (runs: Int, baseline: Int)
    /// How many seeds a side would settle it; nil if it is settled, or if nobody would train so many.
    public let seedsNeeded: Int?
    /// The outcome in a sentence or two.
    public let explanation: String

    /// Whether two results are equal.
    public static func == (left: Result, right: Result) -> Bool {
      left.rule == right.rule && left.state == right.state && left.explanation == right.explanation
    }

    /// Hashes the rule and the outcome.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(rule)
      hasher.combine(state)
    }
  }

  private let runs: RunGroup
  private let baseline: RunGroup

  /// A check of some runs against others.
  ///
  /// - Parameters:
  ///   - runs: The runs to be judged, as one sample.
  ///   - baseline: The runs that rules call `baseline`; empty if no rule does.
  public init(runs: [Run], baseline: [Run] = []) {
    self.runs = RunGroup(name: "runs", runs: runs.map(ComparedRun.init))
    self.baseline = RunGroup(name: "baseline", runs: baseline.map(ComparedRun.init))
  }

  /// Judges one rule.
  ///
  /// - Throws: ``ReportError/Code/invalidRequest`` if the runs or the baseline did not record the metric, or if the rule
  ///   needs a baseline and there is none.
  public func result(of rule: CheckRule) throws(ReportError) -> Result {
    let values = runs.finals(rule.metric)
    guard !values.isEmpty else { throw unknown(rule.metric, in: runs, whose: "the runs") }
    guard rule.needsBaseline else { return judge(rule, values, []) }
    guard baseline.count > 0 else {
      throw ReportError(
        .invalidRequest, path: rule.text, message: "The rule speaks of a baseline. Give the runs of one too.")
    }
    let others = baseline.finals(rule.metric)
    guard !others.isEmpty else { throw unknown(rule.metric, in: baseline, whose: "the baseline") }
    return judge(rule, values, others)
  }

  private func unknown(_ metric: String, in group: RunGroup, whose: String) -> ReportError {
    let known = ComparedMetric.all(of: group.runs).prefix(20).map(\.tag).joined(separator: ", ")
    return ReportError(
      .invalidRequest, path: metric,
      message: known.isEmpty
        ? "No value of this metric was recorded in \(whose), nor of any other."
        : "No value of this metric was recorded in \(whose). Choose from \(known).")
  }

  private func judge(_ rule: CheckRule, _ values: [Double], _ others: [Double]) -> Result {
    let sample = Sample(values)
    let reference = Sample(others)
    let limit = rule.offset + (rule.needsBaseline ? rule.factor * reference.mean : 0)
    func result(
      _ state: Result.State, _ explanation: String, interval: ClosedRange<Double>? = nil, seeds: Int? = nil
    ) -> Result {
      Result(
        rule: rule, state: state, value: sample.mean, limit: limit, interval: interval,
        counts: (values.count, others.count), seedsNeeded: seeds, explanation: explanation)
    }
    guard sample.count == values.count else {
      let lost = values.count - sample.count
      return result(
        .fail,
        "\(NumberText.counted(lost, "run")) of \(values.count) ended in NaN or infinity, "
          + "which keeps no limit.")
    }
    guard reference.count == others.count else {
      return result(.inconclusive, "The baseline ended in NaN or infinity, so there is no limit to keep.")
    }
    guard let difference = difference(rule, sample) else {
      let verdict = singleState(rule, sample.mean, limit)
      return result(verdict, CheckWords.single(rule, sample, reference, limit: limit))
    }
    let verdict = Verdict(of: difference)
    let interval = rule.isUpperLimit ? difference.interval() : difference.interval().negated
    return result(
      verdict.publicState, CheckWords.interval(rule, sample, reference, limit: limit, difference, verdict),
      interval: interval, seeds: verdict.seedsNeeded)
  }

  /// The difference to the limit, turned so that below 0 is good.
  private func difference(_ rule: CheckRule, _ sample: Sample) -> MeanDifference? {
    let sign = rule.isUpperLimit ? 1.0 : -1.0
    guard rule.needsBaseline else {
      return MeanDifference(paired: sample.values.map { (a: sign * ($0 - rule.offset), b: 0) })
    }
    // The offset moves the difference and not its spread.
    let shifted = { (value: Double) in sign * (value - rule.offset) }
    let pair = GroupDifference(runs, baseline, tag: rule.metric)
    if let pairs = pair.pairs {
      return MeanDifference(paired: pairs.map { (a: shifted($0.a), b: sign * $0.b) }, factor: rule.factor)
    }
    return MeanDifference(
      welch: Sample(pair.a.values.map(shifted)), Sample(pair.b.values.map { sign * $0 }), factor: rule.factor)
  }

  private func singleState(_ rule: CheckRule, _ value: Double, _ limit: Double) -> Result.State {
    let holds =
      switch rule.comparison {
      case .atMost: value <= limit
      case .below: value < limit
      case .atLeast: value >= limit
      case .above: value > limit
      }
    return holds ? .pass : .fail
  }
}

extension CheckRule {
  /// Whether values must stay below the limit.
  var isUpperLimit: Bool { comparison == .atMost || comparison == .below }
}

extension Verdict {
  fileprivate var publicState: RunCheck.Result.State {
    switch state {
    case .pass: .pass
    case .fail: .fail
    case .inconclusive: .inconclusive
    }
  }
}

extension ClosedRange<Double> {
  /// The range of the negated values.
  fileprivate var negated: ClosedRange<Double> { -upperBound ... -lowerBound }
}
