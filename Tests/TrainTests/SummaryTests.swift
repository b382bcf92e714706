import Runs
import Testing

@testable import Train

/// The table of a model and the names of its layers.
@Suite struct SummaryTests {
  /// Printed by Keras 3.15.
  static let keras = """
    Model: "sequential"
    ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
    ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
    ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
    │ lstm (LSTM)                     │ (None, 10)             │           480 │
    ├─────────────────────────────────┼────────────────────────┼───────────────┤
    │ dense (Dense)                   │ (None, 1)              │            11 │
    └─────────────────────────────────┴────────────────────────┴───────────────┘
     Total params: 491 (1.92 KB)
     Trainable params: 491 (1.92 KB)
     Non-trainable params: 0 (0.00 B)

    """

  @Test func theTableIsKeras() throws {
    let model = Sequential([LSTM(10), Dense(1)])
    try model.build(inputShape: [12, 1])
    #expect(try model.summary() == Self.keras)
  }

  @Test func layersOfOneKindAreNumbered() throws {
    let model = Sequential([
      LSTM(20, returnSequences: true), LSTM(20, returnSequences: true), Dense(10, name: "head"), Dense(2), Dense(1),
    ])
    try model.build(inputShape: [nil, 1])
    let summary = try model.modelSummary()
    #expect(summary.layers.map(\.name) == ["lstm", "lstm_1", "head", "dense", "dense_1"])
    #expect(summary.layers.map(\.parameterCount).prefix(3) == [1760, 3280, 210])
    #expect(summary.layers[0].outputShape == [nil, nil, 20])
    #expect(try model.summary().contains("(None, None, 20)"))
    #expect(model.parameters[0].name == "lstm/kernel")
    #expect(model.parameters[4].name == "lstm_1/recurrent_kernel")
  }

  @Test func wideNamesAndLargeNumbers() throws {
    let name = "a_name_that_is_longer_than_its_column"
    let model = Sequential([Dense(2000, name: name)])
    try model.build(inputShape: [1000])
    let text = try model.summary()
    #expect(text.contains("│ \(name) (Dense) │ (None, 2000)           │     2,002,000 │"))
    #expect(text.contains("2,002,000 (7.64 MB)"))
    #expect(Set(text.split(separator: "\n").dropFirst().dropLast(3).map(\.count)).count == 1)
  }

  @Test func flattenMultipliesLengths() throws {
    let model = Sequential([Flatten(), Dense(1)])
    try model.build(inputShape: [12, 3])
    #expect(model.parameterCount == 37)
    #expect(try model.modelSummary().layers[0].outputShape == [nil, 36])
  }

  @Test func layersOfOnesOwn() throws {
    struct ScaleByRow: Layer {
      func build(inputShape: [Int?], with builder: inout LayerBuilder) throws -> BuiltLayer {
        let features = try builder.features(of: inputShape)
        let factor = try builder.parameter("factor", shape: [features], initializer: .constant(2))
        return BuiltLayer(outputShape: inputShape) { $0 * $0.tape.parameter(factor) }
      }
    }
    let model = Sequential([ScaleByRow()])
    #expect(try model.predict(Tensor(shape: [1, 2], values: [1, 2])).values == [2, 4])
    #expect(model.parameters.map(\.name) == ["scale_by_row/factor"])
  }
}
