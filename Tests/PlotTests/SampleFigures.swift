@testable import Plot

/// Figures that are hard to lay out, and those that everybody draws.
enum SampleFigures {
  static let all: [(name: String, figure: Figure)] = [
    ("metrics", metrics), ("models", models), ("facets", facets), ("by series", bySeries),
    ("mixed", mixed), ("bars", bars), ("one panel", Figure("One panel") { SampleCharts.loss(.log) }),
    ("plain panel", Figure { SampleCharts.loss(.linear) }), ("empty", Figure("Empty") {}),
    ("heatmaps", heatmaps), ("distributions", distributions), ("hard cases", hardCases), ("a hundred", hundred),
    ("one by one", Figure { metrics.panels }.size(width: 1, height: 1)),
    ("too small", Figure("Too small", columns: 10) { hundred.panels }.size(width: 300, height: 200)),
  ]

  /// One row of training.
  struct Row: Sendable {
    var epoch: Int
    var loss: Double
    var split: String
    var cell: String
  }

  static let rows: [Row] = {
    var random = SplitMix(state: 11)
    var rows: [Row] = []
    for (number, cell) in ["SimpleRNN", "LSTM", "GRU", "Transformer", "MLP"].enumerated() {
      for split in ["training", "validation"] where cell != "MLP" || split == "validation" {
        for epoch in 1...60 {
          let loss = (2 + Double(number)) / Double(epoch + 3) + 0.1 * random.unit() + (split == "training" ? 0 : 0.1)
          rows.append(Row(epoch: epoch, loss: loss, split: split, cell: cell))
        }
      }
    }
    return rows
  }()

  static func curves(_ title: String, scale: Double, falling: Bool = true) -> Chart {
    var random = SplitMix(state: UInt64(scale * 10))
    let epochs = Array(1...40)
    func values(_ offset: Double) -> [Double] {
      epochs.map { epoch in
        let part = 1 / Double(epoch) + 0.05 * random.unit() + offset
        return scale * (falling ? part : 1.2 - part)
      }
    }
    return Chart(title) {
      LineMark(x: epochs, y: values(0), series: "training")
      LineMark(x: epochs, y: values(0.1), series: "validation")
    }.xAxis("Epoch").size(width: 360, height: 260)
  }

  private static let metrics = Figure("History of training", columns: 2) {
    curves("Loss", scale: 1).yAxis("Cross entropy")
    curves("Accuracy", scale: 1, falling: false)
    curves("Learning rate", scale: 1e-4).yAxis("Rate", scale: .log)
    curves("Tokens", scale: 3e6).subtitle("Counted after each epoch")
  }
  .subtitle("One run of forty epochs").caption("Source: a made-up run").panelLabels(.letters)

  private static let models = Figure("Three models, one axis") {
    for (model, scale) in [("SimpleRNN", 3.0), ("LSTM", 1.4), ("GRU", 1.0)] {
      curves(model, scale: scale).yAxis("Loss").size(width: 260, height: 240)
    }
  }
  .sharedX().sharedY().panelLabels(.capitals).legend(.bottom)

  private static let facets = Figure.facets(rows, by: \.cell, columns: 3) { rows in
    Chart { LineMark(rows, x: \.epoch, y: \.loss, series: .column(rows.map(\.split))) }.xAxis("Epoch").yAxis("Loss")
  }
  .title("Loss by cell").subtitle("Training and validation, mean of three seeds")

  private static let bySeries = Chart("Where the loss ends") {
    RuleMark(y: 0.5).annotation("target")
    LineMark(rows, x: \.epoch, y: \.loss, series: .column(rows.map { $0.split == "validation" ? $0.cell : nil }))
  }
  .xAxis("Epoch").yAxis("Loss", scale: .log).caption("Validation only").facetedBySeries()

  private static let mixed = Figure("Different panels", columns: 2) {
    SampleCharts.korean
    SampleCharts.bars
    SampleCharts.loss(.log)
    Chart("Largest cities") { BarMark(x: [9.4, 3.4, 2.9], y: ["Seoul", "Busan", "Incheon"]) }.xAxis("Million")
    Chart("Nothing") {}
  }
  .size(width: 900, height: 900).panelLabels(.numbers).legend(.panels)

  private static let heatmaps = Figure("Two classifiers", columns: 3) {
    for matrix in [[[50, 3, 1], [4, 40, 9], [0, 2, 60]], [[30, 13, 11], [14, 20, 19], [10, 12, 40]]] {
      if let matrix = try? ConfusionMatrix(labels: ["cat", "dog", "fox"], counts: matrix) {
        Chart.confusionMatrix(matrix)
      }
    }
    curves("Loss", scale: 1)
  }
  .panelSize(width: 320, height: 320).panelLabels(.letters)

  private static let distributions: Figure = {
    var random = SplitMix(state: 12)
    let values = (0..<300).map { random.unit() + random.unit() + ($0.isMultiple(of: 2) ? 0 : 0.7) }
    let names = values.indices.map { $0.isMultiple(of: 2) ? "negative" : "positive" }
    return Chart("Scores by class") { HistogramMark(values, series: .column(names)) }
      .xAxis("Score").yAxis("Count").facetedBySeries(columns: 1).panelLabels(.letters)
  }()

  private static let bars = Figure("Bars of shared bands", columns: 2) {
    Chart("First") { BarMark(x: ["a", "b", "c"], y: [1, 2, 3], series: "u") }
    Chart("Second") { BarMark(x: ["b", "d"], y: [5, 1], series: "v") }
    Chart("Third") {
      BarMark(x: ["a", "d", "a", "d"], y: [5, 1, -2, 2], series: .column(["v", "v", "u", "u"]))
    }
    Chart("None") {}
  }
  .sharedX().sharedY(.rows).size(width: 700, height: 500)

  private static let hardNames: Set = [
    "loss", "loss-log", "bars", "korean", "no data", "no rows", "one point", "all equal", "all missing", "infinities",
    "huge", "denormal", "log with zeros", "log of nothing positive", "12 series", "negative bars", "fixed domain",
    "unsorted", "horizontal bars", "stacked bars", "areas", "band", "steps",
  ]

  private static let hardCases = Figure("Hard cases", columns: 4) {
    SampleCharts.all.filter { hardNames.contains($0.name) }.map(\.chart)
  }
  .size(width: 1600, height: 1800).panelLabels(.letters)

  private static let hundred = Figure("A hundred panels") {
    for number in 0..<100 {
      Chart("Run \(number)") { LineMark(y: (0..<20).map { Double($0 * (number + 1) % 17) }, series: "loss") }
        .xAxis("Step").size(width: 160, height: 120)
    }
  }
  .sharedX().sharedY()
}
