/// Reads a table of metrics: Keras' CSVLogger, Lightning's `metrics.csv`, and any CSV with a column of steps or epochs.
///
/// Empty cells and `NA` are no values. Columns of text are left out. A row that is not of the header's form is reported and
/// passed over; a second header, as programs write that append to a file, holds from there on.
struct CSVLog: ~Copyable {
  private let bytes: UnsafeRawBufferPointer
  private let separator: UInt8
  private let requiresStep: Bool
  private var offset: Int
  private var cells: [Range<Int>] = []
  /// The cells of a row that holds nothing but numbers.
  private var numbers = GrowingBuffer<Double>()
  private var contents = LogContents()
  private var rows = LogRows()

  /// Which cell of a row holds the step; `nil` if rows are counted.
  private var stepCell: Int?
  private var timeCell: Int?
  /// The column of each cell of a row; `nil` for the step and the time.
  private var columns: [Int?] = []
  private var textColumns: Set<String> = []
  private var header: [String] = []

  /// Reads the bytes of a file.
  ///
  /// - Parameter requiresStep: Whether a column of steps or epochs is needed. Without one rows are counted from 0.
  /// - Returns: `nil` if its first line is no such header.
  static func read(_ bytes: UnsafeRawBufferPointer, requiresStep: Bool = true) -> LogContents? {
    for separator in ",;\t".utf8 {
      var log = CSVLog(bytes: bytes, separator: separator, requiresStep: requiresStep)
      if log.readHeader() { return log.readRows() }
    }
    return nil
  }

  /// Whether bytes begin with a header that has a step or an epoch.
  static func isLog(_ bytes: UnsafeRawBufferPointer) -> Bool {
    ",;\t".utf8.contains { separator in
      var log = CSVLog(bytes: bytes, separator: separator, requiresStep: true)
      return log.readHeader()
    }
  }

  private init(bytes: UnsafeRawBufferPointer, separator: UInt8, requiresStep: Bool) {
    self.bytes = bytes
    self.separator = separator
    self.requiresStep = requiresStep
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private mutating func readHeader() -> Bool {
    guard readLine(), takeHeader() else { return false }
    contents.stepUnit = stepCell.map { LogKey.unit(of: header[$0].lowercased()) }
    return true
  }

  /// Makes the cells of the current line the header, if they name a step.
  private mutating func takeHeader() -> Bool {
    let names = cells.map { text($0) }
    let step = LogKey.stepIndex(in: names)
    guard names.count > 1, step != nil || !requiresStep else { return false }
    header = names
    stepCell = step
    let lowercased = names.map { $0.lowercased() }
    timeCell = LogKey.times.lazy.compactMap { lowercased.firstIndex(of: $0) }.first
    rows.isExport = names.starts(with: ["step", "wall_time"])
    var used: Set<String> = []
    columns = names.indices.map { index in
      if index == step || index == timeCell { return nil }
      let name = names[index]
      guard !name.isEmpty, used.insert(name).inserted else {
        contents.findings.report(.warning, at: nil, "column \(index + 1) has no name of its own and is left out.")
        return nil
      }
      return rows.column(name)
    }
    return true
  }

  private mutating func readRows() -> LogContents {
    while true {
      if readPlainRow() { continue }
      let start = offset
      guard readLine() else { break }
      if cells.count == columns.count, rows.steps.count < LogRows.limit {
        readRow(at: start)
      } else if !takeHeader() {
        let isTorn = offset >= bytes.count && bytes.last != 0x0A
        contents.findings.report(
          isTorn ? .note : .error, at: start,
          isTorn
            ? "the file ends within a row, as it does while it is being written; the row is passed over."
            : "a row has \(cells.count) cells and the header has \(columns.count); the row is passed over.")
      }
    }
    contents.take(rows)
    if !textColumns.isEmpty {
      let names = textColumns.sorted().prefix(5).joined(separator: ", ")
      contents.findings.report(.note, at: nil, "cells that are no numbers are left out, in the columns \(names).")
    }
    return contents
  }

  /// Reads the next line if it is of the header's form and holds plain numbers only, as nearly all do, each byte once.
  ///
  /// - Returns: Whether it is such a line. If not nothing was read.
  private mutating func readPlainRow() -> Bool {
    guard rows.steps.count < LogRows.limit else { return false }
    var position = offset
    while position < bytes.count, isLineEnd(bytes[position]) { position += 1 }
    numbers.removeAll()
    for cell in columns.indices {
      if cell > 0 {
        guard position < bytes.count, bytes[position] == separator else { return false }
        position += 1
      }
      guard let number = DecimalNumber.prefix(of: bytes, from: position) else { return false }
      numbers.append(number.value)
      position = number.end
    }
    guard position == bytes.count || isLineEnd(bytes[position]) else { return false }
    var step = rows.steps.count
    if let stepCell {
      // Beyond 2⁵³ a double does not tell neighbours apart.
      guard abs(numbers[stepCell]) < 0x1p53, let number = Int(exactly: numbers[stepCell]) else { return false }
      step = number
    }
    rows.beginRow(step: step, wallTime: LogKey.wallTime(timeCell.map { numbers[$0] } ?? .nan))
    for cell in columns.indices {
      if let column = columns[cell] { rows.add(numbers[cell], to: column) }
    }
    offset = position
    return true
  }

  private mutating func readRow(at start: Int) {
    guard let step = step(at: start) else { return }
    let time = timeCell.flatMap { self.number(cells[$0]) } ?? .nan
    rows.beginRow(step: step, wallTime: LogKey.wallTime(time))
    for (index, column) in columns.enumerated() {
      guard let column, !isMissing(cells[index]) else { continue }
      if let number = self.number(cells[index]) {
        rows.add(number, to: column)
      } else {
        textColumns.insert(header[index])
      }
    }
  }

  /// The step of the current row; `nil` if the row has none or is a header.
  private mutating func step(at start: Int) -> Int? {
    guard let stepCell else { return rows.steps.count }
    let number = number(cells[stepCell])
    if let number, abs(number) < 0x1p53, let step = Int(exactly: number) { return step }
    let cell = text(cells[stepCell])
    // Beyond 2⁵³ a double does not tell neighbours apart.
    if let step = Int(cell) ?? number.flatMap({ Int(exactly: $0) }) { return step }
    let isHeader = cell == header[stepCell] && takeHeader()
    if !isHeader {
      contents.findings.report(
        .error, at: start, "\"\(cell.prefix(40))\" is no \(header[stepCell]); the row is passed over.")
    }
    return nil
  }

  // MARK: - Cells

  /// Divides the next line that is not empty into cells.
  private mutating func readLine() -> Bool {
    while offset < bytes.count, isLineEnd(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    while true {
      let start = offset
      if bytes[offset...].first == UInt8(ascii: "\"") { skipQuoted() }
      while offset < bytes.count, bytes[offset] != separator, !isLineEnd(bytes[offset]) { offset += 1 }
      cells.append(start..<offset)
      guard offset < bytes.count, bytes[offset] == separator else { return true }
      offset += 1
    }
  }

  private mutating func skipQuoted() {
    offset += 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\"") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
        offset += 1
      }
      offset += 1
    }
    offset = min(offset + 1, bytes.count)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isMissing(_ cell: Range<Int>) -> Bool {
    cell.isEmpty
      || (cell.count == 2 && bytes[cell.lowerBound] == UInt8(ascii: "N")
        && bytes[cell.lowerBound + 1] == UInt8(ascii: "A"))
  }

  private func number(_ cell: Range<Int>) -> Double? {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes[cell])
    if let number = DecimalNumber.value(of: bytes) { return number }
    return cell.isEmpty ? nil : CSVNumber.value(of: text(cell))
  }

  private func text(_ cell: Range<Int>) -> String {
    let text = String(decoding: bytes[cell], as: UTF8.self)
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
