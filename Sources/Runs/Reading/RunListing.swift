#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One line in the list of runs: what is known of a run without reading its event files.
public struct RunListing: Hashable, Sendable {
  /// The run folder; of a log that is a run by itself, the file.
  public var folder: URL

  /// The folder's path below the folder that was listed; its own name where they are the same.
  public var path: String

  /// The content of `run.json`, or what the names of the event files tell.
  public var manifest: RunManifest

  /// Whether the folder holds a readable `run.json`.
  public var hasManifest: Bool

  /// How far the run has come; see ``Run/status``.
  public var status: RunStatus

  /// What is wrong with the run, if that shows without reading its event files.
  public var problem: Diagnostic?
}

extension Run {
  /// The runs in a folder and the folders below it, sorted by path with numbers in order of value.
  ///
  /// A run is a folder with a `run.json` or with TensorBoard event files, or a log as CSV or JSON lines. Hidden folders, and
  /// symbolic links to folders, are passed over, and nothing is sought inside a folder with a `run.json`. Event files are
  /// not opened, of other logs the beginning is read. A folder that cannot be looked into is listed too, with a
  /// ``RunListing/problem``.
  ///
  /// - Parameter folder: Where to look. It may be a run itself.
  /// - Throws: ``RunError`` if the folder is missing, is a file or cannot be read. An empty list is no error.
  public static func list(in folder: URL) throws -> [RunListing] {
    var finder = RunFinder(root: folder)
    return try finder.find()
  }
}
