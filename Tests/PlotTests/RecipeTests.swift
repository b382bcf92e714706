import Foundation
import Testing

@testable import Plot

@Suite struct RecipeTests {
  private let truth = (0..<40).map { $0 % 3 == 0 }
  private var scores: [Double] {
    var random = SplitMix(state: 8)
    return truth.map { ($0 ? 0.3 : 0) + 0.7 * random.unit() }
  }

  private func recipes() throws -> [(String, Chart)] {
    let original = (0..<20).map { sin(Double($0) / 3) }
    let prediction = original.map { $0 * 0.9 + 0.05 }
    let matrix = try ConfusionMatrix(labels: ["cat", "dog", "bird"], counts: [[8, 1, 1], [2, 7, 1], [0, 3, 7]])
    return [
      (
        "loss curve",
        .lossCurve(epochs: [1, 2, 3, 4], training: [1, 0.5, 0.3, 0.2], validation: [1.1, 0.6, 0.4, 0.5])
      ),
      ("metric curve", .metricCurve("Accuracy", epochs: [1, 2, 3], training: [0.5, 0.7, 0.8], best: .highest)),
      ("lines", .originalAndPrediction(original: original, prediction: prediction)),
      ("pairs", .originalAndPredictionBars(original: original, prediction: prediction)),
      ("prediction scatter", .predictionScatter(original: original, prediction: prediction)),
      ("residuals", .residuals(original: original, prediction: prediction)),
      ("forecast", .forecast(given: original, actual: [0.1, 0.4, 0.6], predicted: [0.2, 0.3, 0.7])),
      ("confusion matrix", .confusionMatrix(matrix)), ("roc", try .rocCurve(truth: truth, scores: scores)),
      ("precision recall", try .precisionRecallCurve(truth: truth, scores: scores)),
      ("score histogram", .scoreHistogram(truth: truth, scores: scores)),
      (
        "class probabilities",
        .classProbabilities([[0.1, 0.9], [0.6, 0.4]], classes: ["o", "h"], steps: ["first", "second"])
      ),
      (
        "parameter sweep",
        .parameterSweep(
          "Learning rate", values: [0.001, 0.001, 0.01, 0.01, 0.1], metric: "Loss", results: [0.3, 0.4, 0.1, 0.2, 0.9],
          scale: .log)
      ),
      (
        "parallel coordinates",
        try .parallelCoordinates(
          [
            ("cell", .categories(["lstm", "gru", "lstm", "dense"])), ("units", .numbers([5, 10, 20, 5])),
            ("rate", .numbers([0.1, 0.01, 0.02, 0.05])),
          ], metric: "loss", results: [0.2, 0.1, 0.15, 0.4])
      ),
      (
        "layers",
        .layerDiagram([
          LayerBox("Input", detail: "(None, 12, 1)"), LayerBox("LSTM", detail: "(None, 10)", parameterCount: 480),
          LayerBox("Dense", detail: "(None, 1)", parameterCount: 11),
        ])
      ),
    ]
  }

  @Test func everyRecipeDrawsSomethingWithoutDiagnostics() throws {
    for (name, chart) in try recipes() {
      let drawing = try chart.drawing()
      #expect(drawing.diagnostics.isEmpty, "\(name): \(drawing.diagnostics)")
      #expect(!drawing.alternativeText.contains("without data"), "\(name)")
      if let folder = ProcessInfo.processInfo.environment["LOOK"] {
        try drawing.write(to: URL(filePath: folder).appending(path: "recipe \(name).png"))
      }
    }
  }

  @Test func recipesTakeNothing() throws {
    for chart in [
      Chart.lossCurve(epochs: [], training: []), .originalAndPrediction(original: [], prediction: []),
      .predictionScatter(original: [], prediction: []), .forecast(given: [], actual: [], predicted: []),
      .layerDiagram([]), .classProbabilities([], classes: []),
      try .parallelCoordinates([], metric: "loss", results: []),
    ] {
      _ = try chart.drawing().svg()
    }
  }

  @Test func theBestEpochIsMarked() throws {
    let chart = Chart.lossCurve(epochs: [1, 2, 3], training: [3, 2, 1], validation: [3, 1, 2])
    #expect(chart.marks.contains { $0.lowered.style.annotation == "best 1 at 2" })
    let highest = Chart.metricCurve("Accuracy", epochs: [1, 2], training: [0.1, .nan], best: .highest)
    #expect(highest.marks.contains { $0.lowered.style.annotation == "best 0.1 at 1" })
  }

  @Test func unequalColumnsOfRunsAreRefused() {
    #expect(throws: PlotError.self) {
      try Chart.parallelCoordinates([("a", .numbers([1]))], metric: "m", results: [1, 2])
    }
  }
}
