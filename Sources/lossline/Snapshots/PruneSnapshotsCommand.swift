internal import ArgumentParser
internal import Foundation
internal import Plot
internal import Snapshots

struct PruneSnapshotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove references that no test takes any more.",
    discussion: """
      Goes by what the last full run of the tests compared with: run `swift test` first, without filters and without \
      --parallel. References stay whose test is still in the source but took no snapshot, as when it is disabled, and those \
      that were written after the run began.
      """)

  @Flag(help: "Only say what would be removed.")
  var dryRun = false
  @OptionGroup var options: PackageOptions

  func run() throws {
    let pruning = try ReferencePruning(of: options.package())
    for kept in pruning.kept { Output.error("Kept \(kept.path.legible()): it \(kept.reason.legible()).") }
    if pruning.stale.isEmpty { try Output.write("No reference is to be removed.") }
    var failures = 0
    for path in pruning.stale {
      do {
        if !dryRun { try pruning.remove(path) }
        try Output.write("\(dryRun ? "Would remove" : "Removed") \(path.legible())")
      } catch {
        failures += 1
        Output.error("Error: \(path.legible()) was not removed: \(error.systemReason).")
      }
    }
    if failures > 0 { throw ExitCode.failure }
  }
}
