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
    ("legend right", series(5).legend(.right)), ("legend bottom", series(12).legend(.bottom)),
    ("legend inside", series(4).legend(.inside)), ("legend of many", series(200)),
    ("legend right and axis trailing", series(3).yAxisPosition(.trailing).legend(.right)),
    ("legend right of many", series(60).legend(.right)), ("annotated", annotated), ("annotated bars", annotatedBars),
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

  private static func series(_ count: Int) -> Chart {
    Chart("Legend") {
      for number in 0..<count {
        LineMark(
          x: Array(0...20), y: parabola(number),
          series: .named("model \(number)"))
      }
    }.subtitle("A subtitle").xAxis("Epoch").yAxis("Loss").caption("Source: made up")
  }

  private static let annotated: Chart = {
    let y: [Double] = (0...60).map { (row: Int) -> Double in
      let noise = Double((row * 29) % 7)
      return 1 / (1 + 0.1 * Double(row)) + 0.05 * noise
    }
    return annotated(y)
  }()

  private static func parabola(_ number: Int) -> [Double] {
    (0...20).map { (x: Int) -> Double in Double(x * x) / Double(number + 3) + Double(number) }
  }

  private static func annotated(_ y: [Double]) -> Chart {
    Chart("Annotations beside each other") {
      RectangleMark(x: 10...20).annotation("learning rate is warmed up")
      RectangleMark(y: 0.2...0.3).annotation("target range")
      LineMark(y: y, series: "loss")
      for row in [30, 31, 32, 33, 34, 35, 36] {
        PointMark(x: [row], y: [y[row]], series: "loss").annotation("checkpoint \(row)")
      }
      RuleMark(x: 45).annotation("data doubled")
      RuleMark(x: 46).annotation("rate halved")
    }.xAxis("Epoch").yAxis("Loss")
  }

  private static let annotatedBars = Chart("Annotated bars") {
    BarMark(x: ["a", "b", "c", "d"], y: [3, 9, 4, 8])
    PointMark(x: ["b"], y: [9]).annotation("the best of all")
    PointMark(x: ["c"], y: [4]).annotation("broken sensor")
  }
}
