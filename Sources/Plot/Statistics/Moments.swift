/// Mean and spread of finite values, computed so that values near the ends of Double's range neither overflow nor vanish.
struct Moments {
  /// How many values there are.
  let count: Int
  /// The arithmetic mean; NaN without values.
  let mean: Double
  /// The sample standard deviation, with n − 1; NaN below two values.
  let standardDeviation: Double
  /// The third standardised moment, with n; 0 where all values are equal.
  let skewness: Double

  /// - Parameter values: Finite numbers.
  init(_ values: [Double]) {
    count = values.count
    let mean = Self.mean(values)
    self.mean = mean
    let scale = values.reduce(0) { max($0, abs($1 / 2 - mean / 2)) }
    guard count > 1, scale > 0 else {
      standardDeviation = count > 1 ? 0 : .nan
      skewness = 0
      return
    }
    var (squares, cubes) = (0.0, 0.0)
    for value in values {
      let deviation = (value / 2 - mean / 2) / scale
      squares += deviation * deviation
      cubes += deviation * deviation * deviation
    }
    let n = Double(count)
    standardDeviation = 2 * scale * (squares / (n - 1)).squareRoot()
    skewness = cubes / n / ((squares / n) * (squares / n).squareRoot())
  }

  static func mean(_ values: [Double]) -> Double {
    let mean = sum(values) / Double(values.count)
    return mean.isInfinite ? values.reduce(0) { $0 + $1 / Double(values.count) } : mean
  }

  /// The sum in four interleaved parts, which is both quicker and more exact than one.
  static func sum(_ values: [Double]) -> Double {
    var parts = SIMD4<Double>.zero
    var rest = 0.0
    let whole = values.count & ~3
    values.withUnsafeBufferPointer { buffer in
      for i in stride(from: 0, to: whole, by: 4) {
        parts += SIMD4(buffer[i], buffer[i + 1], buffer[i + 2], buffer[i + 3])
      }
      for i in whole..<buffer.count { rest += buffer[i] }
    }
    return (parts[0] + parts[1]) + (parts[2] + parts[3]) + rest
  }
}
