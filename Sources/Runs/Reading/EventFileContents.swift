#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What one event file or a stretch of it holds, before the files of a run are put together.
package struct EventFileContents: Sendable {
  /// The points between two beginnings of a session.
  struct Segment {
    /// The step of the beginning: earlier points from there on do not count any more. `nil` for the points of a file
    /// before any beginning.
    var restartStep: Int?
    var scalars = ScalarTable()
  }

  /// Of a file that is damaged all over only the first findings are kept.
  private static let diagnosticLimit = 50

  /// The name of the file, relative to the run folder.
  var file: String
  var segments = [Segment()]
  var texts: [LoggedText] = []
  /// The contents of hparams records in order.
  var hparams: [Data] = []
  var media = MediaTable()
  /// Times of the first and the last scalar, in seconds since 1970; `nil` if there is none.
  var wallTimes: ClosedRange<Double>?
  private(set) var diagnostics: [Diagnostic] = []
  private var diagnosticCount = 0

  init(file: String) { self.file = file }

  /// Whether the name of the file begins so; of an empty prefix, whether it is in no folder.
  func isIn(_ prefix: String) -> Bool { prefix.isEmpty ? !file.contains("/") : file.hasPrefix(prefix) }

  /// Notes a finding.
  mutating func report(_ severity: Diagnostic.Severity, at offset: Int?, _ message: String) {
    diagnosticCount += 1
    guard diagnosticCount <= EventFileContents.diagnosticLimit else { return }
    diagnostics.append(Diagnostic(severity, file: file, byteOffset: offset, message: message))
  }

  /// Notes the times of the scalars.
  mutating func noteWallTimes() {
    for series in segments.lazy.flatMap(\.scalars.series) {
      guard let range = series.wallTimes.range else { continue }
      wallTimes = wallTimes.map { $0.union(range) } ?? range
    }
  }

  /// Adds what the next stretch of the file holds.
  mutating func append(_ next: EventFileContents) {
    for series in next.segments[0].scalars.series { segments[segments.count - 1].scalars.append(series) }
    segments += next.segments.dropFirst()
    texts += next.texts
    hparams += next.hparams
    media.append(next.media)
    if let range = next.wallTimes { wallTimes = wallTimes.map { $0.union(range) } ?? range }
    diagnostics += next.diagnostics.prefix(max(0, EventFileContents.diagnosticLimit - diagnosticCount))
    diagnosticCount += next.diagnosticCount
  }

  /// Makes room for a multiple of the points that are here.
  mutating func reserveCapacity(times factor: Double) {
    segments[segments.count - 1].scalars.reserveCapacity(times: factor)
  }

  /// Closes the account of the whole file.
  mutating func conclude(isEmpty: Bool) {
    if isEmpty { report(.note, at: nil, "the file is empty.") }
    let hidden = diagnosticCount - EventFileContents.diagnosticLimit
    if hidden > 0 {
      diagnostics.append(
        Diagnostic(.error, file: file, message: "\(hidden) more findings of this kind are not listed."))
    }
    guard !media.entries.isEmpty else { return }
    let tags = Set(media.entries.map(\.tag)).sorted()
    let more = tags.count > 5 ? " and \(tags.count - 5) more" : ""
    let names = tags.prefix(5).joined(separator: ", ") + more
    diagnostics.append(
      Diagnostic(.note, file: file, message: "histograms, images and the like are passed over: \(names)."))
  }
}

extension ClosedRange where Bound == Double {
  fileprivate func union(_ other: ClosedRange) -> ClosedRange {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
