/// The rows of a parameter of which a step uses only a few, such as the vectors of an embedding.
///
/// Rows that a step does not use have a gradient of zero, but an optimizer with memory changes them still. That is put off
/// until a row is next read, and then done for all missed steps at once, with the same bits.
final class RowUpdates {
  /// The rows with a gradient since the last step, each once.
  private(set) var touched: [Int32] = []
  private var isTouched: [Bool]
  /// The number of steps each row has taken.
  private(set) var steps: [Int]
  /// The optimizer at work on the parameter, if any.
  weak var state: OptimizerState?

  init(rows: Int) {
    isTouched = [Bool](repeating: false, count: rows)
    steps = [Int](repeating: 0, count: rows)
  }

  /// Notes that rows have a gradient.
  func touch(_ rows: [Int32]) {
    for row in rows where !isTouched[Int(row)] {
      isTouched[Int(row)] = true
      touched.append(row)
    }
  }

  /// Forgets which rows have a gradient.
  func clear() {
    for row in touched { isTouched[Int(row)] = false }
    touched.removeAll(keepingCapacity: true)
  }

  /// Begins with an optimizer, or goes on with one that has taken some steps.
  func begin(with state: OptimizerState) {
    self.state = state
    for row in steps.indices { steps[row] = state.step }
  }

  /// Notes that a row has taken every step so far.
  func caughtUp(_ row: Int, at step: Int) { steps[row] = step }
}
