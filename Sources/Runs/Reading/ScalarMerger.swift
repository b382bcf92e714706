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
    for segment in contents.segments {
      if let step = segment.restartStep {
        removePoints(from: step, for: contents.file)
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

  private mutating func add(_ scalars: ScalarTable, of contents: EventFileContents) {
    let shared = Set(scalars.tags).intersection(table.tags)
    let steps = scalars.series.lazy.filter { shared.contains($0.tag) }.compactMap { $0.steps.min() }
    if let added = contents.wallTimes, let wallTimes, added.overlaps(wallTimes) {
      for series in scalars.series { table.merge(series) }
    } else {
      if let step = steps.min() { removePoints(from: step, in: shared, for: contents.file) }
      append(scalars)
    }
  }

  private mutating func append(_ scalars: ScalarTable) {
    for series in scalars.series { table.append(series) }
  }

  private mutating func removePoints(from step: Int, in tags: Set<String>? = nil, for file: String) {
    let count = table.removePoints(from: step, in: tags)
    guard count > 0 else { return }
    let points = count == 1 ? "1 earlier point" : "\(count) earlier points"
    diagnostics.append(
      Diagnostic(
        .note, file: file,
        message: "the run was restarted at step \(step); \(points) from there on \(count == 1 ? "is" : "are") replaced."
      ))
  }
}
