/// A value on a ``Tape``: the result of an operation, a parameter or data.
///
/// Shapes that do not fit an operation are a programmer's error here; layers check them when they are built and throw.
public struct Variable {
  /// The tape the value was computed on.
  public let tape: Tape

  /// The length of each axis.
  public let shape: [Int]

  /// Which time steps count, where an embedding or a mask said so; layers hand it on.
  public var mask: SequenceMask?

  /// What a sigmoid or softmax was taken of, from which losses of probabilities are computed without loss of precision.
  private(set) var logitsNode: Int?

  let node: Int
  private let generation: Int

  init(tape: Tape, node: Int, shape: [Int]) {
    self.tape = tape
    self.node = node
    self.shape = shape
    self.generation = tape.generation
  }

  /// What this sigmoid or softmax was taken of; nil for other values.
  var logits: Variable? { logitsNode.map { Variable(tape: tape, node: $0, shape: shape) } }

  func withLogits(_ logits: Variable) -> Variable {
    var copy = self
    copy.logitsNode = logits.node
    return copy
  }

  /// The number of elements.
  public var count: Int { noted.count }

  /// A copy of the value.
  public var value: Tensor {
    Tensor(uncheckedShape: shape, values: Array(UnsafeBufferPointer(start: values, count: count)))
  }

  /// A copy of the gradient after ``Tape/backward(from:)``, or nil where none was computed.
  public var gradient: Tensor? {
    noted.gradient.map {
      Tensor(uncheckedShape: shape, values: Array(UnsafeBufferPointer(start: $0, count: count)))
    }
  }

  var values: UnsafeMutablePointer<Float> { noted.values }

  private var noted: Tape.Node {
    precondition(generation == tape.generation, "The variable was made before its tape was reset.")
    return tape.nodes[node]
  }

  /// The length of the last axis, 1 for a single number.
  var lastLength: Int { shape.last ?? 1 }

  /// The number of rows when the last axis is taken as columns.
  var rows: Int { lastLength == 0 ? 0 : count / lastLength }
}
