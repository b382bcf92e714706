#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A run as it was found on disk: its manifest, its curves and everything else that was logged.
public struct Run: Hashable, Sendable {
  /// The folder or the file that was read.
  public var folder: URL

  /// The content of `run.json`. Where there is none, what the folder and its event files tell; see ``hasManifest``.
  public var manifest: RunManifest

  /// Whether the folder holds a readable `run.json`.
  public var hasManifest: Bool

  /// How far the run has come. Where `run.json` says running and no writer is alive, this says interrupted.
  public var status: RunStatus

  /// The curves, in the order in which their tags first occur.
  public var scalars: [ScalarSeries]

  /// The charts that the program logged, in its order.
  public var charts: [LoggedChart]

  /// The tables that the program logged, in its order.
  public var tables: [LoggedTable]

  /// The texts that the program logged, in its order.
  public var texts: [LoggedText]

  /// The histograms, images and the like that the program logged: what there is and at which steps.
  public var media: [LoggedMedia]

  /// What a step is, `epoch` or `step`, where the log says so.
  public var stepUnit: String?

  /// What was noticed on reading, file by file.
  public var diagnostics: [Diagnostic]

  /// Creates a run from its parts, for tests and for runs that come from elsewhere.
  public init(
    folder: URL, manifest: RunManifest, hasManifest: Bool = true, status: RunStatus? = nil,
    scalars: [ScalarSeries] = [], charts: [LoggedChart] = [], tables: [LoggedTable] = [], texts: [LoggedText] = [],
    media: [LoggedMedia] = [], stepUnit: String? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.folder = folder
    self.manifest = manifest
    self.hasManifest = hasManifest
    self.status = status ?? manifest.status
    self.scalars = scalars
    self.charts = charts
    self.tables = tables
    self.texts = texts
    self.media = media
    self.stepUnit = stepUnit
    self.diagnostics = diagnostics
  }

  /// Reads a run, whoever wrote it: a run folder, a folder with TensorBoard event files, Keras' folder with `train` and
  /// `validation`, a log as CSV or JSON lines or the folder that holds it, also compressed by gzip.
  ///
  /// Damage inside does not stop the reading: whatever is sound is returned, and ``diagnostics`` says what is not, with
  /// file and byte offset. Logs of text may lack times; those are NaN then.
  ///
  /// - Parameters:
  ///   - url: The folder or the file.
  ///   - format: What to take it for; by default the content decides.
  /// - Throws: ``RunError`` if there is nothing, if it cannot be read or is no run.
  public init(reading url: URL, format: RunFormat? = nil) throws {
    self = try RunReader.read(url, format: format)
  }

  /// The curve of one tag, or `nil` if nothing was logged under it.
  public func series(_ tag: String) -> ScalarSeries? {
    scalars.first { $0.tag == tag }
  }

  /// The folder of a run by its name, always directly inside `parent`.
  ///
  /// - Parameters:
  ///   - name: The name, as a user gave it.
  ///   - parent: The folder that holds all runs.
  /// - Throws: ``RunError`` with ``RunError/Code/invalidValue`` if the name is empty, begins with a dot, has a slash, a
  ///   backslash or a control character, or is longer than 200 bytes.
  public static func folder(named name: String, in parent: URL) throws -> URL {
    let isSafe =
      !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 200
      && name.unicodeScalars.allSatisfy { $0 != "/" && $0 != "\\" && $0.value >= 0x20 && $0.value != 0x7F }
    guard isSafe else {
      throw RunError(
        .invalidValue, path: parent.path,
        message: "cannot hold a run named \"\(name)\". Choose a name of at most 200 bytes without slashes that does "
          + "not begin with a dot.")
    }
    return parent.appending(path: name, directoryHint: .isDirectory)
  }
}
