import Foundation
import Plot
import Train

// snippet.cell
/// The simple recurrent cell with layer normalization: h′ = tanh(normalize(x·U + h·W + b)).
struct LNSimpleRNNCell: RecurrentCell {
  var units: Int

  func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell {
    let simple = try builder.cell(SimpleRNNCell(units, activation: .linear), features: features)
    let normalize = try builder.layer(LayerNormalization(), inputShape: [units])
    return BuiltCell(stateSizes: [units]) { input, states in
      let output = try normalize(simple.step(input, states).output).activated(.tanh)
      return (output, [output])
    }
  }
}
// snippet.end

extension Snippets {
  func cellTrained() throws -> Chart {
    // snippet.cell-use
    let series = (0..<300).map { sin(Double($0) / 6) + 0.4 * sin(Double($0) / 2.3) }
    let samples = try WindowedSeries(series, length: 20)
    let model = Sequential([RNN(LNSimpleRNNCell(units: 16)), Dense(1)], seed: 1)
    try model.compile(optimizer: Adam(learningRate: 0.01), loss: .meanSquaredError)
    let history = try model.fit(samples.x, samples.y, epochs: 25, validationSplit: 0.2)
    let chart = Chart.lossCurve(
      epochs: history.epochs, training: history["loss"], validation: history["val_loss"])
    // snippet.end
    return chart
  }

  func cellParameters() throws -> Int {
    // snippet.cell-parameters
    struct LeakyCell: RecurrentCell {
      var units: Int

      func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell {
        let kernel = try builder.parameter("kernel", shape: [features, units], initializer: .glorotUniform)
        let leak = try builder.parameter("leak", shape: [units], initializer: .zeros)
        return BuiltCell(stateSizes: [units]) { input, states in
          let tape = input.tape
          let gate = tape.parameter(leak).activated(.sigmoid)
          let candidate = input.matmul(tape.parameter(kernel)).activated(.tanh)
          let state = states[0] + (candidate - states[0]) * gate
          return (state, [state])
        }
      }
    }
    // snippet.end
    let model = Sequential([RNN(LeakyCell(units: 4)), Dense(1)], seed: 1)
    try model.build(inputShape: [8, 3])
    return model.parameters.reduce(0) { $0 + $1.value.count }
  }
}
