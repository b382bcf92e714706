internal import Plot

/// Several charts as one picture.
enum Figures: GalleryTopic {
  static let title = "Figures"

  static let entries: [Entry] = [
    ("Panels with letters", "panelGrid", panelGrid),
    ("Facets by a column", "facets", facets),
    ("Facets by two columns", "facetsOfTwoColumns", facetsOfTwoColumns),
    ("Facets with scales of their own", "independentFacets", independentFacets),
    ("One legend for all", "sharedLegend", sharedLegend),
    ("One colour bar for all", "sharedColorBar", sharedColorBar),
    ("Two units on shared axes", "sharedUnits", sharedUnits),
    ("One run for a paper", "paperFigure", paperFigure),
  ]

  /// Plots of a row and of a column are aligned, whatever their labels.
  static func panelGrid() -> Figure {
    let steps = Array(0..<60)
    return Figure("What was logged", columns: 2) {
      Chart("Loss") {
        LineMark(x: steps, y: SampleData.losses(60, seed: 41))
      }
      .yAxis("Cross entropy", scale: .log)
      Chart("Tokens") { LineMark(x: steps, y: steps.map { 24_000 * $0 }) }
        .yAxis("Seen so far")
      Chart("Norm of the gradient") {
        HistogramMark(SampleData.normal(400, seed: 42))
      }
      .xAxis("log₁₀")
      Chart("Final loss") {
        BarMark(SampleData.results, x: \.cell, y: \.loss)
      }
      .yAxis("Mean of eight seeds")
    }
    .panelSize(width: 340, height: 240)
    .panelLabels(.letters)
  }

  /// One chart, a panel for each value of a column; the rule has no rows and stands in all of them.
  static func facets() throws -> Figure {
    try Chart("Every seed of every cell") {
      RuleMark(y: 0.3).annotation("target")
      LineMark(
        SampleData.epochs, x: \.epoch, y: \.loss, estimate: .mean,
        interval: .pi(0.9))
    }
    .subtitle("Mean and the middle 90 % of six seeds")
    .xAxis("Epoch")
    .yAxis("Loss", scale: .log)
    .faceted(SampleData.epochs, by: \.cell, columns: 3)
  }

  /// Rows by one column, columns by another.
  static func facetsOfTwoColumns() throws -> Figure {
    try Chart("Final loss of eight seeds") {
      PointMark(SampleData.results, x: \.seed, y: \.loss)
    }
    .xAxis("Seed")
    .yAxis("Loss")
    .faceted(SampleData.results, row: \.data, column: \.cell)
  }

  /// What differs in size keeps its shape: each panel has its own part of y.
  static func independentFacets() throws -> Figure {
    try Chart("Jobs of a day") {
      LineMark(SampleData.jobs, x: \.hour, y: \.count)
    }
    .xAxis("Hour")
    .yAxis("Jobs")
    .faceted(
      SampleData.jobs, by: \.kind, label: "kind", columns: 3,
      scales: .independentY)
  }

  /// A series has one colour in all panels, even where some panels lack it.
  static func sharedLegend() -> Figure {
    Figure("Three data sets") {
      for (number, name) in ["Airline", "Power", "Traffic"].enumerated() {
        Chart(name) {
          for (place, cell) in ["SimpleRNN", "LSTM", "GRU"].enumerated()
          where number != 1 || place != 1 {
            LineMark(
              x: Array(1...40),
              y: SampleData.losses(
                40, floor: 0.2 / Double(place + 1), speed: 0.05 + 0.02 * Double(place),
                seed: UInt64(50 + 10 * number + place)),
              series: .named(cell))
          }
        }
        .xAxis("Epoch").yAxis("Loss")
        .size(width: 260, height: 220)
      }
    }
    .sharedX().sharedY().legend(.bottom)
  }

  /// A colour stands for the same number in all panels.
  static func sharedColorBar() throws -> Figure {
    let labels = ["cat", "dog", "bird"]
    let counts = [
      ("SimpleRNN", [[52, 31, 17], [28, 61, 11], [14, 9, 36]]),
      ("LSTM", [[82, 14, 4], [9, 88, 3], [6, 2, 51]]),
    ]
    return Figure("Gates tell cats from dogs") {
      for (name, counts) in counts {
        let cells = counts.enumerated().flatMap { row, counts in
          counts.enumerated().map { (labels[row], labels[$0], $1) }
        }
        Chart(name) {
          HeatmapMark(
            x: cells.map(\.1), y: cells.map(\.0), value: cells.map(\.2)
          )
          .cellText().valueTitle("Samples")
        }
        .xAxis("Predicted").yAxis("True")
        .plotAspectRatio(1).size(width: 300, height: 300)
      }
    }
    .sharedX().sharedY().sharedColor()
  }

  /// The second unit stands once, on the right of the last panel.
  static func sharedUnits() -> Figure {
    Figure("Two racks over a week") {
      for (number, rack) in ["Rack 1", "Rack 2"].enumerated() {
        Chart(rack) {
          LineMark(
            x: Array(0..<168),
            y: SampleData.walk(168, seed: UInt64(60 + number)).map {
              23 + 0.3 * $0
            })
        }
        .xAxis("Hour").yAxis("°C")
        .secondaryYAxis("°F", forward: .linear(factor: 1.8, offset: 32))
        .size(width: 330, height: 240)
      }
    }
    .sharedX().sharedY()
  }

  /// Recipes are charts, so that a figure of a paper is a list of them.
  static func paperFigure() throws -> Figure {
    let validation = SampleData.losses(80, floor: 0.12, seed: 23)
    let original = Array(SampleData.passengers.suffix(48))
    let prediction = zip(original, SampleData.normal(48, seed: 26)).map {
      0.93 * $0 + 20 + 14 * $1
    }
    let (truth, score) = SampleData.scores
    return try Figure("A month ahead, and a spam filter", columns: 2) {
      Chart.lossCurve(
        epochs: Array(1...80),
        training: SampleData.losses(80, floor: 0.03, seed: 22),
        validation: validation)
      Chart.originalAndPrediction(
        original: original, prediction: prediction)
      Chart.predictionScatter(original: original, prediction: prediction)
      try Chart.rocCurve(truth: truth, scores: score)
    }
    .caption("Airline data of Box and Jenkins, series G; letters are made up")
    .panelSize(width: 380, height: 330)
    .panelLabels(.letters)
  }
}
