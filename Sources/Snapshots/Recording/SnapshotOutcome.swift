/// What checking one snapshot gave, for the test to record.
package struct SnapshotOutcome: Sendable {
  /// What fails the test; `nil` when nothing does.
  package var failure: String?
  /// What the test should say without failing.
  package var warning: String?
  /// Files for whoever looks into it.
  package var attachments: [SnapshotAttachment] = []

  package init(failure: String? = nil) { self.failure = failure }
}
