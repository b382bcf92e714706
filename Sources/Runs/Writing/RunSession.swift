#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One writer's work on a run folder, for one task at a time; ``RunWriter`` puts a lock around it.
struct RunSession {
  private static let flushInterval = 1.0

  private(set) var manifest: RunManifest
  /// Whether somebody will call ``flush()`` within a second.
  var flushIsArranged = false
  /// How many charts and tables the disk refused, and at the end the records too.
  private var lostFileCount = 0

  private let folder: String
  /// Both are there until the run is finished.
  private var lock: FolderLock?
  private var events: EventFileWriter?
  private var lastFlush = WallClock.now
  private var chartNumbers: [String: Int]

  /// Begins a session in a folder that exists.
  ///
  /// - Parameter step: The first step to come of a run that is resumed: earlier points from there on do not count any
  ///   more. `nil` for a new run. Only a new run writes its configuration, since TensorBoard shows each record it finds.
  init(folder: String, manifest: RunManifest, lock: FolderLock, resumingAt step: Int?) throws {
    self.folder = folder
    self.manifest = manifest
    self.lock = lock
    chartNumbers = ChartFile.numbers(in: folder)
    if step != nil {
      for subfolder in ["", "/\(ChartFile.folder)", "/\(TableFile.folder)"] {
        FileSystem.removeTemporaryFiles(in: folder + subfolder)
      }
    }
    try writeManifest()
    let events = try EventFileWriter("\(folder)/\(RunSession.eventFileName(in: folder, at: lastFlush))")
    try events.append(EventRecord.fileVersion(wallTime: lastFlush))
    try events.append(EventRecord.session(.start, step: step ?? 0, wallTime: lastFlush))
    if step == nil {
      try events.append(HParams.sessionStart(manifest, wallTime: lastFlush))
      try events.append(
        EventRecord.text(HParams.markdown(manifest), tag: HParams.textTag, step: 0, wallTime: lastFlush))
    }
    try events.flush()
    self.events = events
  }

  /// Whether there is something that a flush within a second must write, and nobody who will call it.
  var wantsFlush: Bool { !flushIsArranged && events?.isFlushed == false }

  /// How many records and files the disk refused for good.
  var lostCount: Int { lostFileCount + (events?.refusedCount ?? 0) }

  /// Logs one value without allocating anything.
  mutating func log(_ tag: String, _ value: Double, step: Int) throws {
    guard ScalarEncoder.holds(value) else {
      return try log(step: step, CollectionOfOne((key: tag, value: value)))
    }
    let event = ScalarEncoder(wallTime: WallClock.now, step: step)
    let events = try openEvents()
    var tag = tag
    try tag.withUTF8 { tag in
      let tag = UnsafeRawBufferPointer(tag)
      let size = ScalarEncoder.size(ofValueWithTag: tag.count)
      try events.append(capacity: ScalarEncoder.capacity(valuesSize: size)) { start in
        let place = event.writeHead(valuesSize: size, to: start)
        return ScalarEncoder.writeValue(Float(value), tag: tag, to: place) - start
      }
    }
    record(value, tag: tag, step: step)
    try flushIfDue(event.wallTime)
  }

  /// Logs the values of one step in one record.
  mutating func log(step: Int, _ scalars: some Collection<(key: String, value: Double)>) throws {
    guard scalars.allSatisfy({ ScalarEncoder.holds($0.value) }) else {
      try append { EventRecord.scalars(Array(scalars), step: step, wallTime: $0) }
      for (tag, value) in scalars { record(value, tag: tag, step: step) }
      return
    }
    let event = ScalarEncoder(wallTime: WallClock.now, step: step)
    let events = try openEvents()
    let size = scalars.reduce(0) { $0 + ScalarEncoder.size(ofValueWithTag: $1.key.utf8.count) }
    try events.append(capacity: ScalarEncoder.capacity(valuesSize: size)) { start in
      var place = event.writeHead(valuesSize: size, to: start)
      for (tag, value) in scalars {
        var tag = tag
        place = tag.withUTF8 { ScalarEncoder.writeValue(Float(value), tag: UnsafeRawBufferPointer($0), to: place) }
      }
      return place - start
    }
    for (tag, value) in scalars { record(value, tag: tag, step: step) }
    try flushIfDue(event.wallTime)
  }

  mutating func log(text: String, tag: String, step: Int) throws {
    try append { EventRecord.text(text, tag: tag, step: step, wallTime: $0) }
  }

  mutating func logChart(slug: String, content: [UInt8]) throws {
    _ = try openEvents()
    let number = chartNumbers[slug] ?? (chartNumbers.values.max() ?? 0) + 1
    try write(content, to: ChartFile.name(number: number, slug: slug), in: ChartFile.folder)
    chartNumbers[slug] = number
  }

  mutating func logTable(slug: String, caption: String, content: [UInt8]) throws {
    _ = try openEvents()
    try write(content, to: TableFile.name(slug: slug), in: TableFile.folder)
    let entry = RunManifest.TableEntry(slug: slug, caption: caption)
    if let index = manifest.tables.firstIndex(where: { $0.slug == slug }) {
      manifest.tables[index] = entry
    } else {
      manifest.tables.append(entry)
    }
    try writeManifest()
  }

  mutating func update(to manifest: RunManifest) throws {
    _ = try openEvents()
    self.manifest = manifest
    try writeManifest()
  }

  mutating func flush() throws {
    flushIsArranged = false
    // A disk that refuses is asked again after a second and not at every value.
    lastFlush = WallClock.now
    try events?.flush()
  }

  mutating func sync() throws {
    try flush()
    try events?.sync()
  }

  /// Ends the session even where the disk refuses: the first refusal is thrown at the end.
  mutating func finish(status: RunStatus, failure: String?) throws {
    guard let events else { return }
    lostFileCount = lostCount
    self.events = nil
    let now = Date.now
    manifest.status = status
    manifest.failure = failure
    manifest.endTime = Timestamp.rounded(now)
    if lostCount > 0 { noteLosses() }
    let ending = Result {
      // TensorBoard keeps the first end that it finds, and an interrupted run may be gone on with.
      if status != .interrupted {
        try events.append(HParams.sessionEnd(status, wallTime: now.timeIntervalSince1970))
      }
      try events.sync()
    }
    let closing = Result { try writeManifest(durable: true) }
    lock = nil
    try ending.get()
    try closing.get()
  }

  private mutating func noteLosses() {
    let what = lostCount == 1 ? "1 record or file" : "\(lostCount) records or files"
    let note = "The disk refused \(what) while the run was written; they are missing."
    manifest.notes = [manifest.notes, note].compactMap { $0 }.joined(separator: "\n\n")
  }

  private mutating func append(_ event: (_ wallTime: Double) -> ProtoEvent) throws {
    let events = try openEvents()
    let now = WallClock.now
    try events.append(event(now))
    try flushIfDue(now)
  }

  /// Keeps the best and last value of a metric that the manifest declares.
  private mutating func record(_ value: Double, tag: String, step: Int) {
    guard !manifest.metrics.isEmpty, let index = manifest.metrics.index(forKey: tag) else { return }
    manifest.metrics.values[index].record(value, step: step)
  }

  private mutating func flushIfDue(_ now: Double) throws {
    if now - lastFlush >= RunSession.flushInterval { try flush() }
  }

  private func openEvents() throws -> EventFileWriter {
    guard let events else {
      throw RunError(.finished, path: folder, message: "was finished before. Log before the call of finish.")
    }
    return events
  }

  private func writeManifest(durable: Bool = false) throws {
    let bytes: [UInt8]
    do {
      bytes = try Array(RunJSON.encoder(pretty: true).encode(manifest)) + [UInt8(ascii: "\n")]
    } catch {
      throw RunError(
        .invalidValue, path: folder,
        message: "cannot take its manifest: \(error). Leave out of it what is nested too deep.")
    }
    let path = "\(folder)/\(RunManifest.fileName)"
    do throws(SystemFailure) {
      try FileSystem.replace(path, with: bytes, durable: durable)
    } catch {
      throw error.onWriting(path)
    }
  }

  private mutating func write(_ content: [UInt8], to name: String, in subfolder: String) throws {
    let path = "\(folder)/\(subfolder)/\(name)"
    do throws(SystemFailure) {
      if FileSystem.kind(of: "\(folder)/\(subfolder)") == nil {
        try FileSystem.createFolder("\(folder)/\(subfolder)")
      }
      try FileSystem.replace(path, with: content)
    } catch {
      lostFileCount += 1
      throw error.onWriting(path)
    }
  }

  private static func eventFileName(in folder: String, at time: Double) -> String {
    let existing = (try? FileSystem.names(in: folder)) ?? []
    return EventFileName.make(
      seconds: Int(time), host: SystemFacts.hostName, process: SystemFacts.processIdentifier, number: 0,
      after: existing)
  }
}
