internal import Plot

/// Whole charts from a few arrays.
enum Recipes: GalleryTopic {
  static let title = "Recipes"

  static let entries: [Entry] = [
    ("Loss curve", "lossCurve", lossCurve),
    ("Metric curve", "metricCurve", metricCurve),
    (
      "Original and prediction", "originalAndPrediction",
      originalAndPrediction
    ),
    (
      "Original and prediction as bars", "originalAndPredictionBars",
      originalAndPredictionBars
    ),
    ("Prediction by original", "predictionScatter", predictionScatter),
    ("Residuals", "residuals", residuals),
    ("Forecast", "forecast", forecast),
    ("Confusion matrix", "confusionMatrix", confusionMatrix),
    ("ROC curve", "rocCurve", rocCurve),
    ("Precision and recall", "precisionRecall", precisionRecall),
    ("Scores by class", "scoreHistogram", scoreHistogram),
    ("Class probabilities", "classProbabilities", classProbabilities),
    ("Parameter sweep", "parameterSweep", parameterSweep),
    ("Parallel coordinates", "parallelCoordinates", parallelCoordinates),
    ("Layers", "layerDiagram", layerDiagram),
  ]

  /// Training and validation loss with the best epoch marked.
  static func lossCurve() -> Chart {
    let validation = zip(
      SampleData.losses(80, floor: 0.12, seed: 23), 0..<80
    ).map { $0 * (1 + 0.004 * Double($1)) }
    return Chart.lossCurve(
      epochs: Array(1...80),
      training: SampleData.losses(80, floor: 0.03, seed: 22),
      validation: validation)
  }

  /// A metric of which the highest value is the best.
  static func metricCurve() -> Chart {
    let training = SampleData.losses(50, floor: 0.03, seed: 24).map {
      1 - 0.4 * $0
    }
    let validation = SampleData.losses(50, floor: 0.15, seed: 25).map {
      1 - 0.4 * $0
    }
    return Chart.metricCurve(
      "Accuracy", epochs: Array(1...50), training: training,
      validation: validation, best: .highest)
  }

  /// What happened and what was predicted.
  static func originalAndPrediction() -> Chart {
    let original = Array(SampleData.passengers.suffix(48))
    let prediction = zip(original, SampleData.normal(48, seed: 26)).map {
      0.93 * $0 + 20 + 14 * $1
    }
    return Chart.originalAndPrediction(
      original: original, prediction: prediction)
  }

  /// The same for samples without an order.
  static func originalAndPredictionBars() -> Chart {
    let original = Array(SampleData.passengers.suffix(24))
    let prediction = zip(original, SampleData.normal(24, seed: 26)).map {
      0.93 * $0 + 20 + 14 * $1
    }
    return Chart.originalAndPredictionBars(
      original: original, prediction: prediction)
  }

  /// On the dashed line a prediction is right.
  static func predictionScatter() -> Chart {
    let original = Array(SampleData.passengers.suffix(48))
    let prediction = zip(original, SampleData.normal(48, seed: 26)).map {
      0.93 * $0 + 20 + 14 * $1
    }
    return Chart.predictionScatter(
      original: original, prediction: prediction)
  }

  /// How far predictions are off.
  static func residuals() -> Chart {
    let original = Array(SampleData.passengers.suffix(48))
    let prediction = zip(original, SampleData.normal(48, seed: 26)).map {
      0.93 * $0 + 20 + 14 * $1
    }
    return Chart.residuals(original: original, prediction: prediction)
  }

  /// How a series went on, and how the model thought it would.
  static func forecast() -> Chart {
    let given = Array(SampleData.passengers[72..<120])
    let actual = Array(SampleData.passengers[120...])
    let predicted = zip(actual, SampleData.normal(24, seed: 27)).map {
      0.95 * $0 + 8 * $1
    }
    return Chart.forecast(
      given: given, actual: actual, predicted: predicted)
  }

  /// Coloured by the share of each true class.
  static func confusionMatrix() throws -> Chart {
    Chart.confusionMatrix(
      try ConfusionMatrix(
        labels: ["cat", "dog", "bird"],
        counts: [[82, 14, 4], [9, 88, 3], [6, 2, 51]]))
  }

  /// True by false positive rate, with the area under it.
  static func rocCurve() throws -> Chart {
    try Chart.rocCurve(
      truth: SampleData.scores.truth, scores: SampleData.scores.score)
  }

  /// With the average precision.
  static func precisionRecall() throws -> Chart {
    try Chart.precisionRecallCurve(
      truth: SampleData.scores.truth, scores: SampleData.scores.score)
  }

  /// How well a classifier keeps its classes apart.
  static func scoreHistogram() -> Chart {
    Chart.scoreHistogram(
      truth: SampleData.scores.truth, scores: SampleData.scores.score,
      names: (negative: "letter", positive: "spam"))
  }

  /// The probability of each class at each step of a sequence.
  static func classProbabilities() -> Chart {
    let probabilities = [
      [0.05, 0.88, 0.03, 0.04], [0.1, 0.08, 0.8, 0.02],
      [0.02, 0.1, 0.83, 0.05], [0.91, 0.04, 0.03, 0.02],
      [0.2, 0.15, 0.05, 0.6],
    ]
    return Chart.classProbabilities(
      probabilities, classes: ["e", "h", "l", "o"],
      steps: ["1 h", "2 e", "3 l", "4 l", "5 o"])
  }

  /// Every run as a dot, the mean of each value as a line.
  static func parameterSweep() -> Chart {
    let rates = (0..<30).map { [1e-4, 3e-4, 1e-3, 3e-3, 1e-2][$0 / 6] }
    let losses = zip(0..<30, SampleData.normal(30, seed: 36)).map {
      run, noise in
      [0.6, 0.4, 0.28, 0.31, 0.52][run / 6] + 0.03 * noise
    }
    return Chart.parameterSweep(
      "Learning rate", values: rates, metric: "Loss", results: losses,
      scale: .log)
  }

  /// One line a run across its settings, coloured by the result.
  static func parallelCoordinates() throws -> Chart {
    let (units, rate) = (
      SampleData.uniform(24, seed: 37), SampleData.uniform(24, seed: 38)
    )
    let cells = (0..<24).map { ["SimpleRNN", "LSTM", "GRU"][$0 % 3] }
    let losses = zip(units, rate).map { units, rate -> Double in
      let distance: Double = rate - 0.4
      return 0.8 - 0.3 * units + distance * distance
    }
    return try Chart.parallelCoordinates(
      [
        ("units", .numbers(units.map { 16 + 112 * $0 })),
        ("dropout", .numbers(rate)),
        ("cell", .categories(cells)),
      ], metric: "loss", results: losses)
  }

  /// The layers of a network.
  static func layerDiagram() -> Chart {
    Chart.layerDiagram([
      LayerBox("Input", detail: "(None, 12, 1)"),
      LayerBox("LSTM", detail: "(None, 10)", parameterCount: 480),
      LayerBox("Dense", detail: "(None, 1)", parameterCount: 11),
    ])
  }
}
