internal import Plot

/// How values are spread.
enum Distributions: GalleryTopic {
  static let title = "Distributions"

  static let entries: [Entry] = [
    ("Histogram", "histogram", histogram),
    ("Densities", "densities", densities),
    ("Box plots", "boxes", boxes),
    ("Every value", "strip", strip),
  ]

  /// Bins by numpy's automatic rule, shared by all series.
  static func histogram() -> Chart {
    Chart("Weights spread while training") {
      HistogramMark(
        SampleData.normal(800, seed: 8).map { 0.6 * $0 }, series: "before"
      )
      HistogramMark(
        SampleData.normal(800, seed: 9).map { 1.3 * $0 + 0.5 },
        series: "after")
    }
    .xAxis("Weight")
    .yAxis("Count")
  }

  /// Kernel densities with Scott's rule, and every value as a tick.
  static func densities() -> Chart {
    let (first, second) = (
      SampleData.normal(120, seed: 10),
      SampleData.normal(120, seed: 11).map { 0.7 * $0 + 2 }
    )
    return Chart("Two kinds of sessions") {
      DensityMark(first, series: "weekday")
      DensityMark(second, series: "weekend")
      RugMark(x: first, series: "weekday")
      RugMark(x: second, series: "weekend")
    }
    .xAxis("Length, log minutes")
    .yAxis("Density")
  }

  /// Quartiles, whiskers of at most 1.5 interquartile ranges, and what lies beyond.
  static func boxes() -> Chart {
    Chart("Final loss by cell") {
      BoxMark(SampleData.results, x: \.cell, y: \.loss, series: \.data)
    }
    .yAxis("Loss")
  }

  /// Each run as a dot beside the summary: 48 numbers need not hide behind three bars.
  static func strip() -> Chart {
    Chart("Every seed of every cell") {
      BoxMark(SampleData.results, x: \.cell, y: \.loss).opacity(0.5)
      PointMark(SampleData.results, x: \.cell, y: \.loss).opacity(0.6)
    }
    .yAxis("Loss")
  }
}
