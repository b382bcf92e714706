internal import Plot

/// Tables of cells that are coloured by value.
enum Heatmaps: GalleryTopic {
  static let title = "Heatmaps"

  static let entries: [Entry] = [
    ("A grid of parameters", "parameterGrid", parameterGrid),
    ("Correlations", "correlations", correlations),
    ("Many small cells", "smallCells", smallCells),
  ]

  /// The text of a cell turns light where its colour is dark.
  static func parameterGrid() -> Chart {
    let sizes = ["32", "64", "128", "256"]
    let rates = ["1e-4", "3e-4", "1e-3", "3e-3", "1e-2"]
    let cells = sizes.indices.flatMap { row in
      rates.indices.map { (row, $0) }
    }
    return Chart("The best rate shrinks as models grow") {
      HeatmapMark(
        x: cells.map { rates[$0.1] }, y: cells.map { sizes[$0.0] },
        value: cells.map { row, column in
          0.2 + 0.05 * Double((column + row - 4) * (column + row - 4))
        }
      )
      .cellText().valueTitle("Validation loss")
    }
    .xAxis("Learning rate")
    .yAxis("Units")
    .size(width: 520, height: 380)
  }

  /// Blue to orange, centred on 0.
  static func correlations() -> Chart {
    let names = ["loss", "accuracy", "length", "rate", "depth"]
    let values = [
      [1, -0.91, 0.35, 0.12, -0.28], [-0.91, 1, -0.3, -0.08, 0.33],
      [0.35, -0.3, 1, 0, 0.05], [0.12, -0.08, 0, 1, -0.41],
      [-0.28, 0.33, 0.05, -0.41, 1],
    ]
    let cells = names.indices.flatMap { row in
      names.indices.map { (row, $0) }
    }
    return Chart("Correlations") {
      HeatmapMark(
        x: cells.map { names[$0.1] }, y: cells.map { names[$0.0] },
        value: cells.map { values[$0.0][$0.1] }
      )
      .cellText().colorScale(
        ColorScale(.blueOrange, domain: -1...1, midpoint: 0)
      ).valueTitle("Correlation")
    }
    .plotAspectRatio(1)
    .size(width: 460, height: 480)
  }

  /// Without text, a heatmap of 672 cells is still a picture.
  static func smallCells() -> Chart {
    let cells = (0..<24).flatMap { hour in (0..<28).map { (hour, $0 + 1) }
    }
    let noise = SampleData.uniform(672, seed: 18)
    return Chart("Load by day and hour") {
      HeatmapMark(
        x: cells.map(\.1), y: cells.map(\.0),
        value: zip(cells, noise).map { cell, noise in
          Double(max(0, 12 - abs(cell.0 - 13)))
            * (cell.1 % 7 < 5 ? 1 : 0.4) + 2 * noise
        }
      )
      .colorScale(ColorScale(.viridis, domain: 0...14)).valueTitle(
        "Requests a second")
    }
    .xAxis("Day")
    .yAxis("Hour")
  }
}
