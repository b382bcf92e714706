internal import Foundation

/// Which call in which test each reference of this process belongs to, so that no two share one.
package final class SnapshotClaims: @unchecked Sendable {
  // Unchecked: the dictionary is touched under the lock alone.
  package static let shared = SnapshotClaims()

  private struct Claim {
    var identity: String
    var call: String
  }

  private let lock = NSLock()
  private var claims: [String: Claim] = [:]

  package init() {}

  /// Claims the reference for a call. The same call may claim it again, as when a test is repeated or retried.
  ///
  /// - Parameter call: File, line and column of the call.
  /// - Returns: What to do when another call has it; `nil` when all is well.
  package func claim(_ name: SnapshotName, _ format: SnapshotFormat, call: String) -> String? {
    // As file systems that do not tell upper from lower case see it.
    let file = name.file(format).path(percentEncoded: false)
    let claim = Claim(identity: name.identity, call: call)
    lock.lock()
    defer { lock.unlock() }
    guard let earlier = claims[file.lowercased()] else {
      claims[file.lowercased()] = claim
      return nil
    }
    if earlier.identity != claim.identity {
      return "The snapshots “\(earlier.identity)” and “\(claim.identity)” would have one file, \(file); "
        + "give one of them another name."
    }
    guard earlier.call != claim.call else { return nil }
    return name.name == nil
      ? "\(name.test) takes two snapshots without a name, here and at \(earlier.call); name them: "
        + "expectSnapshot(of: chart, named: \"…\")."
      : "“\(name.identity)” is taken already, at \(earlier.call); give one of the two snapshots another name."
  }
}
