#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What one event file holds, before the files of a run are put together.
struct EventFileContents {
  /// The points between two beginnings of a session.
  struct Segment {
    /// The step of the beginning: earlier points from there on do not count any more. `nil` for the points of a file
    /// before any beginning.
    var restartStep: Int?
    var scalars = ScalarTable()
  }

  /// The name of the file, relative to the run folder.
  var file: String
  var segments = [Segment()]
  var texts: [LoggedText] = []
  /// The contents of hparams records in order.
  var hparams: [Data] = []
  /// Times of the first and the last scalar, in seconds since 1970; `nil` if there is none.
  var wallTimes: ClosedRange<Double>?
  var diagnostics: [Diagnostic] = []

  mutating func append(tag: String, step: Int, value: Double, wallTime: Double) {
    segments[segments.count - 1].scalars.append(tag: tag, step: step, value: value, wallTime: wallTime)
    guard !wallTime.isNaN else { return }
    let range = wallTimes ?? wallTime...wallTime
    wallTimes = min(range.lowerBound, wallTime)...max(range.upperBound, wallTime)
  }
}
