#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads a run that is one file: a table, JSON lines, or one event file.
struct LogRunReader {
  private let url: URL
  private let path: String
  private let name: String
  private let format: RunFormat?
  private var diagnostics: [Diagnostic] = []

  /// - Parameter url: The file.
  init(file url: URL, format: RunFormat?) {
    self.url = url
    path = url.path
    name = url.lastPathComponent
    self.format = format
  }

  /// - Parameter folder: The folder to which the run belongs; by default the run is the file alone.
  mutating func read(in folder: URL? = nil) throws -> Run {
    let bytes = try readBytes()
    guard !bytes.isEmpty else {
      throw RunError(
        .notARun, path: path, message: "is empty, so there is no run to read. Give a file that a program logged to.")
    }
    guard let contents = bytes.withUnsafeBytes({ LogFile.read($0, format: format) }) else {
      throw RunError(.notARun, path: path, message: explanation)
    }
    let series = contents.scalars.series.filter { $0.count > 0 }
    diagnostics += contents.findings.diagnostics(of: name)
    diagnostics += series.flatMap(\.diagnostics)
    return Run(
      folder: folder ?? url, manifest: manifest(of: series, contents, in: folder),
      hasManifest: false, scalars: series, texts: contents.head?.loggedTexts ?? [],
      stepUnit: contents.head?.step_unit ?? contents.stepUnit, diagnostics: diagnostics)
  }

  /// What the curves and the names tell of a run.
  private func manifest(of series: [ScalarSeries], _ contents: LogContents, in folder: URL?) -> RunManifest {
    if let head = contents.head { return head.manifest.named(after: folder ?? url) }
    let times = series.compactMap(\.wallTimes.range)
    var manifest = RunManifest(startTime: nil, command: [], config: contents.config)
    manifest.name = folder == nil ? LogFile.stem(name) : ""
    manifest = manifest.named(after: folder ?? url)
    manifest.status = .unknown
    manifest.startTime = times.map(\.lowerBound).min().map { Timestamp.rounded(Date(timeIntervalSince1970: $0)) }
    manifest.endTime = times.map(\.upperBound).max().map { Timestamp.rounded(Date(timeIntervalSince1970: $0)) }
    return manifest
  }

  private mutating func readBytes() throws -> [UInt8] {
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw error.onReading(path)
    }
    guard GzipFile.isCompressed(bytes) else { return bytes }
    let (content, finding) = bytes.withUnsafeBytes { GzipFile.inflate($0) }
    if let finding { diagnostics.append(Diagnostic(.error, file: name, message: "\(finding).")) }
    return content
  }

  private var explanation: String {
    switch format {
    case .csv: "is no CSV with a header. Name another format."
    case .jsonLines: "is no JSON. Name another format."
    case .trainerState: "is no JSON object with a log_history. Name another format."
    case .tensorboard: "is no event file. Name another format."
    case nil:
      "is no training log: neither an event file, nor a CSV with a column of steps (\(LogKey.steps.joined(separator: ", "))), "
        + "nor JSON lines with such a key, nor trainer_state.json. Name its format if it is one all the same."
    }
  }
}
