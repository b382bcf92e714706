/// The rows of a parameter of which a step uses only a few, such as the vectors of an embedding.
///
/// Rows that a step does not use have a gradient of zero, but an optimizer with memory changes them still. That is put off
/// until a row is next read, and then done for all missed steps at once, with the same bits.
final class RowUpdates {
  /// The number of rows.
  let count: Int
  /// The rows with a gradient since the last step, each once.
  private(set) var touched: [Int32] = []
  private let isTouched: UnsafeMutablePointer<Bool>
  /// The number of steps each row has taken.
  private let steps: UnsafeMutablePointer<Int32>
  /// Whether the optimizer remembers anything of a row; the others stay as they are without a gradient.
  private let isRemembered: UnsafeMutablePointer<Bool>
  /// The optimizer at work on the parameter, if any.
  private(set) weak var state: OptimizerState?

  init(rows: Int) {
    count = rows
    isTouched = .allocate(capacity: max(rows, 1))
    isTouched.initialize(repeating: false, count: rows)
    isRemembered = .allocate(capacity: max(rows, 1))
    isRemembered.initialize(repeating: false, count: rows)
    steps = .allocate(capacity: max(rows, 1))
    steps.initialize(repeating: 0, count: rows)
  }

  deinit {
    isTouched.deallocate()
    isRemembered.deallocate()
    steps.deallocate()
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
  ///
  /// - Parameter remembers: Whether the optimizer remembers anything of a row.
  func begin(with state: OptimizerState, remembers: (_ row: Int) -> Bool) {
    self.state = state
    for row in 0..<count {
      steps[row] = Int32(state.step)
      isRemembered[row] = remembers(row)
    }
  }

  /// Notes that the rows with a gradient have taken every step up to `step`.
  func touchedTook(_ step: Int) {
    for row in touched {
      steps[Int(row)] = Int32(step)
      isRemembered[Int(row)] = true
    }
  }

  /// Rows that have missed steps, each once, and the number of steps that each has taken.
  struct Missed {
    var rows: [Int32] = []
    var taken: [Int32] = []
  }

  /// Takes out of some rows, or all of them, those that have missed steps before `step`, and notes that they take them.
  ///
  /// - Parameter all: Whether rows of which nothing is remembered have missed anything.
  func takeMissed(_ candidates: [Int32]?, before step: Int, all: Bool) -> Missed {
    var missed = Missed()
    func take(_ row: Int) {
      guard steps[row] < step else { return }
      if all || isRemembered[row] {
        missed.rows.append(Int32(row))
        missed.taken.append(steps[row])
      }
      steps[row] = Int32(step)
    }
    if let candidates {
      missed.rows.reserveCapacity(candidates.count)
      missed.taken.reserveCapacity(candidates.count)
      for row in candidates { take(Int(row)) }
    } else {
      for row in 0..<count { take(row) }
    }
    return missed
  }
}
