import Runs
import Testing

@testable import Train

/// The headline example, end to end.
@Suite struct AirlineTests {
  @Test func windowsAreThoseOfTheNotes() throws {
    let data = try Airline.windows()
    #expect(data.x.shape == [131, 12, 1])
    #expect(data.y.shape == [131])
    #expect(data.x[1, 0, 0] == data.x[0, 1, 0])
    #expect(data.y.values[0] == data.x[1, 11, 0])
    // numpy: (112 - mean) / std / 5
    #expect(abs(Double(data.x[0, 0, 0]) - -0.2815557681656128) < 1e-7)
  }

  @Test func parametersAreCountedAsInKeras() throws {
    let model = try Airline.model(seed: 1)
    try model.build(inputShape: [12, 1])
    let summary = try model.modelSummary()
    #expect(summary.layers.map(\.parameterCount) == [480, 11])
    #expect(summary.parameterCount == 491)
    #expect(summary.layers.map(\.outputShape) == [[nil, 10], [nil, 1]])
  }

  /// Keras with this division of the samples and three seeds: 1.28e-3, 1.17e-3, 1.44e-3.
  @Test func fiveSeedsEndInKerasRange() throws {
    let data = try Airline.windows()
    let (x, y) = (data.x.gathering(Airline.train), data.y.gathering(Airline.train))
    let (testX, testY) = (data.x.gathering(Airline.test), data.y.gathering(Airline.test))
    let losses = try (1...5).map { (seed: UInt64) in
      let model = try Airline.model(seed: seed)
      let history = try model.fit(x, y, epochs: 400)
      #expect(history["loss"].count == 400)
      #expect((history["loss"].last ?? 1) < 0.1 * history["loss"][0])
      return try model.evaluate(testX, testY).loss
    }
    #expect(losses.sorted()[2] < 1.5e-3, "\(losses)")
  }

  @Test func theSameSeedGivesTheSameBits() throws {
    let data = try Airline.windows()
    let validation = (data.x.gathering(Airline.test), data.y.gathering(Airline.test))
    func train(seed: UInt64) throws -> (History, [Tensor]) {
      let model = try Airline.model(seed: seed)
      let history = try model.fit(
        data.x.gathering(Airline.train), data.y.gathering(Airline.train), epochs: 5, validationData: validation)
      return (history, model.parameters.map(\.value))
    }
    let (first, second, other) = (try train(seed: 3), try train(seed: 3), try train(seed: 4))
    #expect(first.0 == second.0)
    #expect(first.1 == second.1)
    #expect(first.1 != other.1)
  }

  @Test func validationDoesNotChangeTraining() throws {
    let data = try Airline.windows()
    let plain = try Airline.model(seed: 1)
    let validated = try Airline.model(seed: 1)
    try plain.fit(data.x, data.y, epochs: 3)
    try validated.fit(data.x, data.y, epochs: 3, validationData: (data.x, data.y))
    #expect(plain.parameters.map(\.value) == validated.parameters.map(\.value))
  }
}
