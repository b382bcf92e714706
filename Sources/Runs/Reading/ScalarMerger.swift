/// Puts the event files of one run together, in name order, so that a restart leaves no zigzag and no point is lost that
/// nothing replaced.
///
/// - A beginning of a session at step a removes the earlier points from a on.
/// - Without one, a file that continues curves of earlier files after all of them in time is a restart where its steps
///   begin before theirs end: the newer points win.
/// - Files that overlap in time have two writers, and their points are merged by step.
struct ScalarMerger {
  private(set) var table = ScalarTable()
  private(set) var diagnostics: [Diagnostic] = []
  private var wallTimes: ClosedRange<Double>?

  /// Adds the next file.
  mutating func add(_ contents: EventFileContents) {
    var segments = contents.segments
    cut(&segments, of: contents.file)
    for segment in segments {
      if segment.restartStep != nil {
        append(segment.scalars)
      } else {
        add(segment.scalars, of: contents)
      }
    }
    if let added = contents.wallTimes {
      let range = wallTimes ?? added
      wallTimes = min(range.lowerBound, added.lowerBound)...max(range.upperBound, added.upperBound)
    }
  }

  /// Removes the points that the beginnings in a file replace, in the file itself and in those before.
  ///
  /// From the last beginning to the first, so that the time is that of the points however many beginnings there are.
  private mutating func cut(_ segments: inout [EventFileContents.Segment], of file: String) {
    let restarts = segments.compactMap(\.restartStep)
    guard let first = restarts.first else { return }
    var limit: Int?
    var count = 0
    for index in segments.indices.reversed() {
      if let limit { count += segments[index].scalars.removePoints(from: limit) }
      if let step = segments[index].restartStep { limit = min(limit ?? step, step) }
    }
    if let limit { count += table.removePoints(from: limit) }
    let place = restarts.count == 1 ? "at step \(first)" : "\(restarts.count) times, first at step \(first)"
    note(count, restarted: place, in: file)
  }

  private mutating func add(_ scalars: ScalarTable, of contents: EventFileContents) {
    let shared = Set(scalars.tags).intersection(table.tags)
    let steps = scalars.series.lazy.filter { shared.contains($0.tag) }.compactMap { $0.steps.min() }
    if let added = contents.wallTimes, let wallTimes, added.overlaps(wallTimes) {
      for series in scalars.series { table.merge(series) }
    } else {
      if let step = steps.min() {
        note(table.removePoints(from: step, in: shared), restarted: "at step \(step)", in: contents.file)
      }
      append(scalars)
    }
  }

  private mutating func append(_ scalars: ScalarTable) {
    for series in scalars.series { table.append(series) }
  }

  private mutating func note(_ count: Int, restarted place: String, in file: String) {
    guard count > 0 else { return }
    let points = count == 1 ? "1 earlier point" : "\(count) earlier points"
    let message =
      "the run was restarted \(place); \(points) from there on \(count == 1 ? "is" : "are") replaced."
    diagnostics.append(Diagnostic(.note, file: file, message: message))
  }
}
