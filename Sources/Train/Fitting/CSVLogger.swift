public import Foundation
internal import Runs

/// Writes the metrics of every epoch to a CSV file in the form of Keras' `CSVLogger`: `epoch`, counted from 0, and then
/// the metrics by name. Every line is on its way to the disk when its epoch ends. An epoch without one of the metrics has
/// `NA` in its place.
public final class CSVLogger: Callback {
  private let file: URL
  private let appends: Bool
  private var names: [String] = []
  private var hasHeader = false
  private var handle: FileHandle?

  /// Creates the callback.
  ///
  /// - Parameters:
  ///   - file: Replaced when training begins, unless it is appended to.
  ///   - appends: Whether lines are added to an existing file, as when a training is resumed; not unless told. Lines of
  ///     epochs that are trained again are removed first, and so is a last line that a killed process left half-written.
  public init(_ file: URL, appends: Bool = false) {
    self.file = file
    self.appends = appends
  }

  /// Opens the file.
  ///
  /// - Throws: ``TrainError``: `unwritable` when it cannot be written; `dataFile` when it is to be appended to and is no
  ///   log, or holds epochs although the training begins with the first.
  public func trainingBegan(_ plan: TrainingPlan, model: Model) throws {
    try writing {
      if appends, FileManager.default.fileExists(atPath: file.path) {
        names = try EarlierCSVLog(file, initialEpoch: plan.initialEpoch).names
      } else {
        names = []
        try Data().write(to: file)
      }
      hasHeader = !names.isEmpty
      handle = try FileHandle(forWritingTo: file)
      try handle?.seekToEnd()
    }
  }

  /// Writes one line, and the names before the first one of a new file.
  ///
  /// - Throws: ``TrainError``: `unwritable` when the disk refuses, `dataFile` when a file that is appended to lacks a column.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    try writing {
      if names.isEmpty { names = metrics.keys.sorted() }
      if !hasHeader { try handle?.write(contentsOf: Data(CSVWriter.row(["epoch"] + names).utf8)) }
      hasHeader = true
      try requireColumns(metrics)
      let values = names.map { metrics[$0].map { CSVWriter.text($0) } ?? "NA" }
      try handle?.write(contentsOf: Data(CSVWriter.row(["\(epoch - 1)"] + values).utf8))
    }
    return .proceed
  }

  /// Closes the file.
  public func trainingEnded(_ history: History) throws {
    try writing { try handle?.close() }
    handle = nil
  }

  private func requireColumns(_ metrics: [String: Double]) throws {
    let missing = metrics.keys.filter { !names.contains($0) }.sorted()
    guard appends, !missing.isEmpty else { return }
    throw EarlierCSVLog.refused(
      "\(file.path): the columns are \((["epoch"] + names).joined(separator: ", ")); the training also measures "
        + "\(missing.joined(separator: ", ")).")
  }

  private func writing(_ body: () throws -> Void) throws {
    do { try body() } catch let error as TrainError { throw error } catch {
      throw TrainError(
        .unwritable,
        "\(file.path): the log cannot be written: \(error). Choose a file in a folder that can be written to.")
    }
  }
}
