internal import Foundation
package import Plot

/// Which call in which test each reference of this process belongs to, so that no two share one.
package final class SnapshotClaims: Sendable {
  package static let shared = SnapshotClaims()

  private struct Claim {
    var identity: String
    var call: String
  }

  private struct State {
    var claims: [String: Claim] = [:]
    /// The digest of what was drawn first for each reference, by path.
    var drawings: [String: String] = [:]
  }

  private let state = Locked(State())

  package init() {}

  /// Claims the reference for a call. The same call may claim it again, as when a test is repeated or retried.
  ///
  /// - Parameter call: File, line and column of the call.
  /// - Returns: What to do when another call has it; `nil` when all is well.
  package func claim(_ name: SnapshotName, _ format: SnapshotFormat, call: String) -> String? {
    // As file systems that do not tell upper from lower case see it.
    let file = name.file(format).path(percentEncoded: false)
    let claim = Claim(identity: name.identity, call: call)
    let earlier = state.withLock { state in
      let earlier = state.claims[file.lowercased()]
      state.claims[file.lowercased()] = earlier ?? claim
      return earlier
    }
    guard let earlier else { return nil }
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

  /// Notes what was drawn for a snapshot. Drawn again, as when a test is repeated, it is the same; what differs is another
  /// snapshot, such as the next one of a loop.
  ///
  /// - Returns: What to do when something else was drawn before; `nil` when all is well.
  package func note(_ drawing: Drawing, for name: SnapshotName, _ formats: [SnapshotFormat]) -> String? {
    let digest = ContentDigest(Data(drawing.scene.text.utf8)).text
    let isKnown = state.withLock { state in
      formats.allSatisfy { format in
        let file = name.file(format).path(percentEncoded: false)
        state.drawings[file] = state.drawings[file] ?? digest
        return state.drawings[file] == digest
      }
    }
    guard !isKnown else { return nil }
    return name.name == nil
      ? "\(name.test) takes several snapshots without a name in one call, as in a loop; name them: "
        + "expectSnapshot(of: chart, named: \"…\")."
      : "“\(name.identity)” is drawn in two ways by one call, as in a loop; give each snapshot a name of its own."
  }
}
