import Foundation
import Testing

@testable import Runs

@Suite struct ChartsAndTablesTests {
  private let folder: TestFolder
  private let writer: RunWriter
  init() throws {
    folder = try TestFolder()
    writer = try RunWriter(creating: folder.place("run"))
  }

  private struct Spec: Codable, Equatable {
    var values: [Double]
    var spec = "a \"}] \"spec\": {[ inside \\"
  }

  private func read() throws -> Run {
    try writer.finish()
    return try Run(reading: folder.place("run"))
  }

  @Test func chartsKeepOrderWordsAndBytes() throws {
    let spec = Spec(values: [0.1, .infinity, -.infinity, 10])
    for number in 1...12 { try writer.logChart(slug: "Chart \(13 - number)", title: "T\(number)", caption: "c", spec) }
    let charts = try read().charts
    #expect(charts.map(\.title) == (1...12).map { "T\($0)" })
    #expect(charts[0].slug == "chart-12")
    #expect(charts[0].caption == "c")
    #expect(try charts[0].spec(as: Spec.self) == spec)
    #expect(
      String(decoding: charts[0].data, as: UTF8.self)
        == #"{"spec":"a \"}] \"spec\": {[ inside \\","values":[0.1,"Infinity","-Infinity",10]}"#)
    #expect(try folder.names("run/charts").first == "01-chart-12.json")
  }

  @Test(arguments: ["7", #""text""#, "null", "true", "[1, 2]", "{}"]) func aSpecMayBeAnyJSON(json: String) throws {
    try folder.write("{ \"title\" : \"}\", \"spec\" : \(json) , \"z\":1}\n", to: "run/charts/01-a.json")
    let chart = try #require(try read().charts.first)
    #expect(String(decoding: chart.data, as: UTF8.self) == json)
    #expect(chart.title == "}")
    #expect(chart.slug == "a")
  }

  @Test func aChartLoggedAgainTakesItsOldPlace() throws {
    try writer.logChart(slug: "a", title: "A", [1])
    try writer.logChart(slug: "b", title: "B", [1])
    try writer.logChart(slug: "a", title: "A again", [2])
    #expect(try read().charts.map(\.title) == ["A again", "B"])
  }

  @Test func damagedChartsAreLeftOutAndReported() throws {
    try writer.logChart(slug: "good", title: "Good", [1])
    try folder.write("{\"title\": ", to: "run/charts/02-torn.json")
    try folder.write("{\"title\": 1, \"spec\": 1}", to: "run/charts/03-type.json")
    try folder.write("{}", to: "run/charts/04-empty.json")
    let run = try read()
    #expect(run.charts.map(\.slug) == ["good"])
    #expect(run.diagnostics.map(\.file) == ["02-torn", "03-type", "04-empty"].map { "charts/\($0).json" })
    #expect(run.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func aSpecThatIsNoJSONIsRefused() throws {
    struct Stubborn: Encodable {
      func encode(to encoder: any Encoder) throws {
        throw EncodingError.invalidValue(1, .init(codingPath: [], debugDescription: "no"))
      }
    }
    let error = #expect(throws: RunError.self) { try writer.logChart(slug: "a", title: "", Stubborn()) }
    #expect(error?.code == .invalidValue)
    #expect(try read().charts.isEmpty)
  }

  @Test func tablesKeepOrderCaptionAndCells() throws {
    try writer.logTable(
      slug: "predictions", caption: "What was predicted",
      columns: [
        TableColumn("Sample", [1, 2, 3]), TableColumn("single", [Float(0.1), .nan, 1e-10]),
        TableColumn("double", [0.1, -.infinity, 100]), TableColumn("Type, \"quoted\"", ["a,b", "", "two\r\nlines"]),
      ])
    try writer.logTable(slug: "a", columns: [TableColumn("x", [""])])
    let tables = try read().tables
    #expect(tables.map(\.slug) == ["predictions", "a"])
    #expect(tables[0].caption == "What was predicted")
    #expect(tables[0].header == ["Sample", "single", "double", "Type, \"quoted\""])
    #expect(tables[0].rows[0] == ["1", "0.1", "0.1", "a,b"])
    #expect(tables[0].rows[1] == ["2", "nan", "-inf", ""])
    #expect(tables[0].rows[2] == ["3", "1e-10", "100", "two\r\nlines"])
    #expect(tables[1].rows == [[""]])
    let text = try String(contentsOf: folder.place("run/tables/a.csv"), encoding: .utf8)
    #expect(text == "x\r\n\"\"\r\n")
  }

  @Test func aTableLoggedAgainTakesItsOldPlace() throws {
    for (slug, number) in [("a", 1), ("b", 2), ("a", 3)] {
      try writer.logTable(slug: slug, caption: "\(number)", columns: [TableColumn("x", [number])])
    }
    let tables = try read().tables
    #expect(tables.map(\.caption) == ["3", "2"])
    #expect(tables[0].rows == [["3"]])
  }

  @Test func numbersInTablesReadBackTheSame() throws {
    let values = [0.1, 1.0 / 3, 1e300, .leastNonzeroMagnitude, -0.0, 123_456_789_012_345_680, .infinity]
    try writer.logTable(slug: "t", columns: [TableColumn("x", values)])
    let table = try CSVTable(reading: folder.place("run/tables/t.csv"))
    #expect(try table.numbers("x").map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test func columnsOfDifferentLengthAreRefused() throws {
    let error = #expect(throws: RunError.self) {
      try writer.logTable(slug: "t", columns: [TableColumn("x", [1, 2]), TableColumn("y", [1])])
    }
    #expect(error?.code == .invalidValue)
    #expect(error?.message.contains("x 2, y 1") == true)
    #expect(throws: RunError.self) { try writer.logTable(slug: "t", columns: []) }
    #expect(try read().tables.isEmpty)
  }

  @Test func tablesThatAreMissingDamagedOrUnlisted() throws {
    try writer.logTable(slug: "gone", columns: [TableColumn("x", [1])])
    try writer.logTable(slug: "ragged", columns: [TableColumn("x", [1])])
    try FileManager.default.removeItem(at: folder.place("run/tables/gone.csv"))
    try folder.write("x\n1,2\n", to: "run/tables/ragged.csv")
    try folder.write("x\n5\n", to: "run/tables/added.csv")
    let run = try read()
    #expect(run.tables.map(\.slug) == ["added"])
    #expect(run.diagnostics.map(\.file) == ["tables/gone.csv", "tables/ragged.csv"])
  }

  /// Names from a program's data must never lead out of the folder.
  @Test(arguments: [
    "../../etc/passwd", "/tmp/x", "..", ".", "", "a/b\\c", "\0", "한글 차트", String(repeating: "é", count: 500),
    "NUL", "-", ".hidden", "a\nb",
  ]) func hostileNamesStayInside(name: String) throws {
    try writer.logChart(slug: name, title: name, [1])
    try writer.logTable(slug: name, columns: [TableColumn(name, [name])])
    try writer.log(text: name, tag: name)
    try writer.log(step: 1, contentsOf: [(key: name, value: 1)])
    let run = try read()
    #expect(run.charts.count == 1 && run.tables.count == 1 && run.scalars.map(\.tag) == [name])
    #expect(run.charts[0].title == name && run.tables[0].rows == [[name]])
    #expect(try folder.names() == ["run"])
    #expect(try folder.names("run").count == 4)
    #expect(run.diagnostics.isEmpty)
  }

  @Test func slugsAreShortPlainAndReadable() {
    #expect(Slug.make("All results (test)", ifEmpty: "x") == "all-results-test")
    #expect(Slug.make("val_loss", ifEmpty: "x") == "val_loss")
    #expect(Slug.make("한글 차트", ifEmpty: "x") == "한글-차트")
    #expect(Slug.make("../..", ifEmpty: "x") == "x")
    #expect(Slug.make(String(repeating: "é", count: 500), ifEmpty: "x").utf8.count == 80)
  }

  @Test(arguments: ["", ".", "..", "../x", "a/b", "a\\b", "a\0", "a\nb", ".hidden", String(repeating: "x", count: 201)])
  func aRunNameThatLeadsElsewhereIsRefused(name: String) {
    let error = #expect(throws: RunError.self) { try Run.folder(named: name, in: folder.url) }
    #expect(error?.code == .invalidValue)
  }

  @Test func anyOtherRunNameIsTaken() throws {
    #expect(try Run.folder(named: "항공 lstm-1.5", in: folder.url).lastPathComponent == "항공 lstm-1.5")
    #expect(try Run.folder(named: "a", in: folder.url).deletingLastPathComponent().path == folder.url.path)
  }
}
