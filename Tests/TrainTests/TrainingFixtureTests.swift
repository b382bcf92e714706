import Testing

@testable import Train

/// Training with every loss, optimizer, clipping, schedule, metric and kind of weights against Keras.
@Suite struct TrainingFixtureTests {
  static let tolerance = 1e-5

  /// Fits as the generating program did; the sample weights are for evaluation too.
  static func fit(_ model: Sequential, _ fixture: TrainingFixture.Case) throws -> (History, Evaluation) {
    let (x, y) = (try fixture.x.tensor(), try fixture.y.tensor())
    let weights = try fixture.sampleWeights?.tensor()
    let classWeights = fixture.classWeights.map { [0: $0[0], 1: $0[1]] }
    let history = try model.fit(
      x, y, epochs: 3, batchSize: 3, sampleWeights: weights, classWeights: classWeights, shuffle: false)
    return (history, try model.evaluate(x, y, batchSize: 3, sampleWeights: weights))
  }

  @Test func everythingIsCovered() throws {
    let cases = try TrainingFixture.read().cases
    #expect(cases.count == 51)
    #expect(Set(cases.map(\.name)).count == 51)
    #expect(Set(cases.map(\.loss)).count == 9)
    #expect(Set(cases.map(\.optimizer)).count == 13)
    #expect(Set(cases.flatMap(\.metrics)).count == 5)
    #expect(cases.filter { $0.classWeights != nil }.count == 3)
    #expect(cases.filter { $0.sampleWeights?.shape.count == 2 }.count == 4)
  }

  @Test(arguments: try TrainingFixture.read().cases) func trainingIsThatOfKeras(_ fixture: TrainingFixture.Case) throws
  {
    let model = try fixture.model()
    let (history, evaluation) = try Self.fit(model, fixture)
    for (parameter, wanted) in zip(model.parameters, fixture.weightsAfter) {
      let error = ErrorMeasure.scaledMaximum(parameter.value.values, wanted.values)
      #expect(error < Self.tolerance, "\(parameter.name)")
    }
    #expect(Set(history.metrics.keys) == Set(fixture.history.keys))
    for (name, wanted) in fixture.history {
      #expect(Self.relativeError(history[name], wanted) < Self.tolerance, "\(name): \(history[name]), not \(wanted)")
    }
    for (name, wanted) in fixture.evaluation {
      let given = try #require(name == "loss" ? evaluation.loss : evaluation.metrics[name])
      #expect(Self.relativeError([given], [wanted]) < Self.tolerance, "\(name): \(given), not \(wanted)")
    }
  }

  /// By far more than the tolerance, so that a wrong step would be seen.
  @Test(arguments: try TrainingFixture.read().cases) func trainingChangesEveryWeight(_ fixture: TrainingFixture.Case) {
    for (before, after) in zip(fixture.weights, fixture.weightsAfter) {
      #expect(ErrorMeasure.absoluteMaximum(before.values, after.values) > 100 * Self.tolerance)
    }
  }

  /// The largest difference, each by the size of what is wanted.
  static func relativeError(_ given: [Double], _ wanted: [Double]) -> Double {
    guard given.count == wanted.count else { return .infinity }
    let errors = zip(given, wanted).map { abs($0 - $1) / max(abs($1), .leastNormalMagnitude) }
    return errors.allSatisfy(\.isFinite) ? errors.max() ?? 0 : .infinity
  }
}
