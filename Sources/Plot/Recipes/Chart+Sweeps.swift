extension Chart {
  /// A metric by a parameter that was varied: a dot for each run, and the mean of each value of the parameter as a line.
  ///
  /// - Parameters:
  ///   - parameter: What the parameter is called.
  ///   - values: The parameter of each run.
  ///   - metric: What the metric is called.
  ///   - results: The metric of each run.
  ///   - series: A group for each run, where there are several; one line each.
  ///   - scale: The scale of the parameter; logarithmic for learning rates.
  public static func parameterSweep(
    _ parameter: String, values: [Double], metric: String, results: [Double], series: [String]? = nil,
    scale: AxisSpec.Scale = .linear
  ) -> Chart {
    let series = series.map { Series.column($0) }
    return Chart("\(metric) by \(parameter.lowercasedFirst)") {
      PointMark(x: values, y: results, series: series).opacity(0.6)
      LineMark(x: values, y: results, series: series, estimate: .mean)
    }
    .xAxis(parameter, scale: scale).yAxis(metric)
  }

  /// One line a run across an upright axis for each parameter, coloured by its metric: which settings go with good results.
  /// The colours follow the theme, and a bar says what they mean.
  ///
  /// Each axis runs from the smallest value to the largest, which stand at its ends; names are placed in the order in which
  /// they first occur.
  ///
  /// - Parameters:
  ///   - axes: What the axes are called, and the value of each run on them.
  ///   - metric: What the last axis is called, which also gives the colours.
  ///   - results: The metric of each run.
  /// - Throws: ``PlotError/Code/unequalColumns`` when a column has another length than the results.
  public static func parallelCoordinates(
    _ axes: [(name: String, values: Column)], metric: String, results: [Double]
  ) throws -> Chart {
    for axis in axes where axis.values.count != results.count {
      throw PlotError(
        .unequalColumns,
        "The axis \(axis.name) has \(axis.values.count) values for \(results.count) runs; give it one for each.")
    }
    let columns = (axes + [(name: metric, values: .numbers(results))]).map {
      ParallelAxis(name: $0.name, values: $0.values)
    }
    return Chart("Runs by their settings") {
      for axis in columns {
        LineMark(x: [axis.name, axis.name], y: [0.0, 1]).foregroundStyle(Theme.light.axis).lineWidth(1)
      }
      // The best-looking end of the scheme is drawn last, over the others.
      for run in results.indices.filter({ results[$0].isFinite }).sorted(by: { results[$0] > results[$1] }) {
        LineMark(x: columns.map(\.name), y: columns.map { $0.positions[run] })
          .foregroundStyle(by: .value(metric, results[run])).opacity(0.8)
      }
      TextMark(x: columns.map(\.name), y: columns.map { _ in 1.06 }, text: columns.map(\.high))
      TextMark(x: columns.map(\.name), y: columns.map { _ in -0.06 }, text: columns.map(\.low))
    }
    .xAxis(scale: .band).yAxis(domain: -0.1...1.1, values: [])
  }

  private struct ParallelAxis {
    var name: String
    /// From 0 to 1, one a run; NaN where the run has no value.
    var positions: [Double]
    var low: String
    var high: String

    init(name: String, values: Column) {
      self.name = name
      switch values {
      case .numbers(let numbers):
        let finite = numbers.filter(\.isFinite)
        let (least, most) = (finite.min() ?? 0, finite.max() ?? 0)
        positions = numbers.map { $0.isFinite ? (most > least ? ($0 - least) / (most - least) : 0.5) : .nan }
        (low, high) = (NumberLabel.short(least), NumberLabel.short(most))
      default:
        let names = Bands.names(of: [values])
        let last = Double(max(names.count - 1, 1))
        positions = Bands.positions(of: values, in: names).map { names.count > 1 ? $0 / last : 0.5 }
        (low, high) = (names.first ?? "", names.last ?? "")
      }
    }
  }
}

extension String {
  /// For a name in the middle of a title; names that begin with several capitals stay as they are.
  fileprivate var lowercasedFirst: String {
    guard let first, let second = dropFirst().first, !second.isUppercase else { return self }
    return first.lowercased() + dropFirst()
  }
}
