package import Foundation

/// What arguments of a command name among the snapshots of a package.
///
/// An argument is the name of a snapshot, a test or a suite (`LossTests.curve.dark`, `LossTests.curve`, `LossTests`), or a
/// path: of a reference with or without its ending, of what is pending for it, or of a folder above.
package struct SnapshotSelection: Sendable {
  private let snapshots: [UnacceptedSnapshot]
  private let package: URL
  private let folder: URL

  /// - Parameters:
  ///   - snapshots: What can be selected.
  ///   - package: What their places are below.
  ///   - folder: What paths start at, besides the package.
  package init(_ snapshots: [UnacceptedSnapshot], package: URL, folder: URL) {
    (self.snapshots, self.package, self.folder) = (snapshots, package, folder)
  }

  /// What is pending and named, each once and in the order of places, and the arguments that name nothing.
  package func select(_ arguments: [String]) -> (pending: [PendingSnapshot], unknown: [String]) {
    var found: Set<PendingSnapshot> = []
    var unknown: [String] = []
    for argument in arguments {
      let named = snapshots.flatMap { snapshot in pending(of: snapshot, named: argument) }
      if named.isEmpty { unknown.append(argument) }
      found.formUnion(named)
    }
    return (snapshots.flatMap(\.pending).filter(found.contains), unknown)
  }

  private func pending(of snapshot: UnacceptedSnapshot, named argument: String) -> [PendingSnapshot] {
    guard !argument.isEmpty else { return [] }
    let places = [folder, package].compactMap { URL(filePath: argument, relativeTo: $0).path(below: package) }
    let isRoot =
      URL(filePath: argument, relativeTo: folder).standardizedFileURL.path == package.standardizedFileURL.path
    return snapshot.pending.filter { pending in
      let name = pending.record.snapshot
      if name == argument || name.hasPrefix("\(argument).") { return true }
      let own = [pending.reference, pending.file].compactMap { $0.path(below: package) } + [snapshot.place]
      return isRoot || places.contains { place in own.contains { $0 == place || $0.hasPrefix("\(place)/") } }
    }
  }
}
