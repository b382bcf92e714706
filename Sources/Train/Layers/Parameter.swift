/// A trained array: an identity with a name, values and a gradient.
///
/// Layers create theirs with ``LayerBuilder/parameter(_:shape:initializer:regularizer:)``. A model moves all of its parameters into one
/// block of memory, so that an optimizer walks one array.
public final class Parameter {
  /// The name, unique in its model: `lstm/recurrent_kernel`.
  public let name: String

  /// The length of each axis.
  public let shape: [Int]

  /// The number of values.
  public let count: Int

  /// What is added to the loss for these values, or nil.
  public let regularizer: Regularizer?

  /// Set where a step uses only a few rows.
  let rowUpdates: RowUpdates?

  /// How often ``assign(_:)`` has replaced the values by others.
  private(set) var assignments = 0

  private(set) var memory: ParameterMemory
  private(set) var offset: Int
  private var place: (tape: UInt64, generation: Int, node: Int)?

  /// Creates a parameter with its first values.
  public convenience init(_ name: String, value: Tensor, regularizer: Regularizer? = nil) {
    self.init(name, value: value, regularizer: regularizer, updatesRows: false)
  }

  /// - Parameter updatesRows: Whether a step uses only a few rows of the first axis.
  init(_ name: String, value: Tensor, regularizer: Regularizer?, updatesRows: Bool) {
    self.name = name
    self.regularizer = regularizer
    rowUpdates = updatesRows ? RowUpdates(rows: value.shape.first ?? 1) : nil
    self.shape = value.shape
    self.count = value.count
    self.rowLength = value.shape.dropFirst().reduce(1, *)
    self.memory = ParameterMemory(count: value.count)
    self.offset = 0
    write(value)
  }

  /// The values, copied.
  public var value: Tensor {
    catchUp()
    return Tensor(uncheckedShape: shape, values: Array(UnsafeBufferPointer(start: values, count: count)))
  }

  /// The gradient that backward passes have added up since the last optimizer step, copied.
  public var gradient: Tensor {
    Tensor(uncheckedShape: shape, values: Array(UnsafeBufferPointer(start: gradients, count: count)))
  }

  /// Replaces the values.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when the shape differs.
  public func assign(_ value: Tensor) throws {
    guard value.shape == shape else {
      throw TrainError(
        .shapeMismatch,
        "The parameter \(name) has the shape \(shape); a value of shape \(value.shape) was given. Give \(Plural.text(count, "number")) "
          + "in the parameter's shape.")
    }
    catchUp()
    let isSame = value.values.withUnsafeBufferPointer { new in
      new.indices.allSatisfy { new[$0].bitPattern == values[$0].bitPattern }
    }
    if isSame { return }
    assignments += 1
    write(value)
  }

  /// Sets the gradient to zero.
  public func clearGradient() {
    guard let rowUpdates else { return gradients.update(repeating: 0, count: count) }
    let length = rowLength
    let (rows, gradients) = (rowUpdates.touched, gradients)
    Threads.runElements(rows.count * length) { part in
      // Rounded alike for the end of one part and the beginning of the next.
      for row in rows[part.lowerBound / length..<part.upperBound / length] {
        (gradients + Int(row) * length).update(repeating: 0, count: length)
      }
    }
    rowUpdates.clear()
  }

  /// The number of values in a row of the first axis.
  let rowLength: Int

  /// Does what was put off for some rows, or for all.
  func catchUp(_ rows: [Int32]? = nil) {
    guard let rowUpdates, let state = rowUpdates.state else { return }
    state.catchUp(self, rows: rows, rowUpdates)
  }

  var values: UnsafeMutablePointer<Float> { memory.values + offset }
  var gradients: UnsafeMutablePointer<Float> { memory.gradients + offset }

  /// Moves values and gradient into shared memory.
  func move(to memory: ParameterMemory, offset: Int) {
    (memory.values + offset).update(from: values, count: count)
    (memory.gradients + offset).update(from: gradients, count: count)
    self.memory = memory
    self.offset = offset
  }

  /// Where this parameter lies on a tape since its last reset.
  func node(on tape: Tape) -> Int? {
    guard let place, place.tape == tape.identity, place.generation == tape.generation else { return nil }
    return place.node
  }

  func setNode(_ node: Int, on tape: Tape) {
    place = (tape.identity, tape.generation, node)
  }

  private func write(_ value: Tensor) {
    value.values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { values.update(from: start, count: count) }
    }
  }
}

/// Values and gradients of several parameters, side by side and zero at first.
final class ParameterMemory {
  let count: Int
  let values: UnsafeMutablePointer<Float>
  let gradients: UnsafeMutablePointer<Float>

  init(count: Int) {
    self.count = count
    values = FloatMemory.zeros(count)
    gradients = FloatMemory.zeros(count)
  }

  deinit {
    FloatMemory.release(values)
    FloatMemory.release(gradients)
  }
}
