import Foundation
import Runs
import Testing

@testable import Report

/// Every rule of ``Assessment`` on curves where the answer is known, and how often noise alone fools the rules.
@Suite struct AssessmentTests {
  private func assess(
    _ values: [Double], training: [Double]? = nil, _ direction: MetricSummary.Direction = .min
  ) -> Assessment {
    Assessment(
      of: SampleRun.series("val_loss", values), training: training.map { SampleRun.series("loss", $0) },
      direction: direction)
  }

  private func curve(_ count: Int, noise: Double = 0, seed: UInt64 = 1, _ shape: (Double) -> Double) -> [Double] {
    var generator = NoiseGenerator(seed: seed)
    return (0..<count).map { shape(Double($0) / Double(count)) + noise * generator.normal() }
  }

  @Test func bestAndFinalAreRecordedValues() {
    let assessment = assess([0.5, 0.2, .nan, 0.2, 0.3])
    #expect(assessment.best == .init(step: 2, value: 0.2))
    #expect(assessment.final == .init(step: 5, value: 0.3))
    #expect(assessment.nonFiniteCount == 1)
    #expect(assess([0.5, 0.9, 0.8], .max).best == .init(step: 2, value: 0.9))
  }

  @Test func emptyAndShortCurvesSayNothing() {
    #expect(assess([]).final == nil)
    #expect(assess([]).finding == .nothing)
    #expect(assess([1]).finding == .nothing)
    #expect(assess([1, 2]).finding == .nothing)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func endingWithoutNumbersIsDivergence(_ value: Double) {
    #expect(assess([1, 0.5, value, 0.4, value, value]).finding == .notANumber(from: 5))
    #expect(assess([1, 0.5, 0.4], training: [1, value, value]).finding == .notANumber(from: 2))
    #expect(assess([value, value]).finding == .notANumber(from: 1))
    #expect(assess([value, value]).best == nil)
  }

  @Test func gapsInTheMiddleAreNoDivergence() {
    var values = curve(100) { 0.1 + exp(-8 * $0) }
    for index in 40..<60 { values[index] = .nan }
    if case .notANumber = assess(values).finding { Issue.record("It recovered.") }
  }

  @Test func endingFarAboveTheStartIsDivergence() {
    #expect(assess(curve(50, noise: 0.01) { 1 + 3 * $0 }).finding == .endedWorse)
    #expect(assess(curve(50, noise: 0.01) { 0.9 - 0.85 * $0 }, .max).finding == .endedWorse)
  }

  @Test func validationTurningUpWhileTrainingFallsIsOverfitting() throws {
    let validation = curve(200, noise: 0.005) { $0 < 0.4 ? 1 - $0 : 0.6 + 0.5 * ($0 - 0.4) }
    let training = curve(200, noise: 0.005, seed: 2) { 1 - 0.9 * $0 }
    guard case .overfits(let onset) = assess(validation, training: training).finding else {
      Issue.record("Found \(assess(validation, training: training).finding)")
      return
    }
    #expect((80...115).contains(onset))
  }

  @Test func worseningWithoutTrainingIsNotCalledOverfitting() {
    let validation = curve(200, noise: 0.005) { $0 < 0.4 ? 1 - $0 : 0.6 + 0.5 * ($0 - 0.4) }
    guard case .worsens = assess(validation).finding else {
      Issue.record("Found \(assess(validation).finding)")
      return
    }
    guard case .worsens = assess(validation, training: validation).finding else {
      Issue.record("Training became worse too.")
      return
    }
  }

  @Test func threeEpochsThatTurnUpAtOnceOverfit() {
    #expect(assess([0.40, 0.42, 0.51], training: [0.45, 0.25, 0.15]).finding == .overfits(from: 1))
    // One worse value after the best may be chance.
    #expect(assess([0.45, 0.40, 0.43], training: [0.45, 0.25, 0.15]).finding == .nothing)
  }

  @Test func accuracyOverfitsDownwards() {
    let validation = curve(100, noise: 0.003) { $0 < 0.3 ? 0.5 + $0 : 0.8 - 0.08 * ($0 - 0.3) }
    let training = curve(100, noise: 0.003, seed: 4) { 0.5 + 0.45 * $0 }
    guard case .overfits = assess(validation, training: training, .max).finding else {
      Issue.record("Found \(assess(validation, training: training, .max).finding)")
      return
    }
  }

  @Test func lossStillFallingOverOrdersOfMagnitudeIsSeen() {
    // From 0.05 to 0.0004: the last tenth gains nothing against the start, and much against what is left.
    #expect(assess(curve(400) { 0.05 * exp(-5 * $0) }).finding == .stillImproving)
    #expect(assess(curve(400, noise: 1e-5) { 0.05 * exp(-5 * $0) }).finding == .stillImproving)
    #expect(assess([0.9, 0.8, 0.6, 0.5]).finding == .stillImproving)
  }

  @Test func flatSecondHalfIsPlateau() throws {
    let values = curve(300, noise: 0.004) { $0 < 0.4 ? 1 - 2 * $0 : 0.2 }
    guard case .plateau(let start) = assess(values).finding else {
      Issue.record("Found \(assess(values).finding)")
      return
    }
    #expect((105...130).contains(start))
  }

  @Test func neverImprovingIsSaid() {
    #expect(assess(curve(100, noise: 0.02) { _ in 0.69 }).finding == .neverImproved)
    #expect(assess([Double](repeating: 0.5, count: 20)).finding == .neverImproved)
  }

  @Test func oneSpikeChangesNothing() {
    var values = curve(300, noise: 0.004) { $0 < 0.4 ? 1 - 2 * $0 : 0.2 }
    let calm = assess(values).finding
    values[250] = 1e9
    #expect(assess(values).finding == calm)
  }

  @Test func noiseAloneRarelyLooksLikeATrend() {
    // A converged curve with noise of 2 % to 30 % of what was gained: 200 seeds each.
    for noise in [0.02, 0.1, 0.3] {
      let wrong = (1...200).count { seed in
        switch assess(curve(120, noise: noise, seed: UInt64(seed)) { 2 + exp(-15 * $0) }).finding {
        case .nothing, .plateau, .neverImproved: false
        default: true
        }
      }
      #expect(wrong <= 6, "With noise \(noise), \(wrong) of 200 converged curves were called something else.")
    }
  }

  @Test func longCurvesAreReducedToMedians() {
    let values = curve(100_000, noise: 0.05) { 0.1 + exp(-6 * $0) }
    let cost = CostCurve(SampleRun.series("loss", values)) { $0 }
    #expect(cost.count == CostCurve.blockCount)
    #expect(cost.steps == cost.steps.sorted())
    let finding = assess(values).finding
    #expect(finding != .nothing && finding != .neverImproved)
  }

  @Test func hugeValuesDoNotOverflow() {
    let values = curve(50) { 1e308 * (1 - 0.5 * $0) }
    #expect(assess(values).best?.value.isFinite == true)
    #expect(assess(values).finding == .stillImproving)
  }

  @Test func noiseIsMeasuredThroughATrend() {
    let values = curve(2000, noise: 0.5) { 100 * $0 }
    #expect(abs(RobustStatistics.noise(values) - 0.5) < 0.03)
    #expect(RobustStatistics.noise(curve(2000) { 100 * $0 * $0 }) < 1e-3)
    #expect(RobustStatistics.median([3, 1, 2]) == 2)
    #expect(RobustStatistics.median([4, 1, 2, 3]) == 2.5)
  }
}
