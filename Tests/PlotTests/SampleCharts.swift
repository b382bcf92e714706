@testable import Plot

/// Charts that are hard to lay out, and those that everybody draws.
enum SampleCharts {
  static let all: [(name: String, chart: Chart)] =
    [
      ("loss", loss(.linear)), ("loss-log", loss(.log)), ("bars", bars), ("korean", korean),
      ("no data", Chart("Nothing") {}), ("no rows", Chart { LineMark(y: [Double]()) }),
      ("one point", Chart("One") { LineMark(y: [3.0]) }), ("all equal", Chart { LineMark(y: [2.0, 2, 2]) }),
      ("all missing", Chart { LineMark(y: [Double.nan, .nan]) }),
      ("infinities", Chart { LineMark(y: [1.0, Double.infinity, 2, -Double.infinity, 3]) }),
      ("huge", Chart { LineMark(y: [1e300, -1e300, 1e308]) }),
      ("denormal", Chart { LineMark(y: [Double.leastNonzeroMagnitude, .leastNonzeroMagnitude * 1000]) }),
      ("log with zeros", Chart { LineMark(y: [0.0, 1, 10, 0, 1000]) }.yAxis(scale: .log)),
      ("log of nothing positive", Chart { LineMark(y: [0.0, -1]) }.yAxis(scale: .log)),
      ("40 categories", Chart { BarMark(x: (0..<40).map { "category \($0)" }, y: (0..<40).map(Double.init)) }),
      ("12 series", twelveSeries), ("negative bars", Chart { BarMark(x: ["a", "b"], y: [-3, -1]) }),
      ("long texts", longTexts), ("fixed domain", Chart { LineMark(y: [0.0, 1e9, 5, -1e9]) }.yAxis(domain: 0...10)),
      ("unsorted", Chart { LineMark(x: [3, 1, 2, 2], y: [1, 2, 3, 4]) }),
      ("horizontal bars", horizontalBars), ("stacked bars", stackedBars), ("areas", areas), ("band", band),
      ("scatter", scatter), ("steps", steps), ("bars with intervals", intervals),
      ("lines with intervals", lineIntervals),
      ("smoothed", smoothed), ("histogram", histogram), ("density", density), ("boxes", boxes), ("heatmap", heatmap),
      ("tiny", loss(.linear).size(width: 60, height: 40)), ("one by one", loss(.log).size(width: 1, height: 1)),
    ] + GuideSamples.all + MarkSamples.all

  static func loss(_ scale: AxisSpec.Scale) -> Chart {
    var random = SplitMix(state: 1)
    let epochs = Array(1...400)
    let training = epochs.map { 0.5 / Double($0) + 0.002 * random.unit() }
    let validation = epochs.map { 0.6 / Double($0) + 0.003 * random.unit() }
    return Chart("History of training") {
      LineMark(x: epochs, y: training, series: "training")
      LineMark(x: epochs, y: validation, series: "validation")
      PointMark(x: [380], y: [validation[379]], series: "validation").annotation("best at 380")
      RuleMark(x: 100).annotation("warm-up ends")
    }
    .subtitle("Mean squared error").xAxis("Epoch").yAxis("Loss", scale: scale).caption("Source: a made-up run")
  }

  static let bars: Chart = {
    var random = SplitMix(state: 2)
    let rows = (0..<54).map { _ in random.unit() - 0.5 }
    let names = Array(repeating: "original", count: 27) + Array(repeating: "prediction", count: 27)
    return Chart("Bars") { BarMark(x: Array(0..<27) + Array(0..<27), y: rows, series: .column(names)) }
      .xAxis("Sample").yAxis("Normalized #Passengers").size(width: 504, height: 360)
  }()

  static let korean = Chart("월별 승객 수") {
    LineMark(x: [1949, 1950, 1951], y: [112.0, 118, 132], series: "원본")
    LineMark(x: [1949, 1950, 1951], y: [110.0, 121, 130], series: "예측")
  }.xAxis("연도").yAxis("승객 수")

  private static let horizontalBars = Chart("Where people live") {
    BarMark(x: [9.4, 3.4, 2.9, 2.4], y: ["Seoul", "Busan", "Incheon", "Daegu"]).annotation("largest")
  }.xAxis("Million")

  private static let stackedBars = Chart("Stacked") {
    BarMark(
      x: ["a", "b", "c", "a", "b", "c"], y: [1, 2, 3, 2, -1, 1], series: .column(["u", "u", "u", "v", "v", "v"])
    ).stacked()
  }

  private static let areas = Chart("Areas") {
    AreaMark(
      x: [0, 1, 2, 3, 0, 1, 3], y: [1, 3, 2, 4, 2, 2, 2], series: .column(["u", "u", "u", "u", "v", "v", "v"]))
  }.xAxis("x").yAxis("y")

  private static let band: Chart = {
    let x = Array(0..<50)
    let mean = x.map { 1 / Double($0 + 1) }
    return Chart("Mean and interval") {
      RectangleMark(x: 10...20).annotation("warm-up")
      BandMark(x: x, low: mean.map { $0 * 0.8 }, high: mean.map { $0 * 1.3 + 0.02 }, series: "LSTM")
      LineMark(x: x, y: mean, series: "LSTM")
      LineMark(x: x, y: mean.map { $0 + 0.1 }, series: "GRU")
    }.xAxis("Epoch").yAxis("Loss")
  }()

  private static let scatter: Chart = {
    var random = SplitMix(state: 4)
    func values() -> [Double] { (0..<40).map { _ in random.unit() + random.unit() } }
    let (x, y, size) = (values(), values(), values())
    return Chart("Scatter") {
      RugMark(x: x)
      RugMark(y: y)
      PointMark(x: x, y: y, series: "a").symbolSize(size)
      PointMark(x: y, y: x, series: "b").symbol(.diamond)
      TextMark(x: [1.0], y: [1.0], text: ["middle"])
    }.xAxis("x").yAxis("y")
  }()

  private static let steps = Chart("Ways from point to point") {
    for (number, method) in InterpolationMethod.allCases.enumerated() {
      LineMark(
        x: [0, 1, 2, 3, 4], y: [0, 1, 0.2, 0.9, 0.4].map { $0 + Double(number) }, series: .named(method.rawValue)
      )
      .interpolationMethod(method)
    }
  }

  private struct Row {
    var cell: String
    var split: String
    var epoch: Int
    var loss: Double
  }

  private static let rows: [Row] = {
    var random = SplitMix(state: 9)
    var rows: [Row] = []
    for (number, cell) in ["SimpleRNN", "LSTM", "GRU"].enumerated() {
      for seed in 0..<6 {
        for epoch in 1...20 {
          let noise = 0.1 * (random.unit() + random.unit())
          let loss = 1 / Double(epoch + number) + noise
          rows.append(Row(cell: cell, split: seed % 2 == 0 ? "training" : "test", epoch: epoch, loss: loss))
        }
      }
    }
    return rows
  }()

  private static let intervals = Chart("Loss of each cell") {
    BarMark(rows, x: \.cell, y: \.loss, series: \.split, estimate: .mean, interval: .ci(0.95))
  }.yAxis("Loss")

  private static let lineIntervals = Chart("Loss by epoch") {
    LineMark(rows, x: \.epoch, y: \.loss, series: \.cell, estimate: .mean, interval: .sd)
  }.xAxis("Epoch").yAxis("Loss")

  private static let smoothed: Chart = {
    var random = SplitMix(state: 12)
    let values = (0..<300).map { step -> Double in 1 / (1 + Double(step) / 30) + 0.2 * random.unit() }
    return Chart("Smoothed") { LineMark(y: values, series: "train").smoothed(.exponential(0.9)) }.xAxis("Step")
  }()

  private static func values(_ seed: UInt64, mean: Double) -> [Double] {
    var random = SplitMix(state: seed)
    return (0..<300).map { _ -> Double in
      let sum = random.unit() + random.unit() + random.unit()
      return mean + sum - 1.5
    }
  }

  private static let histogram = Chart("Scores of two classes") {
    HistogramMark(values(1, mean: 0), series: "negative")
    HistogramMark(values(2, mean: 0.8), series: "positive")
  }.xAxis("Score").yAxis("Count")

  private static let density = Chart("The same, smooth") {
    DensityMark(values(1, mean: 0), series: "negative")
    DensityMark(values(2, mean: 0.8), series: "positive")
  }.xAxis("Score").yAxis("Density")

  private static let boxes = Chart("Boxes") {
    BoxMark(rows, x: \.cell, y: \.loss, series: \.split)
  }.yAxis("Loss")

  private static let cells: [(step: String, character: String, probability: Double)] = (0..<25).map { number in
    let characters = ["g", "o", "h", "m", "e"]
    return ("step \(number % 5 + 1)", characters[number / 5], Double((number * 7) % 25) / 24)
  }

  private static let heatmap = Chart("Probability of each character") {
    HeatmapMark(cells, x: \.step, y: \.character, value: \.probability).cellText().valueTitle("probability")
  }.size(width: 480, height: 400)

  private static let twelveSeries = Chart("Twelve") {
    for number in 0..<12 { LineMark(y: [Double(number), Double(number * number)], series: "series \(number)") }
  }

  private static let longTexts = Chart(String(repeating: "A long title ", count: 40)) {
    LineMark(y: [1.0, 2], series: .named(String(repeating: "long name ", count: 30)))
    LineMark(y: [2.0, 1], series: "b\u{0}\u{7}\nc")
  }
  .subtitle(String(repeating: "unbreakable", count: 50)).xAxis(String(repeating: "x ", count: 500)).yAxis("\u{202E}y")
}
