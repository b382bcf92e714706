/// Numbers in a box of any rank: row-major `Float32` values and a shape, a plain value.
///
/// Data sets are tensors whose first axis counts the samples: `(samples, time, features)` for sequences.
public struct Tensor: Sendable, Hashable {
  /// The length of each axis; empty for a single number.
  public let shape: [Int]

  /// The elements, the last axis contiguous. Writing a different count traps.
  public var values: [Float] {
    didSet {
      // The old values are not looked at: that would copy all of them at every write.
      precondition(values.count == shape.reduce(1, *), "A tensor's number of values is fixed by its shape \(shape).")
    }
  }

  /// Creates a tensor from its elements in row-major order.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when the count of values is not the product of the shape.
  public init(shape: [Int], values: [Float]) throws {
    guard let count = Tensor.count(of: shape) else {
      throw TrainError(
        .shapeMismatch,
        "The shape \(shape) has a negative length or more elements than fit in memory. Give lengths of at least 0 whose product "
          + "is the number of values, \(values.count).")
    }
    guard count == values.count else {
      throw TrainError(
        .shapeMismatch,
        "A tensor of shape \(shape) holds \(Plural.text(count, "value")), and \(values.count) were given. Give another shape, or "
          + "as many values.")
    }
    self.init(uncheckedShape: shape, values: values)
  }

  /// Creates a vector.
  public init(_ values: [Float]) {
    self.init(uncheckedShape: [values.count], values: values)
  }

  /// Creates a tensor filled with one value, 0 unless told.
  ///
  /// Negative lengths are a programmer's error.
  public init(repeating value: Float = 0, shape: [Int]) {
    guard let count = Tensor.count(of: shape) else {
      preconditionFailure("A shape has lengths of at least 0, and \(shape) was given.")
    }
    self.init(uncheckedShape: shape, values: [Float](repeating: value, count: count))
  }

  init(uncheckedShape shape: [Int], values: [Float]) {
    self.shape = shape
    self.values = values
  }

  /// The number of elements.
  public var count: Int { values.count }

  /// The number of axes.
  public var rank: Int { shape.count }

  /// The same values in another shape.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when the number of elements differs.
  public func reshaped(_ shape: [Int]) throws -> Tensor { try Tensor(shape: shape, values: values) }

  /// The samples with these indices along the first axis, in this order.
  ///
  /// An index outside the first axis is a programmer's error.
  public func gathering(_ indices: [Int]) -> Tensor {
    precondition(!shape.isEmpty, "A single number has no samples to gather.")
    let row = rowCount
    var gathered: [Float] = []
    gathered.reserveCapacity(indices.count * row)
    for index in indices {
      precondition((0..<shape[0]).contains(index), "Sample \(index) is outside 0 ..< \(shape[0]).")
      gathered += values[index * row..<(index + 1) * row]
    }
    return Tensor(uncheckedShape: [indices.count] + shape.dropFirst(), values: gathered)
  }

  /// The number of elements of one sample.
  var rowCount: Int { shape.dropFirst().reduce(1, *) }

  /// The product of the lengths, or nil when one is negative or the product overflows.
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      if length < 0 || overflow { return nil }
      count = product
    }
    return count
  }
}

extension Tensor {
  /// The element at one index per axis. A wrong number of indices or one out of range is a programmer's error.
  public subscript(indices: Int...) -> Float {
    get { values[offset(of: indices)] }
    set { values[offset(of: indices)] = newValue }
  }

  private func offset(of indices: [Int]) -> Int {
    precondition(indices.count == rank, "\(indices.count) indices were given for a tensor of shape \(shape).")
    return zip(indices, shape).reduce(0) { offset, axis in
      precondition((0..<axis.1).contains(axis.0), "Index \(axis.0) is outside 0 ..< \(axis.1).")
      return offset * axis.1 + axis.0
    }
  }
}
