internal import Plot

/// How values become places.
enum Scales: GalleryTopic {
  static let title = "Scales"

  static let entries: [Entry] = [
    ("Logarithmic", "logarithmic", logarithmic),
    ("Both logarithmic", "bothLogarithmic", bothLogarithmic),
    ("A fixed domain", "fixedDomain", fixedDomain),
    ("Zero in view", "zeroInView", zeroInView),
    ("Very small and very large", "units", units),
  ]

  /// Equal factors are equal distances; labels are powers as they are written by hand.
  static func logarithmic() -> Chart {
    Chart("Error falls by a constant factor") {
      LineMark(x: Array(0...30), y: (0...30).map { step in (0..<step).reduce(3.0) { error, _ in 0.62 * error } })
    }
    .xAxis("Iteration").yAxis("Error", scale: .log)
  }

  /// A power law is a straight line.
  static func bothLogarithmic() -> Chart {
    let sizes = (0...14).map { Double(1 << $0) }
    return Chart("A product of matrices") {
      LineMark(x: sizes, y: sizes.map { 2e-9 * $0 * $0 * $0 }, series: "cubic")
      LineMark(x: sizes, y: sizes.map { 1e-8 * $0 * $0 }, series: "square")
    }
    .xAxis("Rows", scale: .log).yAxis("Seconds", scale: .log)
  }

  /// What lies outside is cut at the edge of the plot, never drawn over the axes.
  static func fixedDomain() -> Chart {
    let losses = SampleData.losses(80, speed: 0.08, seed: 19)
    return Chart("The last tenth of the way") {
      LineMark(y: losses)
    }
    .xAxis("Epoch", domain: 20...80).yAxis("Loss", domain: 0...0.3)
  }

  /// Lines need not show 0, but may.
  static func zeroInView() -> Chart {
    Chart("A small change stays small") {
      LineMark(x: Array(2015...2024), y: [82.1, 82.3, 82.2, 82.6, 82.9, 82.4, 82.8, 83.1, 83.0, 83.4])
    }
    .xAxis("Year").yAxis("Accuracy, %", includesZero: true)
  }

  /// Large steps as k and M, small rates as powers of ten.
  static func units() -> Chart {
    let steps = Array(stride(from: 0, through: 2_000_000, by: 20_000))
    return Chart("Learning rate: warm-up and decay") {
      LineMark(x: steps, y: steps.map { 3e-4 * min(Double($0) / 200_000, (200_000 / Double(max($0, 1))).squareRoot()) })
    }
    .xAxis("Step").yAxis("Rate")
  }
}
