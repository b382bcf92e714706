package import Foundation

/// A snapshot that is not as accepted: what its test drew, in each of the forms that differ.
package struct UnacceptedSnapshot: Sendable {
  /// One of its forms.
  package struct Form: Sendable {
    /// What was found, and when.
    package let record: PendingSnapshot.Record
    /// Picture, scene or text of a PDF.
    package let format: SnapshotFormat
    /// What was expected; the file may be missing.
    package let reference: URL
    /// What was drawn.
    package let actual: URL
    /// What can be accepted; `nil` where the test was not allowed to write anything beside the reference.
    package let pending: PendingSnapshot?
  }

  /// The references' path below the package's folder, without ending: what `lossline snapshots accept` takes.
  package let place: String
  /// Pictures first, then scenes and texts.
  package let forms: [Form]

  /// The test with its suites and the snapshot's name.
  package var name: String { forms.first?.record.snapshot.legible(limit: 200) ?? place }
  /// The test's file, line and column.
  package var source: String { forms.first?.record.source.legible(limit: 300) ?? "" }
  /// What is pending.
  package var pending: [PendingSnapshot] { forms.compactMap(\.pending) }
  /// The command that accepts it.
  package var command: String { Self.command(for: place) }

  /// The command that accepts the snapshot of a place.
  package static func command(for place: String) -> String { "lossline snapshots accept \(place.shellArgument)" }

  /// Everything in a package that is not as accepted, by place.
  ///
  /// - Parameters:
  ///   - onlyPending: Whether what tests drew under `PLOT_SNAPSHOTS=never` is left out.
  ///   - report: Is told of files that look pending and cannot be read, a sentence each.
  package static func all(
    in package: URL, onlyPending: Bool = false, report: (String) -> Void = { _ in }
  ) -> [UnacceptedSnapshot] {
    var forms: [String: [Form]] = [:]
    func add(_ snapshot: PendingSnapshot, below root: URL, isPending: Bool) {
      guard let format = snapshot.format, let path = snapshot.reference.path(below: root) else {
        return report("\(snapshot.file.path(percentEncoded: false)) is no snapshot by its ending; it is left alone.")
      }
      let place = String(path.dropLast(format.ending.count + 1))
      guard !forms[place, default: []].contains(where: { $0.format == format }) else { return }
      forms[place, default: []].append(
        Form(
          record: snapshot.record, format: format, reference: package.appending(path: path), actual: snapshot.file,
          pending: isPending ? snapshot : nil))
    }
    for snapshot in PendingSnapshot.all(below: package, report: report) {
      add(snapshot, below: package, isPending: true)
    }
    if !onlyPending {
      let kept = ReviewFolder.drawings(in: package)
      for snapshot in PendingSnapshot.all(below: kept) { add(snapshot, below: kept, isPending: false) }
    }
    let order: [SnapshotFormat] = [.png, .scene, .pdf]
    return forms.sorted { $0.key < $1.key }.map { place, forms in
      UnacceptedSnapshot(place: place, forms: order.flatMap { format in forms.filter { $0.format == format } })
    }
  }
}

extension URL {
  /// The path below a folder, without a slash at its end; `nil` for a file elsewhere and for the folder itself.
  package func path(below folder: URL) -> String? {
    let (path, root) = (
      standardizedFileURL.path(percentEncoded: false), folder.standardizedFileURL.path(percentEncoded: false)
    )
    let prefix = root.hasSuffix("/") ? root : root + "/"
    guard path.hasPrefix(prefix) else { return nil }
    var place = path.dropFirst(prefix.count)
    while place.last == "/" { place.removeLast() }
    return place.isEmpty ? nil : String(place)
  }
}
