internal import Foundation

extension SnapshotCheck {
  /// Has the package's page show what differs from a reference, or no longer show it.
  ///
  /// - Parameter digest: Of the reference that was compared with; `nil` when there was none.
  /// - Returns: The page, if it will show this.
  func notePage(
    _ content: some SnapshotContent, _ reference: URL, _ verdict: SnapshotVerdict, _ digest: String?,
    _ written: SnapshotReport.Written
  ) -> URL? {
    switch (verdict, written) {
    case (.different, .nothing), (.unusable, .nothing):
      let isKept = ReviewFolder.keep(
        content.bytes, reference: reference, referenceDigest: digest, snapshot: name.identity, source: source,
        reason: SnapshotReport.line(verdict, reference))
      return isKept ? ReviewPageWriter.shared.note(reference, isFailure: true) : nil
    case (.different, .pending), (.unusable, .pending):
      ReviewFolder.forget(reference)
      return ReviewPageWriter.shared.note(reference, isFailure: true)
    default:
      ReviewFolder.forget(reference)
      ReviewPageWriter.shared.note(reference, isFailure: false)
      return nil
    }
  }
}
