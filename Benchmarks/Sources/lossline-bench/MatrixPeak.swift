import Train

/// The speed of the library's matrix product at its best, to which the arithmetic of the other cases is compared.
enum MatrixPeak {
  private static let size = 768

  /// Prints the median of some products in GFLOP a second.
  static func measure() {
    let tape = Tape()
    let values = Tensor(repeating: 0.5, shape: [size, size])
    let seconds = (0..<25).map { _ in
      tape.reset()
      let (a, b) = (tape.constant(values), tape.constant(values))
      return ContinuousClock().measure { _ = a.matmul(b) } / .seconds(1)
    }
    let operations = 2 * Double(size) * Double(size) * Double(size)
    print(#"{"peer": "lossline", "case": "peak", "gflops": \#(operations / seconds.sorted()[12] / 1e9)}"#)
  }
}
