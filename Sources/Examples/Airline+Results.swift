internal import Plot
internal import Runs
internal import Train

extension Airline {
  /// What the trained model says beside what happened.
  struct Results {
    let samples: WindowedSeries
    let split: TrainTestSplit
    /// One value a sample, in time order, on the normalized scale.
    let prediction: [Double]
    let scaling: Standardization

    private var original: [Double] { samples.y.values.map(Double.init) }

    func log(to session: TrainingSession, testLoss: Double) throws {
      let run = session.run
      let predicted = scaling.invert(prediction)
      let happened = samples.y.values.indices.map { AirlinePassengers.monthly[$0 + Airline.window] }
      let errors = zip(predicted, happened).map { $0 - $1 }
      let (testError, trainingError) = (rootMeanSquare(errors, split.test), rootMeanSquare(errors, split.train))
      for (slug, chart, caption) in [
        (
          "validation", validation,
          "The \(split.test.count) test samples, which are not in time order, as two lines. Predictions are off by "
            + "\(testError) thousand passengers (root of the mean square)."
        ),
        ("validation-bars", bars, "The same as bars: the samples have no order that a line could follow."),
        (
          "all", all,
          "All samples in time order. In the original unit predictions are off by \(trainingError) thousand passengers on the "
            + "training part and by \(testError) thousand on the test part (roots of the mean squares)."
        ),
      ] {
        try session.log(chart, slug, caption)
      }
      try run.logTable(
        slug: "validation", caption: "The test samples, one row a bar, as a data frame would hold them.",
        columns: [
          TableColumn("Sample", rows.map(\.sample)), TableColumn("Normalized #Passengers", rows.map(\.value)),
          TableColumn("Type", rows.map(\.type)),
        ])
      let isTest = Set(split.test)
      try run.logTable(
        slug: "passengers", caption: "All samples in the original unit, thousands of passengers a month.",
        columns: [
          TableColumn("Month", happened.indices.map { AirlinePassengers.months[$0 + Airline.window] }),
          TableColumn("Passengers", happened), TableColumn("Prediction", predicted.map { $0.rounded(decimals: 1) }),
          TableColumn("Error", errors.map { $0.rounded(decimals: 1) }),
          TableColumn("Part", happened.indices.map { isTest.contains($0) ? "test" : "training" }),
        ])
      try run.update {
        $0.notes =
          "Test loss \(testLoss.text(digits: 3)): predictions of the test months are off by \(testError) thousand "
          + "passengers (root of the mean square). Validation uses the test part."
      }
    }

    /// Over some samples, to a tenth.
    private func rootMeanSquare(_ errors: [Double], _ samples: [Int]) -> Double {
      let sum = samples.reduce(0) { $0 + errors[$1] * errors[$1] }
      return (sum / Double(samples.count)).squareRoot().rounded(decimals: 1)
    }

    private var validation: Chart {
      Chart("validation results") {
        LineMark(y: split.test.map { original[$0] }, series: "original")
        LineMark(y: split.test.map { prediction[$0] }, series: "prediction")
      }
      .xAxis("Sample").yAxis("Normalized #Passengers")
    }

    private var bars: Chart {
      Chart("validation results, sample by sample") {
        BarMark(rows, x: \.sample, y: \.value, series: \.type)
      }
      .xAxis("Sample").yAxis("Normalized #Passengers").size(width: 7 * 72, height: 5 * 72)
    }

    private var all: Chart {
      let years = samples.y.values.indices.map { AirlinePassengers.years[$0 + Airline.window] }
      return Chart("All results") {
        LineMark(x: years, y: original, series: "original")
        LineMark(x: years, y: prediction, series: "prediction")
      }
      .xAxis("Time").yAxis("Normalized #Passengers")
    }

    private struct Row {
      var sample: Int
      var value: Double
      var type: String
    }

    private var rows: [Row] {
      split.test.enumerated().map { Row(sample: $0, value: original[$1], type: "original") }
        + split.test.enumerated().map { Row(sample: $0, value: prediction[$1], type: "prediction") }
    }
  }
}
