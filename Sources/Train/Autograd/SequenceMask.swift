/// Which time steps of each sample count; steps of padding do not.
public final class SequenceMask: Sendable {
  /// The number of samples.
  public let batch: Int

  /// The number of time steps.
  public let time: Int

  /// 1 where a step counts and 0 where it does not, (batch, time), row by row.
  public let values: [Float]

  /// Creates a mask. A number of values other than batch · time is a programmer's error.
  public init(batch: Int, time: Int, values: [Float]) {
    precondition(values.count == batch * time, "A mask of \(batch) × \(time) steps has \(values.count) values.")
    self.batch = batch
    self.time = time
    self.values = values
  }

  /// The mask of the same sequences read from their ends.
  func reversed() -> SequenceMask {
    let rows = (0..<batch).flatMap { values[$0 * time..<($0 + 1) * time].reversed() }
    return SequenceMask(batch: batch, time: time, values: rows)
  }

  /// The number of steps that count.
  public var count: Int { values.reduce(0) { $0 + ($1 == 0 ? 0 : 1) } }
}
