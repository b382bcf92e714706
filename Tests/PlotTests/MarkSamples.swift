@testable import Plot

/// Charts of marks with many rows, colours and sizes by value, stacks over several marks, and crowded annotations.
enum MarkSamples {
  static let all: [(name: String, chart: Chart)] =
    bright + bright.map { ("\($0.name) dark", $0.chart.theme(.dark)) }
    + [("symbols print", symbols.theme(.print)), ("line with points print", lineWithPoints.theme(.print))]

  private static let bright: [(name: String, chart: Chart)] = [
    ("binned", binned(60_000)), ("binned groups", binnedGroups), ("binned values", binnedValues),
    ("colour by value", colourByValue), ("diverging points", diverging), ("sizes and symbols", sizesAndSymbols),
    ("stacked marks", stackedMarks), ("stacked areas", stackedAreas), ("large dots", largeDots),
    ("parallel", parallel), ("checkpoints", checkpoints), ("best over noise", bestOverNoise),
    ("shaded range", shadedRange), ("small cells", cells(30)), ("image", cells(110)), ("empty axes", emptyAxes),
  ]

  /// Normally distributed numbers, by the sum of twelve uniform ones.
  static func normal(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix(state: seed)
    return (0..<count).map { _ in (0..<12).reduce(-6) { sum, _ in sum + random.unit() } }
  }

  static func binned(_ count: Int) -> Chart {
    let (x, noise) = (normal(count, seed: 5), normal(count, seed: 6))
    return Chart("\(count) samples") {
      PointMark(x: x, y: zip(x, noise).map { 0.6 * $0 + 0.5 * $1 })
    }.xAxis("Input").yAxis("Output")
  }

  private static let binnedGroups = Chart("Two groups") {
    PointMark(x: normal(30_000, seed: 1), y: normal(30_000, seed: 2), series: "left")
    PointMark(x: normal(30_000, seed: 3).map { $0 + 2 }, y: normal(30_000, seed: 4), series: "right")
  }

  private static let binnedValues: Chart = {
    let (x, y) = (normal(40_000, seed: 7), normal(40_000, seed: 8))
    return Chart("Loss over the plane") {
      PointMark(x: x, y: y).foregroundStyle(by: .value("Loss", zip(x, y).map { $0 * $0 + $1 }))
    }
  }()

  static let colourByValue: Chart = {
    let (x, y) = (normal(120, seed: 9), normal(120, seed: 10))
    return Chart("Runs by their loss") {
      PointMark(x: x, y: y).foregroundStyle(by: .value("Loss", zip(x, y).map { $0 * $0 + $1 * $1 })).radius(4)
    }.xAxis("Width").yAxis("Depth")
  }()

  private static let diverging: Chart = {
    let (x, y) = (normal(120, seed: 11), normal(120, seed: 12))
    return Chart("Residuals") {
      PointMark(x: x, y: y).foregroundStyle(by: .value("Residual", zip(x, y).map { $0 + $1 }), midpoint: 0).radius(4)
    }
  }()

  static let sizesAndSymbols: Chart = {
    let (x, y) = (normal(40, seed: 13), normal(40, seed: 14))
    return Chart("Cells and sizes") {
      PointMark(x: x, y: y, series: .column(x.indices.map { ["small", "large"][$0 % 2] }))
        .symbolSize(by: .value("Hours", x.indices.map { Double($0 % 7 + 1) }))
        .symbol(by: .value("Cell", x.indices.map { ["LSTM", "GRU", "RNN"][$0 % 3] }))
    }
  }()

  private static let symbols = Chart("Groups without colour") {
    for group in 0..<4 {
      PointMark(
        x: normal(12, seed: UInt64(20 + group)), y: normal(12, seed: UInt64(30 + group)).map { $0 + Double(group) },
        series: "group \(group + 1)")
    }
  }

  private static let lineWithPoints = Chart("Lines with points") {
    for group in 0..<3 {
      let y = (0..<8).map { Double(group) + 0.1 * Double($0 * $0) }
      LineMark(y: y, series: "group \(group + 1)")
      PointMark(y: y, series: "group \(group + 1)")
    }
  }.legend(.top)

  static let stackedMarks = Chart("Three marks, one stack") {
    BarMark(x: ["a", "b", "c"], y: [1.0, 2, -1], series: "one").stacked()
    BarMark(x: ["c", "a", "b"], y: [-2.0, 3, 4], series: "two").stacked()
    BarMark(x: ["a", "c"], y: [-1.0, 2], series: "three").stacked()
  }

  static let stackedAreas = Chart("Two marks, one stack") {
    AreaMark(x: [0, 1, 2, 3], y: [1.0, 2, 1, 3], series: "one")
    AreaMark(x: [0, 2, 3], y: [2.0, 1, 1], series: "two")
  }

  static let largeDots = Chart("Large dots at the ends") {
    PointMark(x: [0, 4, 8], y: [0.0, 5, 10]).symbolSize([20.0, 10, 20])
    TextMark(x: [0, 8], y: [10.0, 0], text: ["a long word at the left", "one at the right"])
  }

  private static let parallel: Chart = {
    let axes: [(name: String, values: Column)] = [
      ("rate", .numbers([0.1, 0.01, 0.001, 0.03, 0.003, 0.3])), ("width", .numbers([64, 128, 256, 64, 128, 256])),
      ("cell", .categories(["LSTM", "GRU", "LSTM", "GRU", "RNN", "RNN"])),
    ]
    let results = [0.9, 0.2, 0.1, 0.4, 0.6, 0.75]
    return (try? .parallelCoordinates(axes, metric: "loss", results: results)) ?? Chart {}
  }()

  static let checkpoints: Chart = {
    let noise = normal(200, seed: 15)
    let y = noise.indices.map { row -> Double in 2 / (1 + 0.05 * Double(row)) + 0.03 * noise[row] }
    return Chart("Seven checkpoints") {
      LineMark(y: y, series: "training")
      LineMark(y: y.map { $0 + 0.25 }, series: "validation")
      for step in 0..<7 {
        PointMark(x: [90 + 6 * step], y: [y[90 + 6 * step]], series: "training").annotation("checkpoint \(step + 1)")
      }
    }
  }()

  static let bestOverNoise: Chart = {
    let noise = normal(300, seed: 16)
    let training = noise.indices.map { row -> Double in 0.3 + 0.1 * noise[row] + 1 / Double(row + 1) }
    let validation = training.map { $0 * 1.05 }
    return .metricCurve("Loss", epochs: Array(1...300), training: training, validation: validation, best: .lowest)
  }()

  static let shadedRange = Chart("A shaded range") {
    RectangleMark(x: 20...60).annotation("warm-up")
    LineMark(y: (0..<100).map { 1 / (1 + 0.1 * Double($0)) })
    PointMark(x: [40], y: [0.2]).annotation("in the range")
  }

  static func cells(_ side: Int) -> Chart {
    let places = (0..<side * side).map { ($0 % side, $0 / side) }
    return Chart("\(side) × \(side)") {
      HeatmapMark(
        x: places.map(\.0), y: places.map(\.1), value: places.map { Double($0.0 * $0.1) / Double(side * side) })
    }
  }

  static let emptyAxes = Chart("Nothing yet") { LineMark(x: [1, 2, 3], y: [Double.nan, .nan, .nan]) }
    .xAxis("Epoch").yAxis("Loss")
}
