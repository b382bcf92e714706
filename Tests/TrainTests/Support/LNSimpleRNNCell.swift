// No @testable: what a user writes outside the library.
import Train

/// The simple cell without activation, then layer normalization, then tanh.
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
