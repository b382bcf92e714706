internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Run {
  /// When the first value was logged, in seconds since 1970; nil where the log tells no time.
  var firstTime: Double? { scalars.compactMap { $0.wallTimes.first }.filter(\.isFinite).min() }

  /// When the last value was logged, in seconds since 1970.
  var lastTime: Double? { scalars.compactMap { $0.wallTimes.last }.filter(\.isFinite).max() }

  /// When the run began, in seconds since 1970: as it says itself, else when the first value was logged.
  var beginning: Double? { manifest.startTime?.timeIntervalSince1970 ?? firstTime }

  /// How long the run took, in seconds, or, while it runs or if nothing says so, the time up to its last value.
  var duration: Double? {
    if let duration = manifest.duration { return duration }
    guard let last = lastTime, let beginning, last > beginning else { return nil }
    return last - beginning
  }
}
