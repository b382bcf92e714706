import Train

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The operations written down in double precision, as plainly as possible.
enum Reference {
  static func activation(_ kind: Activation) -> (Double) -> Double {
    switch kind {
    case .softmax: preconditionFailure("A softmax is not computed element by element.")
    case .linear: { $0 }
    case .relu: { max($0, 0) }
    case .tanh: { tanh($0) }
    case .sigmoid: { 1 / (1 + exp(-$0)) }
    }
  }

  /// (rows, inner) · (inner, columns) + bias.
  static func product(_ a: [Double], _ b: [Double], bias: [Double]?, inner: Int) -> [Double] {
    let columns = b.count / inner
    return (0..<a.count / inner * columns).map { index in
      let (row, column) = (index / columns, index % columns)
      return (0..<inner).reduce(bias?[column] ?? 0) { $0 + a[row * inner + $1] * b[$1 * columns + column] }
    }
  }

  /// The outputs of an LSTM at every step, (batch, time, units).
  static func lstm(_ x: [Double], shape: [Int], kernel: [Double], recurrent: [Double], bias: [Double]) -> [Double] {
    let (batch, time, features, units) = (shape[0], shape[1], shape[2], bias.count / 4)
    let sigmoid = activation(.sigmoid)
    var output = [Double](repeating: 0, count: batch * time * units)
    for sample in 0..<batch {
      var hidden = [Double](repeating: 0, count: units)
      var cell = hidden
      for step in 0..<time {
        let start = (sample * time + step) * features
        let input = product(Array(x[start..<start + features]), kernel, bias: bias, inner: features)
        let z = zip(input, product(hidden, recurrent, bias: nil, inner: units)).map(+)
        for unit in 0..<units {
          let candidate = sigmoid(z[unit]) * tanh(z[2 * units + unit])
          cell[unit] = sigmoid(z[units + unit]) * cell[unit] + candidate
          hidden[unit] = sigmoid(z[3 * units + unit]) * tanh(cell[unit])
          output[(sample * time + step) * units + unit] = hidden[unit]
        }
      }
    }
    return output
  }

  /// The last step of (batch, time, units).
  static func lastStep(_ outputs: [Double], batch: Int, units: Int) -> [Double] {
    let row = outputs.count / batch
    return (0..<batch).flatMap { outputs[($0 + 1) * row - units..<($0 + 1) * row] }
  }
}
