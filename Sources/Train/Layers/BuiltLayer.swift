/// A layer with its parameters: what maps inputs to outputs.
public struct BuiltLayer {
  /// The shapes of the outputs without the batch axis; nil where a length varies.
  public let outputShapes: [[Int?]]

  /// Computes the outputs for a batch.
  public let forward: (_ inputs: [Variable]) throws -> [Variable]

  /// Whether an output without a mask takes over that of the first input, as layers do that keep the time axis.
  public var passesMask = true

  /// Creates a built layer with one input and one output.
  public init(outputShape: [Int?], forward: @escaping (_ input: Variable) throws -> Variable) {
    outputShapes = [outputShape]
    self.forward = { [try forward($0[0])] }
  }

  /// Creates a built layer with any number of inputs and outputs.
  public init(outputShapes: [[Int?]], forward: @escaping (_ inputs: [Variable]) throws -> [Variable]) {
    self.outputShapes = outputShapes
    self.forward = forward
  }

  /// The shape of the first output without the batch axis.
  public var outputShape: [Int?] { outputShapes[0] }

  /// Computes the first output for one input, for layers made of layers.
  public func callAsFunction(_ input: Variable) throws -> Variable { try forward([input])[0] }
}
