public import Foundation
internal import Runs

/// Writes the metrics of every epoch to a CSV file in the form of Keras' `CSVLogger`: `epoch`, counted from 0, and then
/// the metrics by name. Every line is on its way to the disk when its epoch ends.
public final class CSVLogger: Callback {
  private let file: URL
  private let appends: Bool
  private var names: [String] = []
  private var handle: FileHandle?

  /// Creates the callback.
  ///
  /// - Parameters:
  ///   - file: Replaced when training begins, unless it is appended to.
  ///   - appends: Whether lines are added to an existing file, as when a training is resumed; not unless told.
  public init(_ file: URL, appends: Bool = false) {
    self.file = file
    self.appends = appends
  }

  /// Opens the file.
  ///
  /// - Throws: ``TrainError`` (`unwritable`) when it cannot be written.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) throws {
    names = []
    try writing {
      if !appends || !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
      handle = try FileHandle(forWritingTo: file)
      try handle?.seekToEnd()
    }
  }

  /// Writes one line, and the names before the first one of a new file.
  ///
  /// - Throws: ``TrainError`` (`unwritable`) when the disk refuses.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    try writing {
      if names.isEmpty {
        names = metrics.keys.sorted()
        if try handle?.offset() == 0 { try handle?.write(contentsOf: Data(CSVWriter.row(["epoch"] + names).utf8)) }
      }
      let values = names.map { metrics[$0].map { CSVWriter.text($0) } ?? "" }
      try handle?.write(contentsOf: Data(CSVWriter.row(["\(epoch - 1)"] + values).utf8))
    }
    return .proceed
  }

  /// Closes the file.
  public func trainingEnded(_ history: History) throws {
    try writing { try handle?.close() }
    handle = nil
  }

  private func writing(_ body: () throws -> Void) throws {
    do { try body() } catch {
      throw TrainError(
        .unwritable,
        "\(file.path): the log cannot be written: \(error). Choose a file in a folder that can be written to.")
    }
  }
}
