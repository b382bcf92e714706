internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where the points of curves lie on an x axis.
struct CurvePlaces: Sendable {
  let axis: ComparisonReport.XAxis
  /// What the axis is called, with its unit.
  let title: String
  /// Seconds are divided by this.
  private let secondsPerUnit: Double

  init(_ axis: ComparisonReport.XAxis, of runs: [ComparedRun], language: ReportLanguage = .english) {
    self.axis = axis
    let words = language.comparison
    guard axis == .time else {
      secondsPerUnit = 1
      title = axis == .epoch || CurvePlaces.countsEpochs(runs) ? words.epoch : words.step
      return
    }
    let longest =
      runs.compactMap { run in
        run.run.lastTime.map { $0 - CurvePlaces.start(of: run) }
      }.max() ?? 0
    let (divisor, unit): (Double, TimeUnit) =
      longest > 7200 ? (3600, .hours) : longest > 120 ? (60, .minutes) : (1, .seconds)
    secondsPerUnit = divisor
    title = words.elapsed(unit)
  }

  /// What elapsed time is counted in.
  enum TimeUnit { case seconds, minutes, hours }

  /// The axes that these runs can be drawn over: steps always, epochs where they were logged beside steps, time where it
  /// went on.
  static func choices(of runs: [ComparedRun]) -> [ComparisonReport.XAxis] {
    let hasEpochs = runs.contains { Progress(of: $0.run).unit != "epoch" && ($0.run.series("epoch")?.count ?? 0) > 0 }
    let hasTimes = runs.contains { run in
      run.run.scalars.contains { ($0.wallTimes.last ?? 0) > ($0.wallTimes.first ?? 0) }
    }
    return [.step] + (hasEpochs ? [.epoch] : []) + (hasTimes ? [.time] : [])
  }

  /// Whether the steps of all runs are epochs.
  static func countsEpochs(_ runs: [ComparedRun]) -> Bool {
    !runs.isEmpty && runs.allSatisfy { Progress(of: $0.run).unit == "epoch" }
  }

  /// The places of a curve's points; nil for its steps.
  func places(_ series: ScalarSeries, of run: ComparedRun) -> [Double]? {
    switch axis {
    case .step: return nil
    case .time:
      let start = CurvePlaces.start(of: run)
      return series.wallTimes.map { ($0 - start) / secondsPerUnit }
    case .epoch:
      guard let epochs = epochs(of: run) else { return nil }
      return series.steps.map { CurvePlaces.value(of: epochs.values, at: $0, in: epochs.steps) }
    }
  }

  /// Where some steps of a group lie: the mean of where they lie in the runs that recorded the metric. nil if a run's steps
  /// turn back.
  ///
  /// Times are rounded to a ten-thousandth of the longest, which is less than a screen shows.
  func places(ofSteps steps: [Double], tag: String, in runs: [ComparedRun]) -> [Double]? {
    guard axis != .step else { return steps }
    let members = runs.compactMap { run in run.run.series(tag).map { (run: run, series: $0) } }
    var sums = [Double](repeating: 0, count: steps.count)
    for (run, series) in members {
      guard zip(series.steps, series.steps.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
      let start = CurvePlaces.start(of: run)
      let epochs = axis == .epoch ? epochs(of: run) : nil
      for (index, step) in steps.enumerated() {
        // The largest steps are rounded up to 2⁶³ as doubles.
        let whole = Int(exactly: step) ?? (step > 0 ? .max : .min)
        let place: Double
        if let epochs {
          place = CurvePlaces.value(of: epochs.values, at: whole, in: epochs.steps)
        } else if axis == .epoch {
          place = step
        } else {
          place = (CurvePlaces.value(of: series.wallTimes, at: whole, in: series.steps) - start) / secondsPerUnit
        }
        sums[index] += place / Double(members.count)
      }
    }
    guard axis == .time, let longest = sums.max(), longest > 0, longest.isFinite else { return sums }
    let unit = Double("1e\(4 - NumberText.exponent(of: longest))") ?? 1
    return sums.map { ($0 * unit).rounded() / unit }
  }

  private func epochs(of run: ComparedRun) -> ScalarSeries? {
    guard Progress(of: run.run).unit != "epoch", let epochs = run.run.series("epoch"), epochs.count > 0 else {
      return nil
    }
    return epochs
  }

  /// When the run began, in seconds since 1970; its first value where nothing says so or the clock was turned back.
  private static func start(of run: ComparedRun) -> Double {
    guard let first = run.run.firstTime else { return run.run.beginning ?? 0 }
    return min(run.run.beginning ?? first, first)
  }

  /// The last value at or before a step, by bisection.
  private static func value(
    of values: some RandomAccessCollection<Double>, at step: Int, in steps: StepColumn
  ) -> Double {
    var (low, high) = (0, min(steps.count, values.count))
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return values.isEmpty ? .nan : values[values.index(values.startIndex, offsetBy: max(0, low - 1))]
  }
}

/// The x axes of a page's curves: the one that they are drawn over, and those that a reader can choose.
struct CurveAxes: Sendable {
  let drawn: CurvePlaces
  let choices: [CurvePlaces]

  init(_ axis: ComparisonReport.XAxis, of runs: [ComparedRun], language: ReportLanguage = .english) {
    // Where steps are epochs, the axis of epochs is that of steps.
    let axis = axis == .epoch && CurvePlaces.countsEpochs(runs) ? .step : axis
    let found = CurvePlaces.choices(of: runs)
    let all = found.contains(axis) ? found : found + [axis]
    choices = all.map { CurvePlaces($0, of: runs, language: language) }
    drawn = choices.first { $0.axis == axis } ?? CurvePlaces(axis, of: runs, language: language)
  }

  /// The notes of a chart with these layers.
  func notes(_ layers: [LayerNotes.Layer]) -> LayerNotes {
    LayerNotes(
      axes: choices.map { .init(key: $0.axis.rawValue, title: $0.title) },
      drawnAxis: choices.firstIndex { $0.axis == drawn.axis } ?? 0, layers: layers)
  }

  /// Where the points of a curve lie on each of the axes.
  func places(_ curve: GroupCurve, tag: String, of runs: [ComparedRun]) -> [[Double]?] {
    guard choices.count > 1 else { return [] }
    return choices.map { $0.axis == drawn.axis ? curve.x : $0.places(ofSteps: curve.steps, tag: tag, in: runs) }
  }
}
