internal import Synchronization

/// A record of operations, from which gradients are computed in reverse.
///
/// Every operation on a ``Variable`` is computed at once and noted on its tape; ``backward(from:)`` walks the notes from
/// the last to the first. A tape is used by one task at a time. `fit` makes its own; make one yourself to differentiate
/// something else:
///
/// ```swift
/// let tape = Tape()
/// let x = tape.variable(Tensor([1, 2, 3]))
/// let y = (x * x).sum()
/// tape.backward(from: y)
/// x.gradient?.values  // [2, 4, 6]
/// ```
public final class Tape {
  let kernels: Kernels
  let arena = Arena()
  private(set) var nodes: [Node] = []
  private(set) var generation = 0
  /// Tells tapes apart, also those of which one took the other's place in memory.
  let identity = Tape.count.add(1, ordering: .relaxed).newValue
  private static let count = Atomic<UInt64>(0)
  /// The memory of parameters on the tape, which nodes point into.
  private var placed: [ParameterMemory] = []

  /// Whether operations are noted for ``backward(from:)``. Prediction switches it off.
  var records = true

  /// What dropout draws from in this step of training; nil outside of training, where nothing is dropped.
  var randomness: StepRandomness?

  /// Whether a step of training is computed, in which layers such as ``Dropout`` behave differently.
  public var isTraining: Bool { randomness != nil }

  /// One value on the tape.
  struct Node {
    let values: UnsafeMutablePointer<Float>
    let count: Int
    let needsGradient: Bool
    var gradient: UnsafeMutablePointer<Float>?
    /// Whether gradients of several backward passes add up, as those of parameters do.
    var keepsGradient = false
    /// Adds to the gradients of the operation's inputs, given the gradient of its output.
    var backward: Backward?
  }

  typealias Backward = (_ tape: Tape, _ gradient: UnsafeMutablePointer<Float>) -> Void

  /// Creates an empty tape.
  public convenience init() { self.init(kernels: .best) }

  init(kernels: Kernels) {
    self.kernels = kernels
    nodes.reserveCapacity(64)
  }

  /// Puts a tensor on the tape, to be differentiated by.
  public func variable(_ tensor: Tensor) -> Variable { place(tensor, needsGradient: true) }

  /// Puts a tensor on the tape that no gradient is wanted of, such as data.
  public func constant(_ tensor: Tensor) -> Variable { place(tensor, needsGradient: false) }

  /// A parameter on this tape; its gradient is added to ``Parameter/gradient``.
  public func parameter(_ parameter: Parameter) -> Variable {
    if let node = parameter.node(on: self) { return Variable(tape: self, node: node, shape: parameter.shape) }
    nodes.append(
      Node(
        values: parameter.values, count: parameter.count, needsGradient: records, gradient: parameter.gradients,
        keepsGradient: true, backward: nil))
    parameter.setNode(nodes.count - 1, on: self)
    if placed.last !== parameter.memory { placed.append(parameter.memory) }
    return Variable(tape: self, node: nodes.count - 1, shape: parameter.shape)
  }

  /// Computes the gradients of a single number by everything it depends on.
  ///
  /// Gradients of parameters are added to what they hold; those of other variables start at zero.
  ///
  /// - Parameter result: A variable of this tape with one element, such as a loss.
  public func backward(from result: Variable) {
    precondition(result.count == 1, "Gradients are computed of a single number, not of the shape \(result.shape).")
    backward(from: result, gradient: { $0.update(repeating: 1, count: 1) })
  }

  /// Forgets every variable and keeps the memory for the next step. Variables made before must not be used again.
  public func reset() {
    nodes.removeAll(keepingCapacity: true)
    placed.removeAll(keepingCapacity: true)
    arena.reset()
    generation += 1
  }

  func backward(from result: Variable, gradient seed: (UnsafeMutablePointer<Float>) -> Void) {
    precondition(result.tape === self, "The result belongs to another tape.")
    for index in nodes.indices where !nodes[index].keepsGradient { nodes[index].gradient = nil }
    seed(gradient(of: result.node))
    for index in stride(from: result.node, through: 0, by: -1) {
      guard let backward = nodes[index].backward, let gradient = nodes[index].gradient else { continue }
      backward(self, gradient)
    }
  }

  /// The gradient of a node, zero when nothing was added yet.
  func gradient(of node: Int) -> UnsafeMutablePointer<Float> {
    if let gradient = nodes[node].gradient { return gradient }
    let gradient = arena.zeros(nodes[node].count)
    nodes[node].gradient = gradient
    return gradient
  }

  /// The gradient of an input that an operation should add to, or nil when nobody needs it.
  func neededGradient(of node: Int) -> UnsafeMutablePointer<Float>? {
    nodes[node].needsGradient ? gradient(of: node) : nil
  }

  /// The same for an operation that sets the whole gradient where it is unset, which then holds nothing, and else adds.
  func gradientToSet(of node: Int) -> (values: UnsafeMutablePointer<Float>, isUnset: Bool)? {
    guard nodes[node].needsGradient else { return nil }
    if let gradient = nodes[node].gradient { return (gradient, false) }
    let gradient = arena.allocate(nodes[node].count)
    nodes[node].gradient = gradient
    return (gradient, true)
  }

  /// Notes an operation whose output was just computed.
  func record(
    _ values: UnsafeMutablePointer<Float>, shape: [Int], inputs: Variable..., backward: @escaping Backward
  ) -> Variable {
    record(values, shape: shape, inputs: inputs, backward: backward)
  }

  /// Notes an operation on any number of inputs.
  func record(
    _ values: UnsafeMutablePointer<Float>, shape: [Int], inputs: [Variable], backward: @escaping Backward
  ) -> Variable {
    let count = shape.reduce(1, *)
    let needsGradient = records && inputs.contains { nodes[$0.node].needsGradient }
    nodes.append(
      Node(
        values: values, count: count, needsGradient: needsGradient, gradient: nil,
        backward: needsGradient ? backward : nil))
    return Variable(tape: self, node: nodes.count - 1, shape: shape)
  }

  /// Puts uninitialized data on the tape, for the caller to fill.
  func data(shape: [Int]) -> Variable {
    let count = shape.reduce(1, *)
    nodes.append(
      Node(values: arena.allocate(count), count: count, needsGradient: false, gradient: nil, backward: nil))
    return Variable(tape: self, node: nodes.count - 1, shape: shape)
  }

  private func place(_ tensor: Tensor, needsGradient: Bool) -> Variable {
    let values = arena.allocate(tensor.count)
    tensor.values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { values.update(from: start, count: source.count) }
    }
    nodes.append(
      Node(values: values, count: tensor.count, needsGradient: needsGradient && records, gradient: nil, backward: nil))
    return Variable(tape: self, node: nodes.count - 1, shape: tensor.shape)
  }
}
