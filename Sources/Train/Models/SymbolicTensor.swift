/// A value in a model that is being described: an input, or the output of a layer. It has no numbers.
///
/// ```swift
/// let past = Input(shape: [50, 1])
/// let other = Input(shape: [3])
/// let state = LSTM(20)(past)
/// let model = try Model(inputs: [past, other], outputs: [Dense(1)(Concatenate()(state, other))])
/// ```
///
/// Every call of a layer makes weights of its own, unlike in Keras, where a layer is an object that may be called twice.
public struct SymbolicTensor: Sendable {
  let source: Source
  let index: Int

  /// Where values come from; its identity tells two inputs of one shape apart.
  final class Source: Sendable {
    let origin: Origin

    enum Origin: Sendable {
      case input(shape: [Int?])
      case layer(any Layer, inputs: [SymbolicTensor])
    }

    init(_ origin: Origin) { self.origin = origin }
  }

  /// An input of a model.
  ///
  /// - Parameter shape: The shape of one sample, such as `[12, 1]`; nil where a length varies.
  public init(shape: [Int?]) {
    self.init(source: Source(.input(shape: shape)), index: 0)
  }

  init(source: Source, index: Int) {
    self.source = source
    self.index = index
  }
}

/// Keras' name for the start of a model's description.
public typealias Input = SymbolicTensor

extension Layer {
  /// The first output of this layer for these inputs, in a model that is being described.
  public func callAsFunction(_ inputs: SymbolicTensor...) -> SymbolicTensor { outputs(of: inputs)[0] }

  /// All outputs of this layer for these inputs, such as output and states with `returnState`.
  public func outputs(of inputs: [SymbolicTensor]) -> [SymbolicTensor] {
    let source = SymbolicTensor.Source(.layer(self, inputs: inputs))
    return (0..<max(outputCount, 1)).map { SymbolicTensor(source: source, index: $0) }
  }
}
