internal import Foundation
package import Plot

/// Compares a drawing with its references, and writes what the mode allows.
package struct SnapshotCheck: Sendable {
  /// Where the references are.
  package var name: SnapshotName
  /// What may be written.
  package var mode: SnapshotMode
  /// Whether pictures must be equal although their references were drawn with another rendering stack.
  package var isStrict: Bool
  /// File and line of the call, for whoever reviews it.
  package var source: String

  package init(_ name: SnapshotName, mode: SnapshotMode, isStrict: Bool = false, source: String = "") {
    (self.name, self.mode, self.isStrict, self.source) = (name, mode, isStrict, source)
  }

  /// Compares in each of the formats.
  ///
  /// - Parameter scale: Pixels a point of the picture.
  package func outcome(of drawing: Drawing, as formats: [SnapshotFormat], scale: Double = 1) -> SnapshotOutcome {
    if let problem = ComparatorCheck.problem { return SnapshotOutcome(failure: problem) }
    if let problem = name.problem { return SnapshotOutcome(failure: problem) }
    var contents: [(SnapshotFormat, any SnapshotContent)] = []
    do {
      for format in formats { contents.append((format, try content(of: drawing, format, scale))) }
    } catch ReferenceProblem.blank {
      return SnapshotOutcome(
        failure: "\(name.identity) is blank: nothing is to be seen in what was drawn, so that it can be no snapshot.")
    } catch {
      return SnapshotOutcome(failure: "\(name.identity) could not be drawn: \(error)")
    }
    var report = SnapshotReport(name: name, mode: mode)
    for (format, content) in contents { settle(format, content, &report) }
    return report.outcome
  }

  private func content(
    of drawing: Drawing, _ format: SnapshotFormat, _ scale: Double
  ) throws -> any SnapshotContent {
    switch format {
    case .scene: try SceneContent(drawing)
    case .png: try PictureContent(drawing, scale: scale, isStrict: isStrict)
    case .pdf: try PDFContent(drawing, isStrict: isStrict)
    }
  }

  private func settle(_ format: SnapshotFormat, _ content: some SnapshotContent, _ report: inout SnapshotReport) {
    let reference = name.file(format)
    let digest = ContentDigest(of: reference)?.text
    let verdict = content.compare(with: reference)
    do {
      let written = try write(content, reference, verdict, digest)
      report.add(verdict, reference, written)
      if let page = notePage(content, reference, verdict, digest, written) { report.page = page }
    } catch {
      report.add(verdict, reference, .nothing)
      report.add(problem: "\(reference.lastPathComponent) could not be written: \(error)")
    }
  }

  /// Writes what the mode allows after a verdict.
  private func write(
    _ content: some SnapshotContent, _ reference: URL, _ verdict: SnapshotVerdict, _ digest: String?
  ) throws -> SnapshotReport.Written {
    var isMissing = false
    switch verdict {
    case .same, .tolerated:
      if mode != .never { try PendingSnapshot.remove(for: reference) }
      guard mode == .all, digest != ContentDigest(Data(content.bytes)).text else { return .nothing }
    case .unusable(let problem):
      guard problem.isReplaceable else { return .nothing }
      isMissing = problem == .missing
    case .different: break
    }
    switch mode {
    case .never: return .nothing
    case .all, .failed: break
    case .missing where isMissing: break
    case .pending, .missing:
      let reason = SnapshotReport.line(verdict, reference)
      try PendingSnapshot.write(
        content.bytes, reference: reference, referenceDigest: digest, snapshot: name.identity, source: source,
        reason: reason)
      return .pending
    }
    try FileManager.default.createDirectory(at: name.folder, withIntermediateDirectories: true)
    try OutputFile.write(content.bytes, to: reference)
    try PendingSnapshot.remove(for: reference)
    return .reference
  }
}
