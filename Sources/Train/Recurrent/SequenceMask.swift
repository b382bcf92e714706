/// Which steps of which sequence count: (batch, time) of 0 and 1.
///
/// A recurrent layer carries its state over a masked step and repeats its output there, as Keras does. Masks are
/// immutable and belong to no tape.
public final class SequenceMask: Sendable {
  /// The number of sequences.
  public let batch: Int

  /// The number of steps.
  public let time: Int

  /// Row after row, 1 where a step counts and 0 where it is masked.
  let values: [Float]

  /// Creates a mask.
  ///
  /// - Parameters:
  ///   - batch: The number of sequences.
  ///   - time: The number of steps.
  ///   - counts: Whether a step of a sequence counts.
  public convenience init(batch: Int, time: Int, counts: (_ sample: Int, _ step: Int) -> Bool) {
    self.init(batch: batch, time: time, values: (0..<batch * time).map { counts($0 / time, $0 % time) ? 1 : 0 })
  }

  /// Creates a mask from values (batch, time): a step is masked where they are 0.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when the tensor has another number of axes than two.
  public convenience init(_ tensor: Tensor) throws {
    guard tensor.shape.count == 2 else {
      throw TrainError(
        .shapeMismatch,
        "A mask has the shape (batch, time), and \(tensor.shape) was given: give one value for each step.")
    }
    self.init(batch: tensor.shape[0], time: tensor.shape[1], values: tensor.values.map { $0 == 0 ? 0 : 1 })
  }

  /// - Parameter values: Row after row, 0 or 1.
  init(batch: Int, time: Int, values: [Float]) {
    self.batch = batch
    self.time = time
    self.values = values
  }

  /// The number of sequences and of steps: (batch, time).
  public var shape: [Int] { [batch, time] }

  /// Whether a step of a sequence counts.
  public subscript(sample: Int, step: Int) -> Bool { values[sample * time + step] != 0 }
}
