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
  /// Normal with variance 2 / (fanIn + fanOut), cut off at two standard deviations, of Glorot & Bengio (2010).
  case glorotNormal
  /// Uniform on ±√(6 / fanIn), of He et al. (2015).
  case heUniform
  /// Normal with variance 2 / fanIn, cut off at two standard deviations, of He et al. (2015).
  case heNormal
  /// Uniform on ±√(3 / fanIn), of LeCun et al. (1998).
  case lecunUniform
  /// Normal with variance 1 / fanIn, cut off at two standard deviations, of LeCun et al. (1998).
  case lecunNormal
  /// Uniform on a range.
  case uniform(ClosedRange<Float>)
  /// Normal with this mean and standard deviation.
  case normal(mean: Float = 0, deviation: Float = 0.05)
  /// Random orthonormal rows or columns (whichever are fewer), of Saxe et al. (2014).
  case orthogonal

  /// Values of a shape; the last axis is the output of a matrix product and the one before it its input.
  public func values(shape: [Int], generator: inout SeededGenerator) -> Tensor {
    switch self {
    case .zeros: Tensor(shape: shape)
    case .ones: Tensor(repeating: 1, shape: shape)
    case .constant(let value): Tensor(repeating: value, shape: shape)
    case .glorotUniform: Self.scaled(shape, 2 / Self.fans(shape).sum, isNormal: false, &generator)
    case .glorotNormal: Self.scaled(shape, 2 / Self.fans(shape).sum, isNormal: true, &generator)
    case .heUniform: Self.scaled(shape, 2 / Self.fans(shape).input, isNormal: false, &generator)
    case .heNormal: Self.scaled(shape, 2 / Self.fans(shape).input, isNormal: true, &generator)
    case .lecunUniform: Self.scaled(shape, 1 / Self.fans(shape).input, isNormal: false, &generator)
    case .lecunNormal: Self.scaled(shape, 1 / Self.fans(shape).input, isNormal: true, &generator)
    case .uniform(let range):
      Self.drawn(shape) {
        let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
        return low + (high - low) * generator.uniform()
      }
    case .normal(let mean, let deviation):
      Self.drawn(shape) { Double(mean) + Double(deviation) * generator.normal() }
    case .orthogonal: Self.orthogonal(shape, &generator)
    }
  }

  /// The lengths of a matrix product's input and of both ends together, as Keras' `compute_fans` has them: a vector is both
  /// ends, and the axes before the last two, over which a convolution sums, multiply each of them.
  static func fans(_ shape: [Int]) -> (input: Double, sum: Double) {
    let lengths = shape.map(Double.init)
    switch lengths.count {
    case 0: return (1, 2)
    case 1: return (max(lengths[0], 1), max(2 * lengths[0], 2))
    default:
      let field = lengths.dropLast(2).reduce(1, *)
      let (input, output) = (field * lengths[lengths.count - 2], field * lengths[lengths.count - 1])
      return (max(input, 1), max(input + output, 2))
    }
  }

  /// Values of mean 0 and this variance: uniform, or normal without what lies beyond two standard deviations.
  private static func scaled(
    _ shape: [Int], _ variance: Double, isNormal: Bool, _ generator: inout SeededGenerator
  ) -> Tensor {
    if isNormal {
      // The standard deviation of a standard normal distribution that is cut off at ±2.
      let deviation = variance.squareRoot() / 0.87962566103423978
      return drawn(shape) {
        while true {
          let value = generator.normal()
          if abs(value) <= 2 { return deviation * value }
        }
      }
    }
    let limit = (3 * variance).squareRoot()
    return drawn(shape) { (2 * generator.uniform() - 1) * limit }
  }

  private static func drawn(_ shape: [Int], _ draw: () -> Double) -> Tensor {
    var tensor = Tensor(shape: shape)
    let count = tensor.count
    tensor.values = (0..<count).map { _ in Float(draw()) }
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
