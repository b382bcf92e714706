package import Foundation

/// What comparing something drawn with its reference gave.
package enum SnapshotVerdict: Sendable {
  /// They are equal.
  case same
  /// They differ by more than what may be: how, in a few lines.
  case different(String, [SnapshotAttachment])
  /// They differ, but were drawn with different libraries or fonts: how, in a few lines.
  case tolerated(String, [SnapshotAttachment])
  /// There is nothing to compare with.
  case unusable(ReferenceProblem)
}

/// A file for whoever looks into a failure.
package struct SnapshotAttachment: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
}

/// Something drawn, in the form in which its reference is kept.
package protocol SnapshotContent: Sendable {
  /// What is written when it becomes a reference.
  var bytes: [UInt8] { get }
  /// Compares with a reference.
  func compare(with reference: URL) -> SnapshotVerdict
}
