import Foundation
import Testing

@testable import Plot

@Suite struct StatisticsClassifierTests {
  private let fixture: StatisticsFixture

  init() throws { fixture = try StatisticsFixture.shared.get() }

  @Test func curvesAreScikitLearns() throws {
    for test in fixture.classifiers {
      let truth = test.truth.map { $0 == 1 }
      let name = Comment(rawValue: test.name)
      for (dropsIntermediate, wanted) in [(true, test.roc), (false, test.rocComplete)] {
        let curve = try ROCCurve(truth: truth, scores: test.scores, dropsIntermediate: dropsIntermediate)
        #expect(StatisticsError.scaledMaximum(curve.falsePositiveRates, wanted[0]) < 1e-15, name)
        #expect(StatisticsError.scaledMaximum(curve.truePositiveRates, wanted[1]) < 1e-15, name)
        #expect(StatisticsError.scaledMaximum(curve.thresholds, wanted[2]) == 0, name)
        #expect(abs(curve.areaUnderCurve - test.auc) < 1e-14, name)
      }
      let curve = try PrecisionRecallCurve(truth: truth, scores: test.scores)
      #expect(StatisticsError.scaledMaximum(curve.precisions, test.precisionRecall[0]) < 1e-15, name)
      #expect(StatisticsError.scaledMaximum(curve.recalls, test.precisionRecall[1]) < 1e-15, name)
      // scikit-learn has no threshold for the last point.
      #expect(StatisticsError.scaledMaximum(Array(curve.thresholds.dropLast()), test.precisionRecall[2]) == 0, name)
      #expect(abs(curve.averagePrecision - test.averagePrecision) < 1e-14, name)
    }
  }

  @Test func rowsWithoutScoreAreLeftOut() throws {
    let gaps = try ROCCurve(truth: [true, true, false, false], scores: [.infinity, .nan, 0, -.infinity])
    #expect(gaps == (try ROCCurve(truth: [true, false, false], scores: [.infinity, 0, -.infinity])))
    #expect(gaps.areaUnderCurve == 1)
    let curve = try PrecisionRecallCurve(truth: [true, false, true], scores: [2, 1, .nan])
    #expect(curve.prevalence == 0.5 && curve.averagePrecision == 1)
  }

  @Test func errorsSayWhatIsWrong() {
    func error(_ work: () throws -> Void) -> PlotError? {
      #expect(throws: PlotError.self, performing: work)
    }
    let unequal = error { _ = try ROCCurve(truth: [true], scores: [1, 2]) }
    #expect(unequal?.code == .unequalColumns && unequal?.message.contains("1 true classes and 2 scores") == true)
    #expect(error { _ = try ROCCurve(truth: [true, true], scores: [1, 2]) }?.code == .unsuitableColumn)
    #expect(error { _ = try ROCCurve(truth: [], scores: []) }?.code == .unsuitableColumn)
    #expect(error { _ = try PrecisionRecallCurve(truth: [false], scores: [1]) }?.code == .unsuitableColumn)
    #expect(error { _ = try ConfusionMatrix(truth: ["a"], predictions: ["a", "b"]) }?.code == .unequalColumns)
    #expect(error { _ = try ConfusionMatrix(labels: ["a"], counts: [[1, 2]]) }?.code == .unequalColumns)
    #expect(error { _ = try ConfusionMatrix(labels: ["a"], counts: [[-1]]) }?.code == .unsuitableColumn)
    #expect(error { _ = try ConfusionMatrix(labels: ["a"], counts: [[.max]]) }?.code == .unsuitableColumn)
    let many = Array(0...1000)
    #expect(error { _ = try ConfusionMatrix(truth: many, predictions: many) }?.code == .unsuitableColumn)
    #expect(error { _ = try ConfusionMatrix(truth: [1], predictions: [1], classes: [1, 1]) } != nil)
  }

  @Test func confusionIsScikitLearns() throws {
    let test = fixture.confusion
    let matrix = try ConfusionMatrix(truth: test.truth, predictions: test.predictions)
    // In the order of numbers: as words, "10" would come before "8".
    #expect(matrix.labels == ["8", "9", "10", "11"])
    #expect(matrix.counts == test.counts)
    #expect(matrix.total == test.truth.count)
    #expect(StatisticsError.scaledMaximum(matrix.shares.flatMap { $0 }, test.shares.flatMap { $0 }) < 1e-15)
    #expect(abs(matrix.accuracy - test.accuracy) < 1e-15)
    #expect(StatisticsError.scaledMaximum(matrix.precisions, test.precisions) < 1e-15)
    #expect(StatisticsError.scaledMaximum(matrix.recalls, test.recalls) < 1e-15)
  }

  @Test func classesMayBeChosen() throws {
    let matrix = try ConfusionMatrix(
      truth: ["go", "go", "home", "?"], predictions: ["home", "go", "home", "go"], classes: ["home", "go", "never"])
    #expect(matrix.labels == ["home", "go", "never"])
    #expect(matrix.counts == [[1, 0, 0], [1, 1, 0], [0, 0, 0]])
    #expect(matrix.shares[2] == [0, 0, 0] && matrix.recalls[2].isNaN && matrix.precisions[2].isNaN)
    #expect(try ConfusionMatrix(truth: [String](), predictions: []).accuracy.isNaN)
  }

  @Test func confusionSurvivesJSONAndRefusesRaggedCounts() throws {
    let matrix = try ConfusionMatrix(labels: ["a", "b"], counts: [[1, 2], [3, 4]])
    #expect(try JSONDecoder().decode(ConfusionMatrix.self, from: JSONEncoder().encode(matrix)) == matrix)
    #expect(throws: PlotError.self) {
      try JSONDecoder().decode(ConfusionMatrix.self, from: Data(#"{"labels":["a","b"],"counts":[[1],[2]]}"#.utf8))
    }
  }
}
