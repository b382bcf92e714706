internal import Train

/// A cell of our own: the simple cell without activation, layer normalization over the features, then tanh.
///
/// The normalized output is both the output and the next state. Nothing but the public API of `Train` is used, and
/// everything is differentiated automatically.
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
