#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Turns a run into the bytes of a file, piece by piece.
struct RunExporter {
  private static let pieceSize = 1 << 20

  let run: Run
  /// Whether values that single precision would change are written in double precision to an event file.
  let inDoublePrecision: Bool
  let write: ([UInt8]) throws -> Void
  private var piece: [UInt8] = []
  /// What the format could not hold, in sentences.
  private(set) var losses: [String] = []

  init(_ run: Run, inDoublePrecision: Bool, write: @escaping ([UInt8]) throws -> Void) {
    self.run = run
    self.inDoublePrecision = inDoublePrecision
    self.write = write
  }

  mutating func export(_ format: ExportFormat) throws {
    switch format {
    case .csv: try exportCSV()
    case .jsonl: try exportJSONLines()
    case .tensorboard: try exportEvents()
    }
    try write(piece)
    piece = []
    noteWhatStaysBehind(format)
  }

  private mutating func append(_ text: String) throws {
    piece += text.utf8
    if piece.count >= RunExporter.pieceSize {
      try write(piece)
      piece.removeAll(keepingCapacity: true)
    }
  }

  private mutating func noteWhatStaysBehind(_ format: ExportFormat) {
    func count(_ number: Int, _ name: String) -> String? {
      number == 0 ? nil : "\(number) \(name)\(number == 1 ? "" : "s")"
    }
    let isTable = format == .csv
    let left = [
      isTable && !(run.manifest.config.isEmpty && run.manifest.seed == nil) ? "the configuration" : nil,
      isTable ? count(run.texts.count, "text") : nil, count(run.charts.count, "chart"),
      count(run.tables.count, "table"), run.media.isEmpty ? nil : "histograms, images and the like",
    ].compactMap { $0 }
    if !left.isEmpty { losses.append("\(format.rawValue) has no place for \(left.joined(separator: ", ")).") }
  }
}

// MARK: - CSV

extension RunExporter {
  private mutating func exportCSV() throws {
    try append(CSVWriter.row(["step", "wall_time"] + run.scalars.map(\.tag)))
    for row in ScalarRows(run.scalars) {
      var line = "\(row.step)," + (row.wallTime.isNaN ? "" : row.wallTime.description)
      var column = 0
      for (series, value) in row.cells {
        line += String(repeating: ",", count: series - column + 1) + RunExporter.cell(value)
        column = series + 1
      }
      line += String(repeating: ",", count: run.scalars.count - column) + "\r\n"
      try append(line)
    }
  }

  /// The shortest text that reads back as the same double, the sign of zero included.
  private static func cell(_ value: Double) -> String { value.isNaN ? "nan" : value.description }
}

// MARK: - JSON lines

extension RunExporter {
  private static let reservedKeys: Set<String> = ["step", "wall_time", "scalars"]

  private mutating func exportJSONLines() throws {
    let encoder = RunJSON.encoder(pretty: false)
    try append(String(decoding: encoder.encode(ExportHead(run)), as: UTF8.self) + "\n")
    let keys = try run.scalars.map { String(decoding: try encoder.encode($0.tag), as: UTF8.self) }
    let isNested = run.scalars.map { RunExporter.reservedKeys.contains($0.tag) }
    for row in ScalarRows(run.scalars) {
      var line = "{\"step\":\(row.step)"
      if !row.wallTime.isNaN { line += ",\"wall_time\":\(RunExporter.token(row.wallTime))" }
      var nested: [String] = []
      for (series, value) in row.cells {
        let pair = "\(keys[series]):\(RunExporter.token(value))"
        if isNested[series] { nested.append(pair) } else { line += "," + pair }
      }
      if !nested.isEmpty { line += ",\"scalars\":{\(nested.joined(separator: ","))}" }
      try append(line + "}\n")
    }
  }

  private static func token(_ value: Double) -> String { AnyNumber.name(of: value) ?? value.description }
}

// MARK: - Event file

extension RunExporter {
  private mutating func exportEvents() throws {
    let first = run.scalars.compactMap(\.wallTimes.first).filter(\.isFinite).min()
    let begin = first ?? run.manifest.startTime?.timeIntervalSince1970 ?? 0
    try append(EventRecord.fileVersion(wallTime: begin))
    try append(EventRecord.session(.start, step: run.scalars.compactMap { $0.steps.min() }.min() ?? 0, wallTime: begin))
    try append(HParams.sessionStart(run.manifest, wallTime: begin))
    let hasConfig = run.texts.contains { $0.tag == HParams.textTag }
    if !hasConfig, !run.manifest.config.isEmpty {
      try append(
        EventRecord.text(HParams.markdown(run.manifest), tag: HParams.textTag, step: 0, wallTime: begin))
    }
    for text in run.texts {
      try append(EventRecord.text(text.text, tag: text.tag, step: text.step, wallTime: text.wallTime))
    }
    var rounded = 0
    for row in ScalarRows(run.scalars) {
      let values = row.cells.map { cell in
        let isExact = Double(Float(cell.value)) == cell.value || cell.value.isNaN
        if !isExact, !inDoublePrecision { rounded += 1 }
        return EventRecord.scalar(
          cell.value, tag: run.scalars[cell.series].tag, inDoublePrecision: inDoublePrecision && !isExact)
      }
      try append(EventRecord.summary(values, step: row.step, wallTime: row.wallTime.isNaN ? 0 : row.wallTime))
    }
    if run.status != .running, run.status != .interrupted, run.status != .unknown {
      let end = run.manifest.endTime?.timeIntervalSince1970 ?? begin
      try append(HParams.sessionEnd(run.status, wallTime: end))
    }
    if rounded > 0 {
      let values = rounded == 1 ? "1 value is" : "\(rounded) values are"
      losses.append("\(values) rounded to single precision; double precision (--double) keeps all, for fewer readers.")
    }
  }

  private mutating func append(_ event: ProtoEvent) throws {
    RecordFraming.append(try EventRecord.bytes(of: event), to: &piece)
    try append("")
  }
}
