package import Foundation
internal import Plot

/// `.build/plot-snapshots` in a package: the page with everything that is not as accepted, and what tests drew that were
/// not allowed to write beside their references.
package enum ReviewFolder {
  /// The folder.
  package static func url(in package: URL) -> URL {
    package.appending(path: ".build/plot-snapshots", directoryHint: .isDirectory)
  }

  /// The page.
  package static func page(in package: URL) -> URL { url(in: package).appending(path: "index.html") }

  /// What was drawn under `PLOT_SNAPSHOTS=never`, in the folders of the references.
  package static func drawings(in package: URL) -> URL {
    url(in: package).appending(path: "drawn", directoryHint: .isDirectory)
  }

  /// Keeps what a test drew for the page, where nothing may be written beside the reference.
  ///
  /// - Parameter referenceDigest: Of the reference that was compared with; `nil` when there was none.
  /// - Returns: Whether it could be written.
  static func keep(
    _ bytes: [UInt8], reference: URL, referenceDigest: String?, snapshot: String, source: String, reason: String
  ) -> Bool {
    guard let place = place(of: reference) else { return false }
    do {
      try PendingSnapshot.write(
        bytes, reference: place, referenceDigest: referenceDigest, snapshot: snapshot, source: source, reason: reason)
      return true
    } catch {
      return false
    }
  }

  /// Forgets what was kept for a reference.
  static func forget(_ reference: URL) {
    guard let place = place(of: reference) else { return }
    // What cannot be removed stays on the page; no test depends on it.
    try? PendingSnapshot.remove(for: place)
  }

  private static func place(of reference: URL) -> URL? {
    guard let package = PackageFolder.of(reference), let path = reference.path(below: package) else { return nil }
    return drawings(in: package).appending(path: path)
  }

  /// Writes the page anew, if there is one, after something was accepted or rejected.
  package static func refreshPage(in package: URL) throws {
    let page = page(in: package)
    guard FileManager.default.fileExists(atPath: page.path(percentEncoded: false)) else { return }
    try ReviewPage(of: package).write(to: page)
  }
}

/// Writes the page when the process ends, once for all tests.
final class ReviewPageWriter: Sendable {
  static let shared = ReviewPageWriter()

  /// Whether the page of a package is to be written even if there is none yet.
  private let packages = Locked<[URL: Bool]>([:])

  /// Notes that a snapshot was compared.
  ///
  /// - Returns: Where the page will be; `nil` for a snapshot outside of packages.
  @discardableResult func note(_ reference: URL, isFailure: Bool) -> URL? {
    guard let package = PackageFolder.of(reference) else { return nil }
    packages.withLock { packages in
      if packages.isEmpty { atexit { ReviewPageWriter.shared.write() } }
      packages[package] = packages[package] ?? false || isFailure
    }
    return ReviewFolder.page(in: package)
  }

  private func write() {
    for (package, isFailure) in packages.withLock({ $0 }) {
      // A package of a test's own is gone by now.
      guard FileManager.default.fileExists(atPath: package.path(percentEncoded: false)) else { continue }
      do {
        if isFailure {
          try ReviewPage(of: package).write(to: ReviewFolder.page(in: package))
        } else {
          try ReviewFolder.refreshPage(in: package)
        }
      } catch {
        // The tests have failed already; the page is only for looking at it.
        try? FileHandle.standardError.write(contentsOf: Data("The page of the snapshots: \(error)\n".utf8))
      }
    }
  }
}
