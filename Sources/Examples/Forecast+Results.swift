internal import Plot
internal import Runs
internal import Train

extension Forecast {
  /// What the trained model says of series that it never saw.
  struct Results {
    let data: SineSeries
    let series: Range<Int>
    /// (samples, time, ahead), of which the last time step counts here.
    let prediction: Tensor

    /// How many series are drawn.
    private static let drawn = 3

    func log(to session: TrainingSession) throws {
      for number in 0..<min(Self.drawn, series.count) { try logForecast(number, to: session) }
      let (model, naive) = (errors { predicted($0) }, errors { Array(repeating: given($0).last ?? 0, count: ahead) })
      let (total, naiveTotal) = (mean(model), mean(naive))
      let words =
        "On \(series.count) test series the ten values ahead are off by a mean square of \(total.text(digits: 3)); "
        + "repeating the last value would give \(naiveTotal.text(digits: 3)), and the noise alone is \(noise.text(digits: 3))"
      try session.log(
        byStep(model, naive), "by-step",
        "\(words). The further ahead, the less certain.")
      try session.run.logTable(
        slug: "by-step", caption: "The mean squared error on the test series by how far is predicted.",
        columns: [
          TableColumn("Steps ahead", Array(1...ahead)), TableColumn("Model", model.map { $0.rounded(decimals: 6) }),
          TableColumn("Last value repeated", naive.map { $0.rounded(decimals: 6) }),
        ])
      try session.run.update {
        $0.metrics["last_time_step_mse"]?.test = total
        $0.notes = words + "."
      }
    }

    private var ahead: Int { SineSeries.ahead }
    /// The variance of 0.1 (u - ½), below which no model can come.
    private var noise: Double { 0.01 / 12 }

    private func logForecast(_ number: Int, to session: TrainingSession) throws {
      let (actual, predicted) = (actual(number), predicted(number))
      var chart = Chart.forecast(given: given(number), actual: actual, predicted: predicted)
      chart.title = "Forecast of test series \(number + 1)"
      let square = zip(actual, predicted).map { ($0 - $1) * ($0 - $1) }
      try session.log(
        chart.yAxis("Value"), "forecast-\(number + 1)",
        "Fifty values that the model was given, the ten that followed and the ten that it predicted; mean squared error "
          + "\(mean(square).text(digits: 3)).")
    }

    private func byStep(_ model: [Double], _ naive: [Double]) -> Chart {
      Chart("Error by steps ahead") {
        LineMark(x: Array(1...ahead), y: model, series: "model")
        LineMark(x: Array(1...ahead), y: naive, series: "last value repeated")
        RuleMark(y: noise).annotation("noise of the data")
      }
      .xAxis("Steps ahead").yAxis("Mean squared error", scale: .log)
    }

    private func given(_ number: Int) -> [Double] { values(number).prefix(SineSeries.given).map(Double.init) }
    private func actual(_ number: Int) -> [Double] { values(number).suffix(ahead).map(Double.init) }
    private func values(_ number: Int) -> ArraySlice<Float> { data[series.lowerBound + number] }

    private func predicted(_ number: Int) -> [Double] {
      let end = (number + 1) * SineSeries.given * ahead
      return prediction.values[end - ahead..<end].map(Double.init)
    }

    /// The mean squared error over all series, one for each step ahead.
    private func errors(_ guess: (Int) -> [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: ahead)
      for number in 0..<series.count {
        for (step, pair) in zip(guess(number), actual(number)).enumerated() {
          sums[step] += (pair.0 - pair.1) * (pair.0 - pair.1)
        }
      }
      return sums.map { $0 / Double(series.count) }
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
  }
}
