internal import Foundation
internal import Runs

/// How far a run is, how fast it goes and how long it will take.
struct RunProgress {
  /// How far back the speed is measured, in seconds.
  private static let window = 60.0

  /// The largest step of any curve; `nil` before the first point.
  private(set) var step: Int?
  /// The step at which the run will end; `nil` if nothing says so.
  private(set) var total: Int?
  /// Steps a second over the last minute of points; `nil` if that cannot be told.
  private(set) var rate: Double?
  /// When the last point was logged, in seconds since 1970.
  private(set) var lastTime: Double?

  /// - Parameter total: The step at the end, where the run's configuration does not say it.
  init(_ run: Run, total: Int?) {
    self.total = total ?? run.manifest.config["epochs"]?.intValue
    step = run.scalars.compactMap { $0.steps.max() }.max()
    lastTime = run.scalars.compactMap(\.wallTimes.last).filter(\.isFinite).max()
    rate = run.scalars.max { $0.count < $1.count }.flatMap(Self.rate)
  }

  /// Seconds to the end, of a run that is going on.
  var secondsLeft: Double? {
    guard let step, let total, let rate, rate > 0, total > step else { return nil }
    return Double(total - step) / rate
  }

  private static func rate(_ series: ScalarSeries) -> Double? {
    guard let lastTime = series.wallTimes.last, let lastStep = series.steps.last, series.count > 1 else { return nil }
    var first = series.count - 1
    while first > 0, series.wallTimes[first - 1] > lastTime - window, series.wallTimes[first - 1] <= lastTime {
      first -= 1
    }
    first = min(first, series.count - 2)
    let seconds = lastTime - series.wallTimes[first]
    let steps = Double(lastStep) - Double(series.steps[first])
    return seconds > 0 && steps > 0 ? steps / seconds : nil
  }

  /// A duration in at most two units: `0.25 s`, `45 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`.
  static func text(seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "very long" }
    if seconds < 10 { return String(format: "%.2g s", max(0, seconds)) }
    let whole = Int(max(0, seconds).rounded())
    for (unit, size, smaller, smallerSize) in [
      ("d", 86_400, "h", 3600), ("h", 3600, "min", 60), ("min", 60, "s", 1),
    ] where whole >= size {
      let rest = whole % size / smallerSize
      return "\(whole / size) \(unit)" + (rest > 0 ? " \(rest) \(smaller)" : "")
    }
    return "\(whole) s"
  }
}
