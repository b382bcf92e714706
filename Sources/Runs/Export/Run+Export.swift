#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Run {
  /// Writes the run's curves, and its configuration and texts where the format has a place for them, to a file.
  ///
  /// Steps, values and times read back bit for bit the same, every point in its order, with one exception: event files
  /// hold single precision, see `inDoublePrecision`. The file appears as a whole or not at all; one of that name is
  /// replaced.
  ///
  /// - Parameters:
  ///   - format: What to write.
  ///   - file: The file to write. Of event files, a folder to create, unless its name contains `tfevents`.
  ///   - inDoublePrecision: Whether an event file holds values that single precision would change in double precision.
  ///     TensorBoard's fast server passes over those.
  /// - Returns: What was left behind or changed, in sentences.
  /// - Throws: ``RunError`` if the file cannot be written.
  @discardableResult
  public func export(_ format: ExportFormat, to file: URL, inDoublePrecision: Bool = false) throws -> [String] {
    let path = try exportPath(format, file)
    do {
      var losses: [String] = []
      try FileSystem.replace(path) { output in
        var exporter = RunExporter(self, inDoublePrecision: inDoublePrecision) { try output.write($0) }
        try exporter.export(format)
        losses = exporter.losses
      }
      return losses
    } catch {
      throw (error as? SystemFailure)?.onWriting(path) ?? error
    }
  }

  /// Hands the bytes of the file that ``export(_:to:inDoublePrecision:)`` writes to a closure, piece by piece.
  @discardableResult
  public func export(
    _ format: ExportFormat, inDoublePrecision: Bool = false, write: @escaping ([UInt8]) throws -> Void
  ) throws -> [String] {
    var exporter = RunExporter(self, inDoublePrecision: inDoublePrecision, write: write)
    try exporter.export(format)
    return exporter.losses
  }

  private func exportPath(_ format: ExportFormat, _ file: URL) throws -> String {
    let path = file.path
    guard format == .tensorboard, !EventFileName.isEventFile(file.lastPathComponent) else {
      if FileSystem.kind(of: path) == .folder {
        throw RunError(.wrongKind, path: path, message: "is a folder. Give the name of the file to write.")
      }
      try Run.createMissingFolder(file.deletingLastPathComponent().path)
      return path
    }
    let existing = (try? FileSystem.names(in: path)) ?? []
    if let other = existing.first(where: EventFileName.isEventFile) {
      throw RunError(
        .alreadyExists, path: path,
        message: "holds the event file \(other) already, to which the run would be added. Choose another folder.")
    }
    try Run.createMissingFolder(path)
    let seconds = Int(exactly: (manifest.startTime?.timeIntervalSince1970 ?? 0).rounded(.down)) ?? 0
    let name = EventFileName.make(seconds: max(0, seconds), host: "lossline", process: 0, number: 0, after: [])
    return "\(path)/\(name)"
  }

  private static func createMissingFolder(_ path: String) throws {
    do throws(SystemFailure) {
      if FileSystem.kind(of: path) == nil { try FileSystem.createFolder(path) }
    } catch {
      throw error.onWriting(path)
    }
  }
}
