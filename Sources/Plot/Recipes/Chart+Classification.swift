extension Chart {
  /// A confusion matrix: true classes as rows, predicted ones as columns, coloured by the share of each row, with count
  /// and percent in each cell; counts alone where there are more than twelve classes.
  ///
  /// - Parameter matrix: The counts.
  public static func confusionMatrix(_ matrix: ConfusionMatrix) -> Chart {
    var cells: [Cell] = []
    for (row, counts) in matrix.counts.enumerated() {
      let total = counts.reduce(0, +)
      for (column, count) in counts.enumerated() {
        let share = total > 0 ? Double(count) / Double(total) : 0
        let percent = "\(Int((share * 100).rounded())) %"
        let text = matrix.labels.count <= 12 ? "\(count) · \(percent)" : "\(count)"
        cells.append(Cell(x: matrix.labels[column], y: matrix.labels[row], value: share, text: text))
      }
    }
    let side = min(max(160 + 90 * Double(matrix.labels.count), 320), 900)
    return Chart("Confusion matrix") {
      HeatmapMark(cells, x: \.x, y: \.y, value: \.value).cellText(cells.map(\.text))
        .colorDomain(0...1).valueTitle("Share of the true class")
    }
    .xAxis("Predicted class").yAxis("True class").plotAspectRatio(1).size(width: side, height: side)
  }

  private struct Cell {
    var x: String
    var y: String
    var value: Double
    var text: String
  }

  /// The receiver operating characteristic of a classifier of two classes, with the area under it.
  ///
  /// - Parameters:
  ///   - truth: Which rows are positive.
  ///   - scores: The score of each row; higher means more positive.
  /// - Throws: ``PlotError`` for arrays of unequal length or when one of the classes has no row.
  public static func rocCurve(truth: [Bool], scores: [Double]) throws -> Chart {
    let curve = try ROCCurve(truth: truth, scores: scores)
    return Chart("ROC curve") {
      LineMark(x: [0.0, 1], y: [0.0, 1]).foregroundStyle(Theme.light.axis).dash([4, 3]).lineWidth(1)
      LineMark(x: curve.falsePositiveRates, y: curve.truePositiveRates)
    }
    .subtitle(
      "Area under the curve \(NumberLabel.string(curve.areaUnderCurve, decimals: 3)); the dashed line is chance"
    )
    .xAxis("False positive rate", domain: 0...1).yAxis("True positive rate", domain: 0...1)
    .plotAspectRatio(1).size(width: 440, height: 470)
  }

  /// Precision by recall of a classifier of two classes, with its average precision.
  ///
  /// - Parameters:
  ///   - truth: Which rows are positive.
  ///   - scores: The score of each row; higher means more positive.
  /// - Throws: ``PlotError`` for arrays of unequal length or when no row is positive.
  public static func precisionRecallCurve(truth: [Bool], scores: [Double]) throws -> Chart {
    let curve = try PrecisionRecallCurve(truth: truth, scores: scores)
    return Chart("Precision and recall") {
      RuleMark(y: curve.prevalence).annotation("share of positives")
      LineMark(x: curve.recalls, y: curve.precisions).interpolationMethod(.stepEnd)
    }
    .subtitle("Average precision \(NumberLabel.string(curve.averagePrecision, decimals: 3))")
    .xAxis("Recall", domain: 0...1).yAxis("Precision", domain: 0...1).plotAspectRatio(1).size(width: 440, height: 470)
  }

  /// How the scores of each class are distributed.
  ///
  /// - Parameters:
  ///   - truth: Which rows are positive.
  ///   - scores: The score of each row.
  ///     Rows without both are left out.
  ///   - names: What the negative and the positive class are called.
  public static func scoreHistogram(
    truth: [Bool], scores: [Double], names: (negative: String, positive: String) = ("negative", "positive")
  ) -> Chart {
    func rows(_ isPositive: Bool) -> [Double] { zip(truth, scores).filter { $0.0 == isPositive }.map { $0.1 } }
    return Chart("Scores by class") {
      HistogramMark(rows(false), series: .named(names.negative))
      HistogramMark(rows(true), series: .named(names.positive))
    }
    .xAxis("Score").yAxis("Count")
  }

  /// The probability of each class at each step, as a model of sequences gives it.
  ///
  /// - Parameters:
  ///   - probabilities: A row for each step with a probability of each class.
  ///   - classes: What the classes are called.
  ///   - steps: What the steps are called; 1, 2, 3, … by default.
  public static func classProbabilities(
    _ probabilities: [[Double]], classes: [String], steps: [String]? = nil
  ) -> Chart {
    // Steps of one name, such as the two l of “hello”, would share a column.
    let isUnique = steps.map { Set($0).count == $0.count } ?? true
    var cells: [Cell] = []
    for (step, row) in probabilities.enumerated() {
      for (number, probability) in row.enumerated() where number < classes.count {
        let given = steps.flatMap { $0.indices.contains(step) ? $0[step] : nil }
        let name = given.map { isUnique ? $0 : "\(step + 1) \($0)" } ?? "\(step + 1)"
        let text = NumberLabel.string(probability, decimals: 2)
        cells.append(Cell(x: name, y: classes[number], value: probability, text: text))
      }
    }
    return Chart("Class probabilities") {
      HeatmapMark(cells, x: \.x, y: \.y, value: \.value).cellText(cells.map(\.text))
        .colorDomain(0...1).valueTitle("Probability")
    }
    .xAxis("Step").yAxis("Class")
  }
}
