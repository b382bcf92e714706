// snippet.plot-first
import Foundation
import Plot

// snippet.hide
extension Snippets {
  func plotFirst() throws -> Chart {
    // snippet.show
    let days = Array(1...14)
    let visits = [120.0, 134, 129, 148, 155, 90, 84, 140, 152, 160, 171, 168, 101, 95]
    let chart = Chart("Visits fall at the weekend") {
      LineMark(x: days, y: visits)
      PointMark(x: days, y: visits)
    }
    .xAxis("Day of the month")
    .yAxis("Visits", includesZero: true)
    try chart.write(to: URL(filePath: "visits.svg"))  // or .png, .pdf
    // snippet.end
    return chart
  }

  func plotRows() throws -> Chart {
    // snippet.plot-rows
    struct Trial {
      var cell: String
      var epoch: Int
      var loss: Double
    }

    let trials = ["LSTM", "GRU"].enumerated().flatMap { place, cell in
      (1...5).flatMap { seed in
        (1...30).map { epoch in
          let spread = 1 + 0.25 * sin(Double(seed * 7 + epoch * (place + 2)))
          return Trial(cell: cell, epoch: epoch, loss: spread / (1 + Double(epoch) / Double(6 - 3 * place)))
        }
      }
    }
    let chart = Chart("Five seeds of each cell") {
      LineMark(trials, x: \.epoch, y: \.loss, series: \.cell, estimate: .mean, interval: .ci(0.95))
    }
    .subtitle("Mean and 95 % interval")
    .xAxis("Epoch")
    .yAxis("Loss")
    // snippet.end
    return chart
  }

  func plotFigure() throws -> Figure {
    // snippet.plot-figure
    let scores = (0..<200).map { 0.5 + 0.45 * sin(Double($0) * 1.7) }
    let truth = scores.indices.map { scores[$0] + 0.35 * sin(Double($0) * 0.9) > 0.5 }
    let figure = try Figure("A classifier", columns: 2) {
      try Chart.rocCurve(truth: truth, scores: scores)
      Chart("Scores") {
        HistogramMark(scores, bins: .count(12))
      }
      .xAxis("Score")
    }
    .panelLabels(.letters)
    .panelSize(width: 300, height: 260)
    // snippet.end
    return figure
  }
}
