internal import Dispatch
internal import Synchronization

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Writes one run folder: `run.json`, scalars in TensorBoard's format, texts, charts and tables.
///
/// It may be used from several tasks at once. What is logged is with the system after at most one second; a process that
/// is killed loses no more than that. ``sync()`` and ``finish(status:failure:)`` wait until the disk has it.
///
/// ```swift
/// let writer = try RunWriter(creating: folder, RunManifest(config: ["units": 10], seed: 1))
/// try writer.log("loss", 0.31, step: 1)                        // one value, some 100 ns
/// try writer.log(step: 1, ["loss": 0.31, "val_loss": 0.35])    // all values of a step in one record
/// try writer.finish()
/// ```
public final class RunWriter: Sendable {
  /// The run folder.
  public let folder: URL

  private let session: Mutex<RunSession>
  private let whenRefused: RefusalPolicy
  private let hasWarned = Atomic<Bool>(false)

  /// Creates a run folder and begins to write it.
  ///
  /// - Parameters:
  ///   - folder: The folder to create, with those above it. It must not exist.
  ///   - manifest: What is known of the run. An empty name becomes the folder's; the status becomes running.
  ///   - whenRefused: What to do when the disk refuses later on; by default the call that finds out throws.
  /// - Throws: ``RunError`` if the folder exists or cannot be written.
  public init(
    creating folder: URL, _ manifest: RunManifest = RunManifest(), whenRefused: RefusalPolicy = .stop
  ) throws {
    self.whenRefused = whenRefused
    let path = folder.path
    try RunWriter.createFolder(path)
    do {
      var manifest = manifest.named(after: folder)
      manifest.status = .running
      let session = try RunSession(folder: path, manifest: manifest, lock: FolderLock(path), resumingAt: nil)
      self.session = Mutex(session)
      self.folder = folder
    } catch {
      // The folder is ours and useless: leave no trace of it.
      FileSystem.removeFlatFolder(path)
      throw error
    }
  }

  /// Goes on with a run that was written before, in a new event file of the same folder.
  ///
  /// - Parameters:
  ///   - folder: The run folder.
  ///   - step: The first step to come. Points from there on that were logged before do not count any more.
  ///   - whenRefused: What to do when the disk refuses later on; by default the call that finds out throws.
  /// - Throws: ``RunError`` if there is no such run, its `run.json` is damaged, another writer is at work on it, or it
  ///   cannot be written.
  public init(resuming folder: URL, atStep step: Int, whenRefused: RefusalPolicy = .stop) throws {
    self.whenRefused = whenRefused
    let path = folder.path
    // The lock comes first, so that nobody changes what is read; it makes no sense in a folder that is no run.
    guard FileSystem.kind(of: "\(path)/\(RunManifest.fileName)") != nil else {
      throw RunError(.notARun, path: path, message: "holds no run.json, so it is no run that can be gone on with.")
    }
    let lock = try FolderLock(path)
    var manifest = try RunManifest(readingFrom: path)
    manifest.resume(with: try Run(reading: folder).scalars, at: step)
    session = Mutex(try RunSession(folder: path, manifest: manifest, lock: lock, resumingAt: step))
    self.folder = folder
  }

  deinit {
    try? session.withLock { try $0.finish(status: .interrupted, failure: nil) }
  }

  /// The manifest as it stands.
  public var manifest: RunManifest { session.withLock { $0.manifest } }

  /// How many records and files were lost because the disk refused them; see ``RefusalPolicy``.
  public var lostCount: Int { session.withLock { $0.lostCount } }

  /// Logs one value.
  ///
  /// Values are stored in single precision; the metrics that the manifest declares keep theirs in double precision.
  ///
  /// - Parameters:
  ///   - tag: The name of the metric: `loss`.
  ///   - value: The value; NaN and infinity are kept.
  ///   - step: The step; in training the epoch, counted from 1.
  /// - Throws: ``RunError`` if the disk refuses; what was written before stays readable.
  public func log(_ tag: String, _ value: Double, step: Int) throws {
    try change { try $0.log(tag, value, step: step) }
  }

  /// Logs the values of one step, all in one record.
  ///
  /// Values are stored in single precision; the metrics that the manifest declares keep theirs in double precision.
  ///
  /// - Parameters:
  ///   - step: The step; in training the epoch, counted from 1.
  ///   - scalars: The value of each tag: `["loss": 0.31, "val_loss": 0.35]`.
  /// - Throws: ``RunError`` if the disk refuses; what was written before stays readable.
  public func log(step: Int, _ scalars: KeyValuePairs<String, Double>) throws {
    try change { try $0.log(step: step, scalars) }
  }

  /// Logs the values of one step, all in one record, in the order given; see ``log(step:_:)``.
  public func log(step: Int, contentsOf scalars: [(key: String, value: Double)]) throws {
    try change { try $0.log(step: step, scalars) }
  }

  /// Logs a text, which TensorBoard shows as Markdown.
  ///
  /// - Throws: ``RunError`` if the disk refuses.
  public func log(text: String, tag: String, step: Int = 0) throws {
    try change { try $0.log(text: text, tag: tag, step: step) }
  }

  /// Logs a chart as plain data, in `charts/<number>-<slug>.json`.
  ///
  /// Charts keep the order in which they are logged. A slug that was logged before replaces that chart in its place.
  ///
  /// - Parameters:
  ///   - slug: A short name; anything but letters, digits and underscores becomes a hyphen.
  ///   - title: What the chart is called.
  ///   - caption: What it shows, in a sentence or two.
  ///   - spec: The chart.
  /// - Throws: ``RunError`` if the spec cannot be encoded or the disk refuses.
  public func logChart(slug: String, title: String, caption: String = "", _ spec: some Encodable) throws {
    let slug = Slug.make(slug, ifEmpty: "chart")
    let content = ChartFile.Content(slug: slug, title: title, caption: caption, spec: spec)
    let bytes: [UInt8]
    do {
      bytes = try Array(RunJSON.encoder(pretty: false).encode(content))
    } catch {
      throw RunError(
        .invalidValue, path: folder.path,
        message: "cannot take the chart \"\(slug)\": its spec is no JSON (\(error)). Log a type that encodes as JSON.")
    }
    try change { try $0.logChart(slug: slug, content: bytes) }
  }

  /// Logs a table, as `tables/<slug>.csv`.
  ///
  /// Tables keep the order in which they are logged. A slug that was logged before replaces that table in its place.
  ///
  /// - Parameters:
  ///   - slug: A short name; anything but letters, digits and underscores becomes a hyphen.
  ///   - caption: What it shows, in a sentence.
  ///   - columns: The columns, of equal lengths.
  /// - Throws: ``RunError`` if the columns differ in length or the disk refuses.
  public func logTable(slug: String, caption: String = "", columns: [TableColumn]) throws {
    let slug = Slug.make(slug, ifEmpty: "table")
    guard let first = columns.first, columns.allSatisfy({ $0.cells.count == first.cells.count }) else {
      let lengths = columns.map { "\($0.name) \($0.cells.count)" }.joined(separator: ", ")
      let finding = columns.isEmpty ? "it has no column" : "its columns have different lengths (\(lengths))"
      throw RunError(
        .invalidValue, path: folder.path,
        message: "cannot take the table \"\(slug)\": \(finding). Give columns of one length, at least one.")
    }
    let bytes = Array(CSVWriter.text(columns).utf8)
    try change { try $0.logTable(slug: slug, caption: caption, content: bytes) }
  }

  /// Changes the manifest and writes `run.json`.
  ///
  /// - Parameter change: The change; other calls wait for it, so it must not call this writer itself.
  /// - Throws: ``RunError`` if the disk refuses; the file then stays as it was.
  public func update(_ change: (inout RunManifest) -> Void) throws {
    try attempt {
      try session.withLock { session in
        var manifest = session.manifest
        change(&manifest)
        try session.update(to: manifest)
      }
    }
  }

  /// Hands everything that is still in memory to the system, so that it survives the end of this process.
  ///
  /// - Throws: ``RunError`` if the disk refuses.
  public func flush() throws {
    try attempt { try session.withLock { try $0.flush() } }
  }

  /// Writes everything and waits until the disk has it, so that it survives a power failure: at a checkpoint, say.
  ///
  /// - Throws: ``RunError`` if the disk refuses.
  public func sync() throws {
    try attempt { try session.withLock { try $0.sync() } }
  }

  /// Ends the run: sets end time and status, writes everything and waits until the disk has it.
  ///
  /// A second call does nothing. A writer that is dropped without it marks its run interrupted.
  ///
  /// - Parameters:
  ///   - status: How the run ended.
  ///   - failure: Why it failed, for a person to read.
  /// - Throws: ``RunError`` if the disk refuses, whatever the ``RefusalPolicy``.
  public func finish(status: RunStatus = .finished, failure: String? = nil) throws {
    try session.withLock { try $0.finish(status: status, failure: failure) }
  }

  /// Does something that writes into the run folder, and treats a refusal of the disk as this writer's policy asks.
  ///
  /// - Parameter isRefusal: Whether an error is a refusal of the disk.
  package func attempt(
    isRefusal: (any Error) -> Bool = { ($0 as? RunError)?.code == .unwritable }, _ body: () throws -> Void
  ) throws {
    do {
      try body()
    } catch {
      guard case .goOn(let warn) = whenRefused, isRefusal(error) else { throw error }
      guard !hasWarned.exchange(true, ordering: .relaxed) else { return }
      warn(error as? RunError ?? RunError(.unwritable, path: folder.path, message: "\(error)"))
    }
  }

  /// Changes the session and sees to it that what it buffers is written within a second, log calls or not.
  private func change(_ body: (inout RunSession) throws -> Void) throws {
    var mustArrange = false
    try attempt {
      try session.withLock { session in
        defer {
          mustArrange = session.wantsFlush
          if mustArrange { session.flushIsArranged = true }
        }
        try body(&session)
      }
    }
    if mustArrange { arrangeFlush() }
  }

  private func arrangeFlush() {
    // Dispatch and not a task: a program that trains on all threads of Swift's pool would keep a task waiting.
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + 1) { [weak self] in
      // A refusal of the disk is not lost: the bytes stay in the buffer and the next call that writes them throws.
      try? self?.flush()
    }
  }

  private static func createFolder(_ path: String) throws {
    do throws(SystemFailure) {
      try FileSystem.createFolder(path)
    } catch {
      guard FileSystem.kind(of: path) != nil else { throw error.onWriting(path) }
      throw RunError(
        .alreadyExists, path: path,
        message: "exists already and is never overwritten. Choose another name, or remove it first.")
    }
  }
}
