/// What a recurrent layer does at one time step: a plain value, from which ``RNN`` builds the step.
///
/// A cell of your own needs one method; everything it computes on variables is differentiated:
///
/// ```swift
/// struct LNSimpleRNNCell: RecurrentCell {
///   var units: Int
///   func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell {
///     let simple = try builder.cell(SimpleRNNCell(units, activation: .linear), features: features)
///     let normalize = try builder.layer(LayerNormalization(), inputShape: [units])
///     return BuiltCell(stateSizes: [units]) { input, states in
///       let output = try normalize(simple.step(input, states).output).activated(.tanh)
///       return (output, [output])
///     }
///   }
/// }
/// ```
public protocol RecurrentCell: Sendable {
  /// The kind of cell, from which its parameters' names are made; the type's name unless you say otherwise.
  var kind: String { get }

  /// The number of states, 1 unless you say otherwise; two for an LSTM. It equals that of ``BuiltCell/stateSizes``.
  var stateCount: Int { get }

  /// Creates the cell's parameters and its function.
  ///
  /// - Parameters:
  ///   - features: The length of the input's last axis.
  ///   - builder: Creates parameters, and cells and layers inside this one.
  /// - Throws: ``TrainError`` when a setting is invalid.
  func build(features: Int, with builder: inout LayerBuilder) throws -> BuiltCell
}

extension RecurrentCell {
  /// The type's name.
  public var kind: String { String(describing: Self.self) }

  /// One state.
  public var stateCount: Int { 1 }
}

/// A cell with its parameters.
public struct BuiltCell {
  /// From input (batch, features) and states (batch, size) each to output (batch, size) and the next states.
  public typealias Step = (_ input: Variable, _ states: [Variable]) throws -> (output: Variable, states: [Variable])

  /// The length of each state's last axis.
  public let stateSizes: [Int]

  /// The length of the output's last axis.
  public let outputSize: Int

  /// Begins a sequence of batches of this size: what is drawn here, such as dropout's factors, stays the same over time.
  public let begin: (_ tape: Tape, _ batch: Int) -> Step

  /// Creates a cell that does the same at every step.
  ///
  /// - Parameters:
  ///   - stateSizes: The length of each state's last axis; states are zero at first.
  ///   - outputSize: The length of the output's last axis; that of the first state unless told.
  ///   - step: One time step.
  public init(stateSizes: [Int], outputSize: Int? = nil, step: @escaping Step) {
    self.init(stateSizes: stateSizes, outputSize: outputSize, begin: { _, _ in step })
  }

  /// Creates a cell that prepares something for every sequence.
  public init(
    stateSizes: [Int], outputSize: Int? = nil, begin: @escaping (_ tape: Tape, _ batch: Int) -> Step
  ) {
    self.stateSizes = stateSizes
    self.outputSize = outputSize ?? stateSizes.first ?? 0
    self.begin = begin
  }

  /// One step of a sequence of its own, for cells made of cells.
  public func step(_ input: Variable, _ states: [Variable]) throws -> (output: Variable, states: [Variable]) {
    try begin(input.tape, input.shape[0])(input, states)
  }
}

extension LayerBuilder {
  /// Builds a cell inside this layer or cell; its parameters are named `<layer>/<kind>/…`.
  public mutating func cell(_ cell: some RecurrentCell, features: Int) throws -> BuiltCell {
    try part(partNames.unused(LayerNames.snakeCase(cell.kind))) { try cell.build(features: features, with: &$0) }
  }
}
