import Foundation
import Testing

@testable import Plot

@Suite struct ChartCodingTests {
  private let chart = Chart("Loss <of> \"runs\"") {
    LineMark(x: [1, 2, 3], y: [0.5, .nan, .infinity], series: "train")
    LineMark(x: [1, 2, 3], y: [nil, 0.25, 1] as [Double?])
    BarMark(x: ["a", nil], y: [1.0, -.infinity], series: .column(["u", nil])).opacity(0.5)
    PointMark(x: [2], y: [0.25]).radius(5).annotation("best").foregroundStyle(Color(0x123456))
    AreaMark(y: [1.0, 2]).stacked(.normalized).interpolationMethod(.monotone)
    BandMark(x: [1, 2], low: [0.0, 1], high: [1.0, 2])
    RectangleMark(x: 0...1)
    HistogramMark([1.0, 2, 2], bins: .count(3), normalization: .density)
    DensityMark([1.0, 2], bandwidth: .value(0.5))
    BoxMark(x: ["a", "a"], y: [1.0, 2])
    HeatmapMark(x: ["a"], y: ["b"], value: [1.0]).cellText().colorScale(ColorScale(.viridis, domain: 0...1))
    LineMark(x: [1, 1], y: [1.0, 2], estimate: .median, interval: .pi(0.5)).smoothed(.rollingMean(3))
    TextMark(x: [1], y: [1], text: ["t"])
    RugMark(y: [1.0])
    RuleMark(y: 0.1).dash([1, 2]).lineWidth(3)
  }
  .subtitle("sub").caption("cap").xAxis("Epoch", domain: 0...4).yAxis("Loss", scale: .log).legend(.top).theme(.dark)
  .size(width: 300, height: 200).alternativeText("alt")

  @Test func aChartSurvivesJSON() throws {
    let json = try JSONEncoder().encode(chart)
    #expect(try JSONDecoder().decode(Chart.self, from: json) == chart)
  }

  @Test func anAxisSurvivesJSON() throws {
    let axis = AxisSpec(
      title: "t", scale: .symlog, domain: -1...2, includesZero: false, isReversed: true, padding: 0.1, values: [0, 1],
      format: .decimal(2).prefix("$").suffix("!").unit("s"), threshold: 0.5, utcOffsetInHours: 9, position: .trailing,
      showsGrid: false)
    let json = try JSONEncoder().encode(axis)
    #expect(try JSONDecoder().decode(AxisSpec.self, from: json) == axis)
    #expect(try JSONDecoder().decode(AxisSpec.self, from: Data("{}".utf8)) == AxisSpec())
  }

  @Test func anUnknownMarkIsNamed() {
    let json = #"{"mark": "pie", "style": {}}"#
    let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode(Mark.self, from: Data(json.utf8)) }
    #expect(error.map { "\($0)".contains("pie") } == true)
  }

  @Test func missingNumbersAreEqual() {
    #expect(Column.numbers([.nan, 1]) == .numbers([.nan, 1]))
    #expect(Column.numbers([.nan, 1]) != .numbers([1, .nan]))
    #expect(Column.numbers([.nan]).hashValue == Column.numbers([.nan]).hashValue)
  }

  @Test func numbersThatJSONLacksAreReadable() throws {
    let json = String(decoding: try JSONEncoder().encode(Column.numbers([.nan, -.infinity, 2])), as: UTF8.self)
    #expect(json == #"{"numbers":[null,"-Infinity",2]}"#)
  }

  @Test(arguments: [
    #"{"numbers": [1, "two"]}"#, #"{"numbers": {}}"#, "[]", #"{"categories": [1]}"#,
  ])
  func wrongColumnsAreRefused(json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Column.self, from: Data(json.utf8)) }
  }

  @Test func coloursReadOnlySixDigits() {
    #expect(Color(hex: "#0072b2") == Color(0x0072B2))
    #expect(Color(0x0072B2).hex == "#0072B2")
    for text in ["0072B2", "#0072B", "#+072B2", "#0072B2F", "#GGGGGG", ""] { #expect(Color(hex: text) == nil) }
  }

  @Test func optionalsKeepTheirPlaces() {
    #expect(Optional<Int>.column([nil, 1, nil, 2]) == .numbers([.nan, 1, .nan, 2]))
    #expect(Optional<String>.column(["a", nil]) == .categories(["a", nil]))
  }
}
