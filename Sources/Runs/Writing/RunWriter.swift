internal import Synchronization

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Writes one run folder: `run.json`, scalars in TensorBoard's format, texts, charts and tables.
///
/// It may be used from several tasks at once. What is logged is on disk after at most one second; a process that is
/// killed loses no more than that.
///
/// ```swift
/// let writer = try RunWriter(creating: folder, RunManifest(config: ["units": 10], seed: 1))
/// try writer.log(step: 1, ["loss": 0.31, "val_loss": 0.35])
/// try writer.finish()
/// ```
public final class RunWriter: Sendable {
  /// The run folder.
  public let folder: URL

  private let state: Mutex<RunManifest>

  /// Creates a run folder and begins to write it.
  ///
  /// - Parameters:
  ///   - folder: The folder to create, with those above it. It must not exist.
  ///   - manifest: What is known of the run. An empty name becomes the folder's; the status becomes running.
  /// - Throws: ``RunError`` if the folder exists or cannot be written.
  public init(creating folder: URL, _ manifest: RunManifest) throws {
    self.folder = folder
    self.state = Mutex(manifest)
  }

  /// The manifest as it stands.
  public var manifest: RunManifest { state.withLock { $0 } }

  /// Logs the values of one step, all in one record.
  ///
  /// Values are stored in single precision; the metrics that the manifest declares keep theirs in double precision.
  ///
  /// - Parameters:
  ///   - step: The step; in training the epoch, counted from 1.
  ///   - scalars: The value of each tag: `["loss": 0.31, "val_loss": 0.35]`.
  /// - Throws: ``RunError`` if the disk refuses; what was written before stays readable.
  public func log(step: Int, _ scalars: KeyValuePairs<String, Double>) throws {
    try log(step: step, contentsOf: Array(scalars))
  }

  /// Logs the values of one step, all in one record, in the order given; see ``log(step:_:)``.
  public func log(step: Int, contentsOf scalars: [(key: String, value: Double)]) throws {}

  /// Logs a text, which TensorBoard shows as Markdown.
  ///
  /// - Throws: ``RunError`` if the disk refuses.
  public func log(text: String, tag: String, step: Int = 0) throws {}

  /// Logs a chart as plain data, in `charts/<number>-<slug>.json`.
  ///
  /// Charts keep the order in which they are logged. A slug that was logged before replaces that chart in its place.
  ///
  /// - Parameters:
  ///   - slug: A short name; anything but letters and digits becomes a hyphen.
  ///   - title: What the chart is called.
  ///   - caption: What it shows, in a sentence or two.
  ///   - spec: The chart.
  /// - Throws: ``RunError`` if the spec cannot be encoded or the disk refuses.
  public func logChart(slug: String, title: String, caption: String = "", _ spec: some Encodable) throws {}

  /// Logs a table, as `tables/<slug>.csv`.
  ///
  /// Tables keep the order in which they are logged. A slug that was logged before replaces that table in its place.
  ///
  /// - Parameters:
  ///   - slug: A short name; anything but letters and digits becomes a hyphen.
  ///   - caption: What it shows, in a sentence.
  ///   - columns: The columns, of equal lengths.
  /// - Throws: ``RunError`` if the columns differ in length or the disk refuses.
  public func logTable(slug: String, caption: String = "", columns: [TableColumn]) throws {}

  /// Changes the manifest and writes `run.json`.
  ///
  /// - Throws: ``RunError`` if the disk refuses; the file then stays as it was.
  public func update(_ change: (inout RunManifest) -> Void) throws {
    state.withLock { change(&$0) }
  }

  /// Writes everything that is still in memory.
  ///
  /// - Throws: ``RunError`` if the disk refuses.
  public func flush() throws {}

  /// Ends the run: sets end time and status, writes everything and waits until the disk has it.
  ///
  /// A second call does nothing. A writer that is dropped without it marks its run interrupted.
  ///
  /// - Parameters:
  ///   - status: How the run ended.
  ///   - failure: Why it failed, for a person to read.
  /// - Throws: ``RunError`` if the disk refuses.
  public func finish(status: RunStatus = .finished, failure: String? = nil) throws {}
}
