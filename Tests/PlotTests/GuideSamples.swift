@testable import Plot

/// Charts whose axes, legends and annotations are hard to place.
enum GuideSamples {
  static let all: [(name: String, chart: Chart)] = [
    ("names wrapped", bars(names: wrapping).xAxis("Method").yAxis("Score")),
    ("names tilted", bars(names: models).xAxis("Model").yAxis("Accuracy")),
    ("names Korean", bars(names: korean).yAxis("점수")),
    ("names Chinese", bars(names: (0..<9).map { "第\($0)季度研究开发费用总额" })),
    ("names endless", bars(names: (0..<12).map { "\($0) " + String(repeating: "endless ", count: 30) })),
    ("names many", bars(names: (0..<70).map { "category \($0)" })),
    ("names very many", bars(names: (0..<3000).map { "category \($0)" })),
    ("names on y", onY(korean + wrapping)),
    (
      "names on y endless",
      onY(
        Array(repeating: "endless", count: 40).indices.map {
          "\($0) " + String(repeating: "endless ", count: 30)
        })
    ),
    ("names on top", bars(names: models).xAxis("Model").yAxis("Accuracy").xAxisPosition(.top)),
    ("names on top wrapped", bars(names: wrapping).xAxis("Method").xAxisPosition(.top)),
    ("axes swapped", temperatures.xAxisPosition(.top).yAxisPosition(.trailing).grid(x: true)),
    ("fahrenheit", temperatures.secondaryYAxis("°F", forward: .linear(factor: 1.8, offset: 32))),
    (
      "secondary leading",
      temperatures.yAxisPosition(.trailing).secondaryYAxis("K", forward: .linear(factor: 1, offset: 273.15))
    ),
    ("reciprocal", rates.secondaryYAxis("Seconds a batch", forward: .reciprocal())),
    ("percent", rates.yAxis("Batches", scale: .log).secondaryYAxis("%", forward: .percent(of: 400))),
  ]

  static let wrapping = [
    "logistic regression", "random forest", "gradient boosting", "support vector machine", "nearest neighbours",
    "naive Bayes",
  ]
  static let models = (1...18).map { "transformer-\($0 * 7)M-finetuned" }
  static let korean = [
    "서울특별시 강남구 역삼동", "부산광역시 해운대구", "대구광역시 수성구 범어동", "인천광역시 연수구 송도동", "제주특별자치도 서귀포시", "광주광역시",
  ]

  static func bars(names: [String]) -> Chart {
    Chart("Names along an axis") { BarMark(x: names, y: names.indices.map { 1 + Double(($0 * 37) % 17) }) }
  }

  private static func onY(_ names: [String]) -> Chart {
    Chart("Names beside an axis") { BarMark(x: names.indices.map { 1 + Double(($0 * 37) % 17) }, y: names) }
      .xAxis("Score").yAxis("Group")
  }

  private static let temperatures = Chart("Temperature over a day") {
    LineMark(x: Array(0...24), y: (0...24).map { 12 + 8 * Double(($0 * 7) % 13) / 13 }, series: "roof")
    LineMark(x: Array(0...24), y: (0...24).map { 10 + 6 * Double(($0 * 5) % 11) / 11 }, series: "cellar")
  }.xAxis("Hour").yAxis("°C")

  private static let rates = Chart("Throughput") {
    LineMark(x: Array(1...20), y: (1...20).map { 20 + 15 * Double($0) }, series: "GPU")
  }.xAxis("Workers").yAxis("Batches a second")
}
