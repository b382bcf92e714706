internal import Plot

/// Scatter charts.
enum Points: GalleryTopic {
  static let title = "Points"

  static let entries: [Entry] = [
    ("Groups of points", "scatter", scatter),
    ("A fitted line", "linearFit", linearFit),
    ("Bubbles", "bubbles", bubbles),
    ("Symbols", "symbols", symbols),
    ("Many points", "manyPoints", manyPoints),
    ("Too many points", "countedPoints", countedPoints),
    ("Points by value", "pointsByValue", pointsByValue),
  ]

  /// A colour for each group.
  static func scatter() -> Chart {
    let (x, y) = (
      SampleData.normal(90, seed: 12), SampleData.normal(90, seed: 13)
    )
    let group = x.indices.map {
      ["first", "second", "third"][$0 % 3]
    }
    return Chart("Three groups") {
      PointMark(
        x: x.indices.map { x[$0] + 3 * Double($0 % 3) },
        y: y.indices.map { y[$0] + 2 * Double($0 % 3) },
        series: .column(group))
    }
    .xAxis("First component")
    .yAxis("Second component")
  }

  /// Least squares, with the 95 % band of the mean.
  static func linearFit() -> Chart {
    let x = SampleData.uniform(70, seed: 14).map { 10 * $0 }
    let y = zip(x, SampleData.normal(70, seed: 15)).map {
      1.5 + 0.8 * $0 + $1
    }
    guard let fit = LinearFit(x: x, y: y) else { return Chart {} }
    let band = fit.band(at: [0, 2, 4, 6, 8, 10])
    return Chart("Longer training, better score") {
      BandMark(
        x: band.x, low: band.low, high: band.high, series: "linear fit")
      LineMark(x: [0, 10], y: [fit(0), fit(10)], series: "linear fit")
      PointMark(x: x, y: y, series: "run")
    }
    .xAxis("Hours")
    .yAxis("Score")
  }

  /// The area of a dot stands for a third number.
  static func bubbles() -> Chart {
    Chart("Large models cost more and err less") {
      PointMark(
        x: [1, 3, 8, 20, 55, 140], y: [18, 14.5, 11, 8.2, 6.9, 6.1]
      )
      .symbolSize(
        by: .value("Million parameters", [0.1, 0.4, 1, 3, 7, 20]))
    }
    .xAxis("Cost of training", scale: .log)
    .yAxis("Error, %", padding: 0.08)
  }

  /// Shapes tell groups apart where colour cannot.
  static func symbols() -> Chart {
    Chart("Six symbols") {
      for (number, symbol) in PointSymbol.allCases.enumerated() {
        PointMark(
          x: Array(1...8),
          y: SampleData.uniform(8, seed: UInt64(40 + number)).map {
            $0 + 1.5 * Double(number)
          },
          series: .named(symbol.rawValue)
        )
        .symbol(symbol).radius(4)
      }
    }
    .xAxis(padding: 0.03)
  }

  /// Above 200 dots they let each other shine through.
  static func manyPoints() -> Chart {
    let (x, noise) = (
      SampleData.normal(4000, seed: 16), SampleData.normal(4000, seed: 17)
    )
    return Chart("Four thousand samples") {
      PointMark(x: x, y: zip(x, noise).map { 0.7 * $0 + 0.5 * $1 })
        .radius(1.5)
    }
    .xAxis("Input")
    .yAxis("Output")
    .plotAspectRatio(1)
    .size(width: 460, height: 480)
  }

  /// Above 20,000 dots, small cells say how many there are in each.
  static func countedPoints() -> Chart {
    let (x, noise) = (
      SampleData.normal(60_000, seed: 18), SampleData.normal(60_000, seed: 19)
    )
    return Chart("Sixty thousand samples") {
      PointMark(x: x, y: zip(x, noise).map { $0 * $0 / 2 + $1 })
    }
    .xAxis("Input")
    .yAxis("Output")
  }

  /// A third number as colour.
  static func pointsByValue() -> Chart {
    let rates = SampleData.uniform(80, seed: 20).map {
      0.0001 + 0.01 * $0
    }
    let units = SampleData.uniform(80, seed: 21).map { 10 + 90 * $0 }
    return Chart("Small rates suit large models") {
      PointMark(x: rates, y: units).radius(4)
        .foregroundStyle(
          by: .value(
            "Loss", zip(rates, units).map { 0.2 + abs($0 * $1 - 0.2) }))
    }
    .xAxis("Learning rate", scale: .log)
    .yAxis("Units")
  }
}
