internal import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Writes the metrics of every epoch to a CSV file in the form of Keras' `CSVLogger`: `epoch`, counted from 0, and then
/// the metrics by name. Every line is on its way to the disk when its epoch ends. An epoch without one of the metrics has
/// `NA` in its place.
public final class CSVLogger: Callback {
  private let file: URL
  private let appends: Bool
  private var names: [String] = []
  private var hasHeader = false
  private var output: OpenFile?

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
    let goesOn = appends && FileSystem.kind(of: file.path) != nil
    names = goesOn ? try EarlierCSVLog(file, initialEpoch: plan.initialEpoch).names : []
    hasHeader = !names.isEmpty
    output = try CSVLogger.writing(to: file) { () throws(SystemFailure) in
      try OpenFile(file.path, goesOn ? .append : .empty)
    }
  }

  /// Writes one line, and the names before the first one of a new file.
  ///
  /// - Throws: ``TrainError``: `unwritable` when the disk refuses, `dataFile` when a file that is appended to lacks a column.
  public func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    if names.isEmpty { names = metrics.keys.sorted() }
    if !hasHeader { try write(["epoch"] + names) }
    hasHeader = true
    try requireColumns(metrics)
    try write(["\(epoch - 1)"] + names.map { metrics[$0].map { CSVWriter.text($0) } ?? "NA" })
    return .proceed
  }

  /// Closes the file.
  public func trainingEnded(_ history: History) { output = nil }

  private func write(_ cells: [String]) throws {
    try CSVLogger.writing(to: file) { () throws(SystemFailure) in
      try output?.write(Array(CSVWriter.row(cells).utf8))
    }
  }

  private func requireColumns(_ metrics: [String: Double]) throws {
    let missing = metrics.keys.filter { !names.contains($0) }.sorted()
    guard appends, !missing.isEmpty else { return }
    throw EarlierCSVLog.refused(
      "\(file.path): the columns are \((["epoch"] + names).joined(separator: ", ")); the training also measures "
        + "\(missing.joined(separator: ", ")).")
  }

  /// Does something that writes the log, with an error for a person where the system refuses.
  static func writing<Result>(to file: URL, _ body: () throws(SystemFailure) -> Result) throws -> Result {
    do throws(SystemFailure) { return try body() } catch {
      throw TrainError(.unwritable, "\(error.onWriting(file.path))")
    }
  }
}
