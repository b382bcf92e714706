internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where the points of curves lie on the x axis that was asked for.
struct CurvePlaces: Sendable {
  let axis: ComparisonReport.XAxis
  /// What the axis is called, with its unit.
  let title: String
  /// Seconds are divided by this.
  private let secondsPerUnit: Double

  init(_ axis: ComparisonReport.XAxis, of runs: [ComparedRun]) {
    self.axis = axis
    let units = runs.map { Progress(of: $0.run).unitTitle }
    let unit = units.allSatisfy { $0 == "Epoch" } && !units.isEmpty ? "Epoch" : "Step"
    guard axis == .time else {
      secondsPerUnit = 1
      title = axis == .epoch ? "Epoch" : unit
      return
    }
    let longest =
      runs.compactMap { run in
        run.run.scalars.compactMap(\.wallTimes.last).max().map { $0 - CurvePlaces.start(of: run) }
      }.max() ?? 0
    let (divisor, name): (Double, String) = longest > 7200 ? (3600, "h") : longest > 120 ? (60, "min") : (1, "s")
    secondsPerUnit = divisor
    title = "Elapsed time (\(name))"
  }

  /// The places of a curve's points; nil for its steps.
  func places(_ series: ScalarSeries, of run: ComparedRun) -> [Double]? {
    switch axis {
    case .step: return nil
    case .time:
      let start = CurvePlaces.start(of: run)
      return series.wallTimes.map { ($0 - start) / secondsPerUnit }
    case .epoch:
      guard Progress(of: run.run).unit != "epoch", let epochs = run.run.series("epoch"), epochs.count > 0 else {
        return nil
      }
      return series.steps.map { CurvePlaces.value(of: epochs, at: $0) }
    }
  }

  /// When the run began, in seconds since 1970; its first value where nothing says so or the clock was turned back.
  private static func start(of run: ComparedRun) -> Double {
    let first = run.run.scalars.compactMap(\.wallTimes.first).min() ?? 0
    return min(run.run.manifest.startTime?.timeIntervalSince1970 ?? first, first)
  }

  /// The last value at or before a step, by bisection.
  private static func value(of series: ScalarSeries, at step: Int) -> Double {
    var (low, high) = (0, series.count)
    while low < high {
      let middle = (low + high) / 2
      if series.steps[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return series.values[max(0, low - 1)]
  }
}
