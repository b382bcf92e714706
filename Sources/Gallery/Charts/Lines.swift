internal import Plot

/// Lines, areas and bands.
enum Lines: GalleryTopic {
  static let title = "Lines"

  static let entries: [Entry] = [
    ("Several lines", "severalLines", severalLines),
    ("A time series", "timeSeries", timeSeries),
    ("Means with intervals", "linesWithIntervals", linesWithIntervals),
    ("Smoothed", "smoothed", smoothed),
    ("Ways from point to point", "interpolation", interpolation),
    ("Gaps", "gaps", gaps),
    ("Stacked areas", "stackedAreas", stackedAreas),
    ("Shares", "shares", shares),
    ("A band", "band", band),
  ]

  /// One mark a series; the names stand at the ends of the lines, in their colours.
  static func severalLines() -> Chart {
    let epochs = Array(1...60)
    return Chart("Cells with gates learn faster") {
      LineMark(
        x: epochs,
        y: SampleData.losses(60, floor: 0.5, speed: 0.05, seed: 1),
        series: "SimpleRNN")
      LineMark(
        x: epochs,
        y: SampleData.losses(60, floor: 0.22, speed: 0.07, seed: 2),
        series: "LSTM")
      LineMark(
        x: epochs,
        y: SampleData.losses(60, floor: 0.08, speed: 0.1, seed: 3),
        series: "GRU")
    }
    .subtitle("Loss on the validation part")
    .xAxis("Epoch")
    .yAxis("Loss")
  }

  /// A single line needs no series and no legend.
  static func timeSeries() -> Chart {
    Chart("Air travel grew fivefold in twelve years") {
      LineMark(x: SampleData.months, y: SampleData.passengers)
    }
    .subtitle("International airline passengers")
    .xAxis("Year")
    .yAxis("Thousands a month")
    .caption("Source: Box and Jenkins, Time Series Analysis, series G")
  }

  /// Rows that share a place are summarised; the band is the 95 % bootstrap interval of the mean, as seaborn draws
  /// it.
  static func linesWithIntervals() -> Chart {
    Chart("Six seeds of each cell") {
      LineMark(
        SampleData.epochs, x: \.epoch, y: \.loss, series: \.cell,
        estimate: .mean, interval: .ci(0.95))
    }
    .subtitle("Mean and 95 % interval")
    .xAxis("Epoch")
    .yAxis("Loss", scale: .log)
  }

  /// TensorBoard's debiased moving average, over the raw line.
  static func smoothed() -> Chart {
    let losses = zip(
      SampleData.losses(400, speed: 0.015, seed: 4),
      SampleData.normal(400, seed: 5)
    )
    .map { loss, noise in loss * (1 + 0.18 * noise) }
    return Chart("Noisy batches, smoothed") {
      LineMark(y: losses, series: "batch loss").smoothed(
        .exponential(0.9))
    }
    .xAxis("Step")
    .yAxis("Loss")
  }

  /// Straight, monotone and three kinds of steps.
  static func interpolation() -> Chart {
    let values = [0, 1, 0.2, 0.9, 0.4]
    return Chart("Ways from point to point") {
      for (number, method) in InterpolationMethod.allCases.enumerated() {
        let raised = values.map { $0 + 1.4 * Double(number) }
        LineMark(
          x: Array(0..<5), y: raised, series: .named(method.rawValue)
        ).interpolationMethod(method)
        PointMark(
          x: Array(0..<5), y: raised, series: .named(method.rawValue)
        ).radius(2)
      }
    }
  }

  /// A missing value leaves a gap instead of a guess.
  static func gaps() -> Chart {
    let readings: [Double?] = [
      3, 4, 4.5, nil, nil, 6, 5.5, 7, nil, 8, 8.5, 8,
    ]
    return Chart("A sensor that was away twice") {
      LineMark(x: Array(1...12), y: readings)
      PointMark(x: Array(1...12), y: readings)
    }
    .xAxis("Hour")
    .yAxis("Reading")
  }

  /// Series on top of each other.
  static func stackedAreas() -> Chart {
    let jobs = SampleData.jobs
    return Chart("What the cluster did today") {
      AreaMark(jobs, x: \.hour, y: \.count, series: \.kind)
        .interpolationMethod(.monotone)
    }
    .xAxis("Hour")
    .yAxis("Jobs")
  }

  /// The same as shares of the whole.
  static func shares() -> Chart {
    let jobs = SampleData.jobs
    return Chart("What the cluster did today") {
      AreaMark(jobs, x: \.hour, y: \.count, series: \.kind)
        .stacked(.normalized)
    }
    .xAxis("Hour")
    .yAxis("Share of jobs", format: .percent())
  }

  /// A range around a line, from two columns.
  static func band() -> Chart {
    let x = Array(0...40)
    let forecast = x.map { 100 + 2 * Double($0) }
    let doubt = x.map { 3 + 0.9 * Double($0) }
    return Chart("The further ahead, the less certain") {
      BandMark(
        x: x, low: zip(forecast, doubt).map { $0 - $1 },
        high: zip(forecast, doubt).map { $0 + $1 })
      LineMark(x: x, y: forecast)
    }
    .xAxis("Days ahead")
    .yAxis("Orders")
  }
}
