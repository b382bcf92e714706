import Testing

@testable import Train

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Metrics and the loss of sequences, which Keras does not have, against numbers found by hand.
@Suite struct MetricTests {
  /// The value of a metric after these batches.
  static func value(_ metric: Metric, _ batches: [(prediction: Tensor, target: Tensor)]) -> Double {
    var accumulator = metric.makeAccumulator()
    for batch in batches { accumulator.add(prediction: batch.prediction, target: batch.target) }
    return accumulator.value
  }

  @Test func theAreaUnderTheCurveCountsTiesHalf() {
    // Of the four pairs, 0.4 wins against 0.1 and ties with 0.4, 0.8 wins both.
    let whole = (prediction: Tensor([0.1, 0.4, 0.4, 0.8]), target: Tensor([0, 0, 1, 1]))
    #expect(Self.value(.auc, [whole]) == 3.5 / 4)
    let parts = [
      (prediction: Tensor([0.8, 0.1]), target: Tensor([1, 0])), (prediction: Tensor([0.4]), target: Tensor([0])),
      (prediction: Tensor([0.4]), target: Tensor([1])),
    ]
    #expect(Self.value(.auc, parts) == 3.5 / 4)
    // Six pairs: 3 against 1, 2, 3 is 2½ of three, 2 against them is 1½.
    #expect(Self.value(.auc, [(Tensor([3, 1, 2, 2, 3]), Tensor([1, 0, 0, 1, 0]))]) == 4.0 / 6)
    #expect(Self.value(.auc, [(Tensor([7, 7, 7]), Tensor([1, 0, 1]))]) == 0.5)
    #expect(Self.value(.auc, [(Tensor([1, 2]), Tensor([1, 0]))]) == 0)
  }

  @Test func theAreaUnderTheCurveNeedsBothClassesAndNumbers() {
    #expect(Self.value(.auc, []).isNaN)
    #expect(Self.value(.auc, [(Tensor([1, 2]), Tensor([1, 1]))]).isNaN)
    #expect(Self.value(.auc, [(Tensor([.nan, 2]), Tensor([1, 0]))]).isNaN)
  }

  @Test func theThresholdBelongsToTheNegatives() {
    let batch = (prediction: Tensor([0.5, 0.6, 0.4, -1]), target: Tensor([0, 1, 1, 0]))
    #expect(Self.value(.binaryAccuracy(), [batch]) == 0.75)
    #expect(Self.value(.binaryAccuracy(threshold: 0), [batch]) == 0.75)
    #expect(Self.value(.binaryAccuracy(threshold: 0.3), [batch]) == 0.75)
    #expect(Self.value(.binaryAccuracy(threshold: 0.7), [batch]) == 0.5)
  }

  @Test func theFirstOfEqualPredictionsIsTheClass() throws {
    let prediction = try Tensor(shape: [2, 3], values: [1, 1, 0, 0, 2, 2])
    #expect(Self.value(.accuracy, [(prediction, Tensor([0, 1]))]) == 1)
    #expect(Self.value(.accuracy, [(prediction, Tensor([1, 1]))]) == 0.5)
  }

  @Test func onlyTheLastTimeStepCounts() throws {
    // Differences of 1 and 3 at the last steps: (1 + 9) / 2.
    let prediction = try Tensor(shape: [2, 3, 1], values: [9, 9, 1, 9, 9, 5])
    let target = try Tensor(shape: [2, 3, 1], values: [0, 0, 2, 0, 0, 2])
    #expect(Self.value(.lastTimeStepMeanSquaredError, [(prediction, target)]) == 5)
    // Two features: (1 + 4 + 0 + 9) / 4; then a batch of one sample with 1 and 1, a third of the samples.
    let pair = try Tensor(shape: [2, 2, 2], values: [9, 9, 1, 2, 9, 9, 0, 3])
    let single = try Tensor(shape: [1, 2, 2], values: [9, 9, 1, 1])
    let batches = [(pair, Tensor(shape: [2, 2, 2])), (single, Tensor(shape: [1, 2, 2]))]
    #expect(abs(Self.value(.lastTimeStepMeanSquaredError, batches) - (2 * 3.5 + 1) / 3) < 1e-12)
  }

  /// Two samples of two steps; by rows the probabilities are (¼, ¾), (⅘, ⅕), anything and (½, ½).
  static func sequence(on tape: Tape) throws -> (prediction: Variable, target: Variable) {
    let logits: [Float] = [0, log(3), log(4), 0, 5, -5, 2, 2]
    return (
      tape.variable(try Tensor(shape: [2, 2, 2], values: logits)),
      tape.constant(try Tensor(shape: [2, 2], values: [1, 1, 1, 0]))
    )
  }

  @Test func theLossOfSequencesIsDividedByTheWeights() throws {
    let tape = Tape()
    let (prediction, target) = try Self.sequence(on: tape)
    let weights = tape.constant(try Tensor(shape: [2, 2], values: [1, 2, 0, 3]))
    let loss = try Loss.sequenceCrossentropy.value(prediction, target, weights: weights)
    let sum: Double = log(4.0 / 3) + 2 * log(5.0) + 3 * log(2.0)
    #expect(ErrorMeasure.scaledMaximum(loss.value.values, [sum / 6]) < 1e-6)
    tape.backward(from: loss)
    // (p - t) times the weight's part of their sum.
    let slopes: [Double] = [0.25, -0.25, 1.6, -1.6, 0, 0, -1.5, 1.5]
    let wanted = slopes.map { $0 / 6 }
    #expect(ErrorMeasure.scaledMaximum(try #require(prediction.gradient).values, wanted) < 1e-6)
  }

  @Test func withoutWeightsTheLossOfSequencesIsTheMean() throws {
    let tape = Tape()
    let (prediction, target) = try Self.sequence(on: tape)
    let loss = try Loss.sequenceCrossentropy.value(prediction, target)
    let third: Double = 10 + log1p(exp(-10.0))
    let wanted: Double = (log(4.0 / 3) + log(5.0) + third + log(2.0)) / 4
    #expect(ErrorMeasure.scaledMaximum(loss.value.values, [wanted]) < 1e-6)
  }

  @Test func withoutAnyWeightThereIsNoLoss() throws {
    let tape = Tape()
    let (prediction, target) = try Self.sequence(on: tape)
    let loss = try Loss.sequenceCrossentropy.value(prediction, target, weights: tape.constant(Tensor(shape: [2, 2])))
    tape.backward(from: loss)
    #expect(loss.value.values == [0])
    #expect(try #require(prediction.gradient).values.allSatisfy { $0 == 0 })
  }
}
