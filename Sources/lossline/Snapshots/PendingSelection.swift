internal import ArgumentParser
internal import Foundation
internal import Snapshots

/// Which pending snapshots a command decides on, and the deciding.
struct PendingSelection: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Names of snapshots, tests or suites, or paths of references, of pending files or of folders.", valueName: "name"),
    completion: .file())
  var names: [String] = []
  @Flag(help: "Take everything that is pending.")
  var all = false
  @OptionGroup var options: PackageOptions

  func validate() throws {
    if names.isEmpty && !all {
      throw ValidationError(
        "Name what you have looked at, or give --all. `lossline snapshots report` shows everything.")
    }
    if !names.isEmpty && all { throw ValidationError("Give names or --all, not both.") }
  }

  /// Carries out a decision on each, a line each. What fails does not keep the others from being done.
  ///
  /// - Parameter done: What was done, as in “Accepted”.
  /// - Throws: `ExitCode` 1 when something could not be done or a name means nothing; ``CommandError`` without a package.
  func decide(_ done: String, _ decision: (PendingSnapshot) throws -> Void) throws {
    let package = try options.package()
    var failures = 0
    let snapshots = UnacceptedSnapshot.all(in: package, onlyPending: true) { problem in
      Output.error("Error: \(problem.legible())")
      // What was named may be something else.
      if all { failures += 1 }
    }
    let chosen = select(among: snapshots, in: package)
    failures += chosen.unknown.count
    for pending in chosen.pending {
      do {
        try decision(pending)
        try Output.write("\(done) \((pending.reference.path(below: package) ?? pending.reference.path).legible())")
      } catch {
        failures += 1
        Output.error("Error: \("\(error)".legible())")
      }
    }
    if snapshots.isEmpty && failures == 0 { try Output.write("Nothing is pending.") }
    try ReviewFolder.refreshPage(in: package)
    if failures > 0 { throw ExitCode.failure }
  }

  private func select(
    among snapshots: [UnacceptedSnapshot], in package: URL
  ) -> (pending: [PendingSnapshot], unknown: [String]) {
    if all { return (snapshots.flatMap(\.pending), []) }
    let selection = SnapshotSelection(snapshots, package: package, folder: PackageOptions.currentFolder)
    let chosen = selection.select(names)
    let most = 10
    for name in chosen.unknown {
      let others = snapshots.prefix(most).map { "\n  \($0.name)" }.joined()
      let rest = snapshots.count > most ? "\n  … and \(snapshots.count - most) more" : ""
      Output.error(
        "Error: Nothing pending is called \(name.legible(limit: 300)). "
          + (snapshots.isEmpty ? "Nothing is pending at all." : "Pending are:\(others)\(rest)"))
    }
    return chosen
  }
}
