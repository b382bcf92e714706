import Foundation
import Testing

@testable import Train

/// The recurrent operations with masks, states and directions against Keras; `Fixtures/keras_recurrence.py` wrote the
/// numbers.
@Suite struct RecurrenceFixtureTests {
  struct Fixture: Decodable {
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let cell: String
    let activation: String
    let returnSequences: Bool
    let goBackwards: Bool
    let x: LayerFixtureTests.Array
    let weights: [LayerFixtureTests.Array]
    let mask: LayerFixtureTests.Array?
    let states: [LayerFixtureTests.Array]
    let results: [LayerFixtureTests.Array]
    let factors: [LayerFixtureTests.Array]
    let gradients: [LayerFixtureTests.Array]

    var testDescription: String { name }

    func run(_ x: Variable, _ weights: [Variable], _ states: [Variable]) throws -> RecurrenceOutput {
      let bias = weights.count > 2 ? weights[2] : nil
      let options = RecurrenceOptions(
        returnSequences: returnSequences, goBackwards: goBackwards, initialState: states.isEmpty ? nil : states,
        mask: try mask.map { try SequenceMask($0.tensor()) })
      switch cell {
      case "lstm": return x.lstm(kernel: weights[0], recurrent: weights[1], bias: bias, options: options)
      case "gru": return x.gru(kernel: weights[0], recurrent: weights[1], bias: bias, options: options)
      default:
        let activation = try #require(Activation(rawValue: activation))
        return x.simpleRNN(
          kernel: weights[0], recurrent: weights[1], bias: bias, activation: activation, options: options)
      }
    }
  }

  static func cases() throws -> [Case] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let data = try Data(contentsOf: folder.appending(path: "keras_recurrence.json"))
    return try JSONDecoder().decode(Fixture.self, from: data).cases
  }

  @Test func everyCellIsCovered() throws {
    let cases = try Self.cases()
    #expect(cases.count == 9)
    #expect(Set(cases.map(\.cell)) == ["simple", "gru", "lstm"])
  }

  @Test(arguments: try cases()) func valuesAndGradients(_ fixture: Case) throws {
    let tape = Tape()
    let x = tape.variable(try fixture.x.tensor())
    let weights = try fixture.weights.map { tape.variable(try $0.tensor()) }
    let states = try fixture.states.map { tape.variable(try $0.tensor()) }
    let result = try fixture.run(x, weights, states)
    let given = [result.output] + result.state
    #expect(given.count == fixture.results.count)
    for (given, wanted) in zip(given, fixture.results) {
      #expect(given.shape == wanted.shape)
      #expect(ErrorMeasure.absoluteMaximum(given.value.values, wanted.values) < 1e-5)
    }
    let terms = try zip(given, fixture.factors).map { ($0 * tape.constant(try $1.tensor())).sum() }
    tape.backward(from: terms.dropFirst().reduce(terms[0], +))
    #expect(fixture.gradients.count == 1 + weights.count + states.count)
    for (variable, wanted) in zip([x] + weights + states, fixture.gradients) {
      let gradient = try #require(variable.gradient)
      #expect(gradient.shape == wanted.shape)
      #expect(ErrorMeasure.scaledMaximum(gradient.values, wanted.values) < 1e-5)
    }
  }
}
