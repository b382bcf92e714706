/// Which steps of which sequence count: (batch, time) of 0 and 1.
///
/// A recurrent layer carries its state over a masked step and repeats its output there, as Keras does. Masks are
/// immutable and belong to no tape.
public final class SequenceMask: Sendable {
  /// The number of sequences and of steps: (batch, time).
  public let shape: [Int]

  /// Row after row, 1 where a step counts and 0 where it is masked.
  let values: [Float]

  /// Creates a mask.
  ///
  /// - Parameters:
  ///   - batch: The number of sequences.
  ///   - time: The number of steps.
  ///   - counts: Whether a step of a sequence counts.
  public init(batch: Int, time: Int, counts: (_ sample: Int, _ step: Int) -> Bool) {
    shape = [batch, time]
    values = (0..<batch * time).map { counts($0 / time, $0 % time) ? 1 : 0 }
  }

  /// Creates a mask from values (batch, time): a step is masked where they are 0.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when the tensor has another number of axes than two.
  public init(_ tensor: Tensor) throws {
    guard tensor.shape.count == 2 else {
      throw TrainError(
        .shapeMismatch,
        "A mask has the shape (batch, time), and \(tensor.shape) was given: give one value for each step.")
    }
    shape = tensor.shape
    values = tensor.values.map { $0 == 0 ? 0 : 1 }
  }

  /// Whether a step of a sequence counts.
  public subscript(sample: Int, step: Int) -> Bool { values[sample * shape[1] + step] != 0 }

  /// The same mask with the steps in the opposite order.
  public var reversed: SequenceMask {
    SequenceMask(batch: shape[0], time: shape[1]) { self[$0, self.shape[1] - 1 - $1] }
  }
}
