import Foundation
import Testing

@testable import Runs

/// What is exported must read back bit for bit the same, here by readers that know nothing of ours.
@Suite struct ExportTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private static let odd: [ScalarSeries] = [
    ScalarSeries(
      tag: "loss", steps: [1, 2, 2, 5, 3, .max, .min],
      values: [0.1, Double(Float(0.1)), -0.0, .infinity, -.infinity, 1e300, .nan],
      wallTimes: [1.7e9, 1.7e9 + 0.1234567, 1.7e9 + 0.1234567, 1.7e9 + 1, 1.7e9 + 2, 1.7e9 + 3, 1.7e9 + 4]),
    ScalarSeries(
      tag: "val,\"loss\"", steps: [2, 5, 5], values: [Double.leastNonzeroMagnitude, 0, 1 / 3],
      wallTimes: [1.7e9 + 0.1234567, 1.7e9 + 1, 1.7e9 + 0.5]),
    ScalarSeries(tag: "step", steps: [5], values: [7], wallTimes: [1.7e9 + 1]),
    ScalarSeries(tag: "손실", steps: [9], values: [0.25], wallTimes: [.nan]),
  ]

  private func run(_ scalars: [ScalarSeries]) -> Run {
    let manifest = RunManifest(name: "odd", config: ["cell": "lstm", "rate": 1e-3, "wide": true], seed: 3)
    let text = LoggedText(tag: "note", step: 2, wallTime: 1.7e9, text: "a \"line\"\nand another, 한글")
    return Run(
      folder: folder.url, manifest: manifest, status: .finished, scalars: scalars, texts: [text], stepUnit: "epoch")
  }

  /// Equal in every bit, NaN aside.
  private func expectSame(_ found: [ScalarSeries], _ expected: [ScalarSeries]) {
    #expect(found.map(\.tag) == expected.map(\.tag))
    for (found, expected) in zip(found, expected) {
      func bits(_ values: some Sequence<Double>) -> [UInt64] { values.map { $0.isNaN ? 0x7FF8 << 48 : $0.bitPattern } }
      #expect(found.steps == expected.steps)
      #expect(bits(found.values) == bits(expected.values))
      #expect(bits(found.wallTimes) == bits(expected.wallTimes))
    }
  }

  @Test func everyPointIsInOneRowInItsOrder() {
    let rows = Array(ScalarRows(Self.odd))
    #expect(rows.reduce(0) { $0 + $1.cells.count } == 12)
    #expect(rows.contains { $0.step == 5 && $0.cells.map(\.series) == [0, 1, 2] })
    for (index, series) in Self.odd.enumerated() {
      #expect(rows.filter { $0.cells.contains { $0.series == index } }.map(\.step) == Array(series.steps))
    }
    #expect(Array(ScalarRows([])).isEmpty && Array(ScalarRows([ScalarSeries(tag: "a")])).isEmpty)
  }

  @Test func csvReadsBackTheSame() throws {
    let losses = try run(Self.odd).export(.csv, to: folder.place("a.csv"))
    #expect(losses == ["csv has no place for the configuration, 1 text."])
    let table = try CSVTable(reading: folder.place("a.csv"))
    #expect(Array(table.header.prefix(2)) == ["step", "wall_time"])
    var found = table.header.dropFirst(2).map { ScalarSeries(tag: $0) }
    for row in table.rows {
      for (index, cell) in row.dropFirst(2).enumerated() where !cell.isEmpty {
        found[index].append(
          step: try #require(Int(row[0])), value: try #require(Double(cell)), wallTime: Double(row[1]) ?? .nan)
      }
    }
    expectSame(found, Self.odd)
    #expect(try folder.names() == ["a.csv"])
  }

  @Test func jsonLinesReadBackTheSame() throws {
    #expect(try run(Self.odd).export(.jsonl, to: folder.place("a.jsonl")) == [])
    let lines = try String(contentsOf: folder.place("a.jsonl"), encoding: .utf8).split(separator: "\n")
    var found = Self.odd.map { ScalarSeries(tag: $0.tag) }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    for (number, line) in lines.enumerated() {
      if number == 0 {
        let head = try RunJSON.decoder().decode(ExportHead.self, from: Data(line.utf8))
        #expect(head.config == run([]).manifest.config && head.lossline_run.seed == 3)
        #expect(head.texts.map(\.text) == ["a \"line\"\nand another, 한글"] && head.texts[0].step == 2)
        continue
      }
      let row = try decoder.decode(Row.self, from: Data(line.utf8))
      for index in found.indices {
        guard let value = row.values[found[index].tag] else { continue }
        found[index].append(step: row.step, value: value, wallTime: row.wallTime)
      }
    }
    expectSame(found, Self.odd)
  }

  private struct Row: Decodable {
    var step: Int
    var wallTime: Double
    var values: [String: Double] = [:]

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      step = try container.decode(Int.self, forKey: Key(stringValue: "step"))
      wallTime = try container.decodeIfPresent(Double.self, forKey: Key(stringValue: "wall_time")) ?? .nan
      for key in container.allKeys where !["step", "wall_time", "scalars"].contains(key.stringValue) {
        values[key.stringValue] = try container.decode(Double.self, forKey: key)
      }
      let nested = try container.decodeIfPresent([String: Double].self, forKey: Key(stringValue: "scalars"))
      values.merge(nested ?? [:]) { _, nested in nested }
    }
  }

  @Test func eventFilesReadBackTheSame() throws {
    // What single precision holds, without doubling back steps that a reader would take for two writers.
    let scalars = [
      ScalarSeries(
        tag: "loss", steps: [0, 2, 2, 5, 3], values: [0.5, Double(Float(0.1)), .nan, .infinity, -0.0],
        wallTimes: [1.7e9, 1.7e9 + 0.1234567, 1.7e9 + 0.25, 1.7e9 + 1, 1.7e9 + 2]),
      ScalarSeries(tag: "acc", steps: [2], values: [0.25], wallTimes: [1.7e9 + 0.25]),
    ]
    let exported = run(scalars)
    #expect(try exported.export(.tensorboard, to: folder.place("tb")) == [])
    let found = try Run(reading: folder.place("tb"))
    expectSame(found.scalars, scalars)
    #expect(found.manifest.config == exported.manifest.config && found.status == .finished)
    #expect(found.texts.first { $0.tag == "note" } == exported.texts[0])
    #expect(found.texts.contains { $0.tag == "config" })
  }

  /// Our own reader of any log, restarts and all, takes an export as it is.
  @Test(arguments: [ExportFormat.csv, .jsonl]) func ourReaderTakesEveryPoint(format: ExportFormat) throws {
    let limit = Int.max
    let scalars =
      [
        ScalarSeries(
          tag: "loss", steps: [1, 2, 2, 5, 3, limit, -limit],
          values: [0.1, Double(Float(0.1)), -0.0, .infinity, -.infinity, 1e300, .nan],
          wallTimes: [1.7e9, 1.7e9 + 0.1234567, 1.7e9 + 0.1234567, 1.7e9 + 1, 1.7e9 + 2, 1.7e9 + 3, 1.7e9 + 4]),
        ScalarSeries(
          tag: "val,\"loss\"", steps: [2, 5, 5], values: [Double.leastNonzeroMagnitude, 0, 1 / 3],
          wallTimes: [1.7e9 + 0.1234567, 1.7e9 + 1, 1.7e9 + 0.5]),
      ] + (format == .csv ? [] : [ScalarSeries(tag: "step", steps: [5], values: [7], wallTimes: [1.7e9 + 1])])
    let file = folder.place("a.\(format.rawValue)")
    let exported = run(scalars)
    try exported.export(format, to: file)
    let found = try Run(reading: file)
    expectSame(found.scalars, scalars)
    #expect(found.diagnostics.allSatisfy { $0.file == nil }, "\(found.diagnostics)")
    if format == .jsonl {
      #expect(found.manifest == exported.manifest.ended && found.texts == exported.texts)
      #expect(found.status == .finished && found.stepUnit == "epoch")
    }
  }

  /// Beyond 2⁵³ doubles do not tell neighbours apart.
  @Test func stepsOfJSONLinesAreExact() throws {
    let steps = [1 << 53, 1 << 53 + 1, 1 << 60 + 3, Int.max - 1, .max]
    let lines = steps.map { "{\"step\":\($0),\"loss\":0.5}\n" }
    try folder.write(lines.joined(), to: "a.jsonl")
    #expect(try Run(reading: folder.place("a.jsonl")).series("loss")?.steps == StepColumn(steps))
    try folder.write("{\"step\":9223372036854775808,\"loss\":1}\n" + lines[0], to: "b.jsonl")
    let run = try Run(reading: folder.place("b.jsonl"))
    #expect(run.series("loss")?.steps == [1 << 53] && run.diagnostics.contains { $0.severity == .error })
  }

  @Test func foldersThatAreMissingAreMade() throws {
    try run(Self.odd).export(.csv, to: folder.place("new/deep/a.csv"))
    #expect(try Run(reading: folder.place("new/deep/a.csv")).scalars.count == 4)
    #expect(throws: RunError.self) { try run(Self.odd).export(.csv, to: folder.place("new/deep/a.csv/b.csv")) }
  }

  @Test func anExportOfARunThatGoesOnDoesNotSaySo() throws {
    var running = run(Self.odd)
    running.status = .running
    try running.export(.jsonl, to: folder.place("a.jsonl"))
    #expect(try Run(reading: folder.place("a.jsonl")).status == .unknown)
  }

  @Test func aDamagedFirstLineIsToldAndTheRestIsRead() throws {
    try folder.write(
      "{\"config\":{\"a\":1},\"lossline_run\":7,\"texts\":[]}\n{\"step\":1,\"loss\":2}\n", to: "a.jsonl")
    let run = try Run(reading: folder.place("a.jsonl"))
    #expect(run.manifest.config == ["a": 1] && run.series("loss")?.values == [2])
    #expect(run.diagnostics.first?.severity == .error && run.diagnostics.first?.file == "a.jsonl")
  }

  @Test func doublesAreRoundedAndToldOrKept() throws {
    let scalars = [ScalarSeries(tag: "a", steps: [1, 2], values: [0.1, 0.5], wallTimes: [1, 2])]
    let losses = try run(scalars).export(.tensorboard, to: folder.place("rounded"))
    #expect(losses.count == 1 && losses[0].hasPrefix("1 value is rounded"))
    #expect(try Run(reading: folder.place("rounded")).series("a")?.values == [Double(Float(0.1)), 0.5])
    #expect(try run(scalars).export(.tensorboard, to: folder.place("kept"), inDoublePrecision: true) == [])
    #expect(try Run(reading: folder.place("kept")).series("a")?.values == [0.1, 0.5])
  }

  @Test func aRunOfOursSurvivesTheWayThroughAnEventFile() throws {
    let writer = try RunWriter(creating: folder.place("run"), RunManifest(config: ["a": 1]))
    for step in 1...300 {
      try writer.log("loss", 1 / Double(step), step: step)
      if step % 7 == 0 { try writer.log(step: step, ["val_loss": 2 / Double(step), "acc": 0.1]) }
    }
    try writer.finish()
    let run = try Run(reading: folder.place("run"))
    try run.export(.tensorboard, to: folder.place("events.out.tfevents.1.a"))
    try FileManager.default.createDirectory(at: folder.place("copy"), withIntermediateDirectories: false)
    try FileManager.default.moveItem(
      at: folder.place("events.out.tfevents.1.a"), to: folder.place("copy/events.out.tfevents.1.a"))
    expectSame(try Run(reading: folder.place("copy")).scalars, run.scalars)
  }

  @Test func refusals() throws {
    let run = run(Self.odd)
    try run.export(.tensorboard, to: folder.place("tb"))
    #expect(throws: RunError.self) { try run.export(.tensorboard, to: folder.place("tb")) }
    #expect(throws: RunError.self) { try run.export(.csv, to: folder.place("tb")) }
    #expect(try folder.names() == ["tb"] && folder.names("tb").count == 1)
  }
}

extension RunManifest {
  /// As it is when the run has finished.
  fileprivate var ended: RunManifest {
    var ended = self
    ended.status = .finished
    return ended
  }
}
