internal import Plot

/// Bars of every kind.
enum Bars: GalleryTopic {
  static let title = "Bars"

  static let entries: [Entry] = [
    ("Bars", "bars", bars),
    ("Groups with intervals", "groupedBars", groupedBars),
    ("Horizontal bars", "horizontalBars", horizontalBars),
    ("Stacked bars", "stackedBars", stackedBars),
    ("Shares of bars", "normalizedBars", normalizedBars),
  ]

  /// Bars stand on 0, one for each name.
  static func bars() -> Chart {
    Chart("Parameters of each model") {
      BarMark(
        x: ["SimpleRNN", "GRU", "LSTM", "Bi-LSTM"],
        y: [120_600, 361_200, 481_200, 962_400])
    }
    .yAxis("Parameters")
  }

  /// Raw rows in, mean and bootstrap interval out: the same numbers as seaborn's barplot.
  static func groupedBars() -> Chart {
    Chart("Every cell does worse on unseen data") {
      BarMark(
        SampleData.results, x: \.cell, y: \.loss, series: \.data,
        estimate: .mean, interval: .ci(0.95))
    }
    .subtitle("Mean of eight seeds, 95 % interval")
    .yAxis("Loss")
  }

  /// Names on y and numbers on x: long names have room.
  static func horizontalBars() -> Chart {
    Chart("Where the time goes") {
      BarMark(
        x: [41, 27, 14, 9, 6, 3],
        y: [
          "matrix products", "gates and activations", "optimizer",
          "reading records", "writing events", "everything else",
        ])
    }
    .xAxis("Share of a step, %")
  }

  /// Series on top of each other; negative values go down from 0.
  static func stackedBars() -> Chart {
    let quarters = ["Q1", "Q2", "Q3", "Q4"]
    let kinds = ["sales", "services", "costs"]
    let amounts = [32, 38, 41, 52, 8, 9, 12, 11, -21, -24, -22, -30]
    return Chart("Money in and out") {
      BarMark(
        x: kinds.flatMap { _ in quarters }, y: amounts,
        series: .column(
          kinds.flatMap { kind in quarters.map { _ in kind } })
      )
      .stacked()
    }
    .yAxis("Million")
  }

  /// Each bar as shares of its whole.
  static func normalizedBars() -> Chart {
    let models = ["small", "medium", "large"]
    let answers = ["right", "wrong", "none"]
    return Chart("Larger models leave fewer questions open") {
      BarMark(
        x: answers.flatMap { _ in models },
        y: [55, 71, 83, 30, 21, 13, 15, 8, 4],
        series: .column(
          answers.flatMap { answer in models.map { _ in answer } })
      )
      .stacked(.normalized)
    }
    .yAxis("Share of answers", format: .percent())
  }
}
