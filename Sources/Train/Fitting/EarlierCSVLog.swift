internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A log of earlier epochs, to which those of a training that goes on are added.
struct EarlierCSVLog {
  /// The columns after `epoch`; empty when the file is new.
  let names: [String]

  /// Reads a log and removes what cannot stay: a last line without its end, as a killed process leaves it, and the epochs
  /// that are trained again. Nothing is changed when the file is something else.
  ///
  /// - Parameter initialEpoch: How many epochs were trained before; lines count epochs from 0.
  /// - Throws: ``TrainError``: `dataFile` for a file that cannot be read, is no log or whose epochs begin anew; `unwritable`.
  init(_ file: URL, initialEpoch: Int) throws {
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try FileSystem.read(file.path)
    } catch { throw TrainError(unreadable: file.path, error) }
    let whole = bytes.prefix((bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
    guard !whole.isEmpty else {
      names = []
      try EarlierCSVLog.replace(file, with: [])
      return
    }
    let table: CSVTable
    do { table = try CSVTable(Array(whole), file: file.path, requiresRows: false) } catch {
      throw EarlierCSVLog.refused("\(error)")
    }
    guard table.header.first == "epoch", Set(table.header).count == table.header.count else {
      let columns = table.header.joined(separator: ", ")
      throw EarlierCSVLog.refused("\(file.path): the columns are \(columns), and a log begins with epoch.")
    }
    let kept = try EarlierCSVLog.keptRows(of: table, initialEpoch: initialEpoch)
    names = Array(table.header.dropFirst())
    guard kept < table.rows.count || whole.count < bytes.count else { return }
    let rows = [table.header] + table.rows.prefix(kept)
    try EarlierCSVLog.replace(file, with: Array(rows.map(CSVWriter.row).joined().utf8))
  }

  private static func replace(_ file: URL, with bytes: [UInt8]) throws {
    try CSVLogger.writing(to: file) { () throws(SystemFailure) in try FileSystem.replace(file.path, with: bytes) }
  }

  /// How many rows come before the epochs that are trained again.
  private static func keptRows(of table: CSVTable, initialEpoch: Int) throws -> Int {
    let epochs = try zip(table.rows, table.lines).map { row, line in
      guard let epoch = Int(row[0]) else {
        throw refused("\(table.file):\(line): the epoch is “\(row[0])”, and must be a whole number.")
      }
      return epoch
    }
    guard initialEpoch > 0 || epochs.isEmpty else {
      throw refused(
        "\(table.file): it holds \(Plural.text(epochs.count, "epoch")) already, and the training begins with the first."
      )
    }
    let kept = epochs.firstIndex { $0 >= initialEpoch } ?? epochs.count
    if let place = epochs[kept...].firstIndex(where: { $0 < initialEpoch }) {
      throw refused(
        "\(table.file):\(table.lines[place]): epoch \(epochs[place]) follows epoch \(epochs[place - 1]), so it cannot be told "
          + "what was logged before epoch \(initialEpoch).")
    }
    return kept
  }

  static func refused(_ finding: String) -> TrainError {
    TrainError(.dataFile, "\(finding) Give the log another file, or replace this one with appends: false.")
  }
}
