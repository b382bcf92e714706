/// How a parameter gets its first values. The kinds and formulas are Keras'.
public enum Initializer: Sendable, Hashable {
  /// All zero.
  case zeros
  /// All one.
  case ones
  /// One value everywhere.
  case constant(Float)
  /// Uniform on ±√(6 / (fanIn + fanOut)), of Glorot & Bengio (2010).
  case glorotUniform
  /// Uniform on a range.
  case uniform(ClosedRange<Float>)
  /// Random orthonormal rows or columns (whichever are fewer), of Saxe et al. (2014).
  case orthogonal

  /// Values of a shape; the last axis is the output of a matrix product and the axes before it its input.
  public func values(shape: [Int], generator: inout SeededGenerator) -> Tensor {
    switch self {
    case .zeros: Tensor(shape: shape)
    case .ones: Tensor(repeating: 1, shape: shape)
    case .constant(let value): Tensor(repeating: value, shape: shape)
    case .glorotUniform: Self.glorot(shape, &generator)
    case .uniform(let range): Self.uniform(shape, range, &generator)
    case .orthogonal: Self.orthogonal(shape, &generator)
    }
  }

  private static func glorot(_ shape: [Int], _ generator: inout SeededGenerator) -> Tensor {
    let fanOut = shape.last ?? 1
    let fanIn = shape.dropLast().reduce(1, *)
    let limit = (6 / Double(max(fanIn + fanOut, 1))).squareRoot()
    var tensor = Tensor(shape: shape)
    let count = tensor.count
    tensor.values = (0..<count).map { _ in Float((2 * generator.uniform() - 1) * limit) }
    return tensor
  }

  private static func uniform(
    _ shape: [Int], _ range: ClosedRange<Float>, _ generator: inout SeededGenerator
  ) -> Tensor {
    let (low, width) = (Double(range.lowerBound), Double(range.upperBound) - Double(range.lowerBound))
    var tensor = Tensor(shape: shape)
    let count = tensor.count
    tensor.values = (0..<count).map { _ in Float(low + width * generator.uniform()) }
    return tensor
  }

  /// Gram and Schmidt's orthogonalization of normal vectors, run twice for accuracy; the vectors are the rows or
  /// columns, whichever are fewer. It equals Keras' QR with the signs of R's diagonal made positive.
  private static func orthogonal(_ shape: [Int], _ generator: inout SeededGenerator) -> Tensor {
    let columns = shape.last ?? 1
    let rows = shape.dropLast().reduce(1, *)
    let (vectors, length) = (min(rows, columns), max(rows, columns))
    var basis: [[Double]] = []
    for _ in 0..<vectors {
      var vector = (0..<length).map { _ in generator.normal() }
      for _ in 0..<2 { for other in basis { removeProjection(of: &vector, on: other) } }
      let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      basis.append(vector.map { $0 / norm })
    }
    var tensor = Tensor(shape: shape)
    tensor.values = (0..<rows * columns).map { index in
      let (row, column) = (index / columns, index % columns)
      return Float(rows <= columns ? basis[row][column] : basis[column][row])
    }
    return tensor
  }

  private static func removeProjection(of vector: inout [Double], on unit: [Double]) {
    var product = 0.0
    for index in vector.indices { product += vector[index] * unit[index] }
    for index in vector.indices { vector[index] -= product * unit[index] }
  }
}
