internal import Foundation
internal import Plot

/// How values become places.
enum Scales: GalleryTopic {
  static let title = "Scales"

  static let entries: [Entry] = [
    ("Logarithmic", "logarithmic", logarithmic),
    ("Zero and negative", "symlog", symlog),
    ("Square root", "squareRoot", squareRoot),
    ("Reversed", "reversed", reversed),
    ("Two units", "twoUnits", twoUnits),
    ("Percent", "percent", percent),
    ("Dates over a minute", "datesOfAMinute", datesOfAMinute),
    ("Dates over a decade", "datesOfADecade", datesOfADecade),
    ("Both logarithmic", "bothLogarithmic", bothLogarithmic),
    ("A fixed domain", "fixedDomain", fixedDomain),
    ("Zero in view", "zeroInView", zeroInView),
    ("Very small and very large", "units", units),
  ]

  /// Equal factors are equal distances; labels are powers as they are written by hand.
  static func logarithmic() -> Chart {
    Chart("Error falls by a constant factor") {
      LineMark(
        x: Array(0...30),
        y: (0...30).map { step in
          (0..<step).reduce(3.0) { error, _ in 0.62 * error }
        })
    }
    .xAxis("Iteration")
    .yAxis("Error", scale: .log)
  }

  /// Linear around 0 and logarithmic further out, on both sides.
  static func symlog() -> Chart {
    Chart("Gradients of both signs") {
      PointMark(
        x: Array(1...9), y: [-1000, -100, -10, -1, 0, 1, 10, 100, 1000])
    }
    .xAxis("Layer", padding: 0.05)
    .yAxis("Gradient", scale: .symlog)
  }

  /// Counts with a long tail, 0 included.
  static func squareRoot() -> Chart {
    Chart("Words by how often they occur") {
      BarMark(
        x: ["the", "of", "and", "to", "a", "in"],
        y: [69971, 36412, 28853, 26158, 23195, 21337])
    }
    .yAxis("Occurrences in the Brown corpus", scale: .squareRoot)
  }

  /// The first place is at the top.
  static func reversed() -> Chart {
    Chart("Place in the ranking") {
      LineMark(x: Array(1...8), y: [14, 11, 12, 7, 5, 5, 2, 1])
      PointMark(x: Array(1...8), y: [14, 11, 12, 7, 5, 5, 2, 1])
    }
    .xAxis("Round")
    .yAxis(
      "Place", domain: 1...14, isReversed: true, values: [1, 4, 7, 10, 13])
  }

  /// A second axis is another unit of the first, never another quantity.
  static func twoUnits() -> Chart {
    Chart("One week in the server room") {
      LineMark(
        x: Array(0..<168),
        y: SampleData.walk(168, seed: 33).map { 24 + 0.3 * $0 })
    }
    .xAxis("Hour")
    .yAxis("°C")
    .secondaryYAxis("°F", forward: .linear(factor: 1.8, offset: 32))
  }

  /// Shares written as percent.
  static func percent() -> Chart {
    Chart("Right on the first try") {
      LineMark(
        x: Array(1...40),
        y: SampleData.losses(40, seed: 34).map { 1 - 0.4 * $0 })
    }
    .xAxis("Epoch")
    .yAxis("Accuracy", format: .percent())
  }

  /// Ticks at whole seconds.
  static func datesOfAMinute() -> Chart {
    let start = Date(timeIntervalSince1970: 1_704_067_170)
    return Chart("Load of one minute") {
      LineMark(
        x: (0...120).map { start.addingTimeInterval(0.5 * Double($0)) },
        y: SampleData.walk(121, seed: 35).map { 40 + $0 })
    }
    .yAxis("Requests")
  }

  /// Ticks where years begin; dates before 1970 are dates like others.
  static func datesOfADecade() -> Chart {
    let january1949 = Date(timeIntervalSince1970: -662_688_000)
    return Chart("Air travel by date") {
      LineMark(
        x: SampleData.passengers.indices.map {
          january1949.addingTimeInterval(2_629_746 * Double($0))
        },
        y: SampleData.passengers)
    }
    .yAxis("Thousands of passengers")
  }

  /// A power law is a straight line.
  static func bothLogarithmic() -> Chart {
    let sizes = (0...14).map { Double(1 << $0) }
    return Chart("A product of matrices") {
      LineMark(
        x: sizes, y: sizes.map { 2e-9 * $0 * $0 * $0 }, series: "cubic")
      LineMark(
        x: sizes, y: sizes.map { 1e-8 * $0 * $0 }, series: "square")
    }
    .xAxis("Rows", scale: .log)
    .yAxis("Seconds", scale: .log)
  }

  /// What lies outside is cut at the edge of the plot, never drawn over the axes.
  static func fixedDomain() -> Chart {
    let losses = SampleData.losses(80, speed: 0.08, seed: 19)
    return Chart("The last tenth of the way") {
      LineMark(y: losses)
    }
    .xAxis("Epoch", domain: 20...80)
    .yAxis("Loss", domain: 0...0.3)
  }

  /// Lines need not show 0, but may.
  static func zeroInView() -> Chart {
    Chart("A small change stays small") {
      LineMark(
        x: Array(2015...2024),
        y: [82.1, 82.3, 82.2, 82.6, 82.9, 82.4, 82.8, 83.1, 83.0, 83.4])
    }
    .xAxis("Year")
    .yAxis("Accuracy, %", includesZero: true)
  }

  /// Large steps as k and M, small rates as powers of ten.
  static func units() -> Chart {
    let steps = Array(stride(from: 0, through: 2_000_000, by: 20_000))
    return Chart("Learning rate: warm-up and decay") {
      LineMark(
        x: steps,
        y: steps.map {
          3e-4
            * min(
              Double($0) / 200_000,
              (200_000 / Double(max($0, 1))).squareRoot())
        })
    }
    .xAxis("Step")
    .yAxis("Rate")
  }
}
