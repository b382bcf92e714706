#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads one run folder file by file and notes what is wrong on the way.
struct RunReader {
  private let folder: URL
  private let path: String
  private let contents: RunFolder
  private var diagnostics: [Diagnostic] = []

  /// Reads whatever run is at a place.
  static func read(_ url: URL, format: RunFormat?) throws -> Run {
    switch FileSystem.kind(of: url.path) {
    case .file:
      if format ?? EventFile.format(of: url.path) == .tensorboard {
        var reader = RunReader(eventFile: url)
        return reader.read()
      }
      var reader = LogRunReader(file: url, format: format)
      return try reader.read()
    case .other:
      throw RunError(
        .wrongKind, path: url.path, message: "is neither a file nor a folder. Give the folder that holds the run.")
    case .folder, .link, nil: return try readFolder(url, format: format)
    }
  }

  private static func readFolder(_ url: URL, format: RunFormat?) throws -> Run {
    let contents = try RunFolder(url.path, format: format)
    guard let log = contents.log else {
      var reader = RunReader(folder: url, contents: contents)
      return reader.read()
    }
    var reader = LogRunReader(file: url.appending(path: log, directoryHint: .notDirectory), format: format)
    var run = try reader.read(in: url)
    run.manifest.config.merge(HParamsFile.read(in: url.path)) { logged, _ in logged }
    return run
  }

  private init(folder: URL, contents: RunFolder) {
    self.folder = folder
    path = folder.path
    self.contents = contents
  }

  private init(eventFile: URL) {
    folder = eventFile
    path = eventFile.deletingLastPathComponent().path
    contents = RunFolder(eventFile: eventFile.lastPathComponent)
  }

  private mutating func read() -> Run {
    let stored = contents.hasManifest ? readManifest() : nil
    var events = readEvents(contents.eventFiles)
    if let folder = contents.hparamsFolder { setApart(folder, in: &events) }
    let tables = contents.isSplit ? RunFolder.splitPrefixes.map { merge(&events, prefix: $0) } : [merge(&events)]
    let manifest = stored ?? synthesizedManifest(from: events)
    let status = RunFolder.status(of: manifest, in: path)
    if status != manifest.status {
      let message = "\(RunManifest.fileName) says that the run is going on, and no writer is at work on it."
      diagnostics.append(Diagnostic(.note, message: message))
    }
    let series = tables.flatMap(\.series).filter { $0.count > 0 }
    let isFile = contents.isFile
    let charts = isFile ? [] : readCharts()
    let logged = isFile ? [] : readTables(listed: manifest.tables)
    diagnostics += series.flatMap(\.diagnostics)
    return Run(
      folder: folder, manifest: manifest, hasManifest: stored != nil, status: status, scalars: series, charts: charts,
      tables: logged, texts: events.flatMap(\.texts), media: media(in: events),
      stepUnit: contents.isSplit ? "epoch" : nil, diagnostics: diagnostics)
  }

  /// Gives the final values of `add_hparams` names of their own where a curve has the same: they have no step.
  private func setApart(_ hparamsFolder: String, in events: inout [EventFileContents]) {
    let prefix = "\(hparamsFolder)/"
    let curves = Set(events.lazy.filter { !$0.isIn(prefix) }.flatMap(\.segments).flatMap(\.scalars.tags))
    for file in events.indices where events[file].isIn(prefix) {
      for segment in events[file].segments.indices {
        var table = ScalarTable()
        for var series in events[file].segments[segment].scalars.series {
          if curves.contains(series.tag) { series.tag = "hparam/\(series.tag)" }
          table.append(series)
        }
        events[file].segments[segment].scalars = table
      }
    }
  }

  private func media(in events: [EventFileContents]) -> [LoggedMedia] {
    var media = MediaTable()
    for file in events { media.append(file.media) }
    return media.entries
  }

  private mutating func readManifest() -> RunManifest? {
    do {
      let manifest = try RunManifest(readingFrom: path)
      if manifest.formatVersion > RunManifest.currentFormatVersion {
        note(
          .warning, RunManifest.fileName,
          "has format version \(manifest.formatVersion), which is newer than this program; what it does not know is "
            + "left out.")
      }
      return manifest.named(after: folder)
    } catch {
      note(.error, RunManifest.fileName, (error as? RunError)?.message ?? "\(error)")
      return nil
    }
  }

  private mutating func readEvents(_ names: [String]) -> [EventFileContents] {
    let path = path
    let results = Parallel.map(names.count) { index in
      Result<EventFileContents, SystemFailure> { () throws(SystemFailure) in
        try EventFile.read("\(path)/\(names[index])", name: names[index])
      }
    }
    var files: [EventFileContents] = []
    for (name, result) in zip(names, results) {
      switch result {
      case .success(let contents):
        diagnostics += contents.diagnostics
        files.append(contents)
      case .failure(let failure): note(.error, name, failure.onReading(name).message)
      }
    }
    return files
  }

  /// Puts the points of all files together and takes them out of the files, so that they are in memory once.
  ///
  /// - Parameter prefix: How the names of the files begin, if only some are to be taken; Keras' tags are translated then.
  private mutating func merge(_ events: inout [EventFileContents], prefix: String? = nil) -> ScalarTable {
    var merger = ScalarMerger()
    for index in events.indices where prefix.map({ events[index].isIn($0) }) ?? true {
      merger.add(events[index])
      events[index].segments = []
    }
    diagnostics += merger.diagnostics
    return prefix.map { KerasTags.translated(merger.table, from: $0) } ?? merger.table
  }

  /// What the event files tell of a run that has no manifest.
  private mutating func synthesizedManifest(from events: [EventFileContents]) -> RunManifest {
    var manifest = RunManifest(startTime: nil, command: []).named(after: folder)
    manifest.status = .unknown
    let times = events.compactMap(\.wallTimes)
    let date = { (seconds: Double) in Timestamp.rounded(Date(timeIntervalSince1970: seconds)) }
    manifest.startTime = times.map(\.lowerBound).min().map(date)
    manifest.endTime = times.map(\.upperBound).max().map(date)
    for file in events {
      for content in file.hparams {
        do {
          try HParams.read(content, into: &manifest)
        } catch {
          note(.error, file.file, "its hyperparameters cannot be read (\(error)); they are left out.")
        }
      }
    }
    if !contents.isFile { manifest.config.merge(HParamsFile.read(in: path)) { logged, _ in logged } }
    return manifest
  }

  private mutating func readCharts() -> [LoggedChart] {
    let names = namesOfFiles(in: ChartFile.folder, endingWith: ".json")
    let ordered = names.sorted { left, right in
      (ChartFile.parts(of: left).number ?? .max, left) < (ChartFile.parts(of: right).number ?? .max, right)
    }
    return ordered.compactMap { readChart($0) }
  }

  private mutating func readChart(_ name: String) -> LoggedChart? {
    let file = "\(ChartFile.folder)/\(name)"
    guard let bytes = readFile(file) else { return nil }
    do {
      let words = try RunJSON.decoder().decode(ChartFile.Words.self, from: Data(bytes))
      guard let range = JSONSlice.range(of: "spec", in: bytes) else {
        note(.error, file, "holds no chart: the key \"spec\" is missing. The chart is left out.")
        return nil
      }
      let slug = words.slug ?? ChartFile.parts(of: name).slug
      return LoggedChart(
        slug: Slug.make(slug, ifEmpty: "chart"), title: words.title ?? slug, caption: words.caption ?? "",
        data: Data(bytes[range]))
    } catch {
      note(.error, file, "\(RunJSON.finding(of: error)) The chart is left out.")
      return nil
    }
  }

  /// The tables that the manifest lists, in its order, then any other by name.
  private mutating func readTables(listed: [RunManifest.TableEntry]) -> [LoggedTable] {
    let names = namesOfFiles(in: TableFile.folder, endingWith: ".csv")
    let there = Set(names)
    var tables: [LoggedTable] = []
    var known: Set<String> = []
    for entry in listed {
      let name = TableFile.name(slug: entry.slug)
      guard known.insert(name).inserted else { continue }
      if there.contains(name) {
        if let table = readTable(name, entry) { tables.append(table) }
      } else {
        note(.error, "\(TableFile.folder)/\(name)", "is listed in \(RunManifest.fileName) and is missing.")
      }
    }
    for name in names where !known.contains(name) {
      if let table = readTable(name, .init(slug: String(name.dropLast(4)), caption: "")) { tables.append(table) }
    }
    return tables
  }

  private mutating func readTable(_ name: String, _ entry: RunManifest.TableEntry) -> LoggedTable? {
    let file = "\(TableFile.folder)/\(name)"
    guard let bytes = readFile(file) else { return nil }
    do {
      let table = try CSVTable(bytes, file: file, requiresRows: false)
      return LoggedTable(slug: entry.slug, caption: entry.caption, header: table.header, rows: table.rows)
    } catch {
      note(.error, file, "\(error.line.map { "line \($0): " } ?? "")\(error.message) The table is left out.")
      return nil
    }
  }

  private mutating func namesOfFiles(in subfolder: String, endingWith suffix: String) -> [String] {
    do throws(SystemFailure) {
      return try FileSystem.names(in: "\(path)/\(subfolder)").filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
    } catch {
      if !error.isMissing { note(.error, subfolder, error.onReading(subfolder).message) }
      return []
    }
  }

  private mutating func readFile(_ name: String) -> [UInt8]? {
    do throws(SystemFailure) {
      return try FileSystem.read("\(path)/\(name)")
    } catch {
      note(.error, name, error.onReading(name).message)
      return nil
    }
  }

  private mutating func note(_ severity: Diagnostic.Severity, _ file: String, _ message: String) {
    diagnostics.append(Diagnostic(severity, file: file, message: message))
  }
}
