internal import Foundation
internal import Train

/// Series of two random sines and noise: 0.5 sin((t - o₁)(10 f₁ + 10)) + 0.2 sin((t - o₂)(20 f₂ + 20)) + 0.1 (u - ½).
///
/// Frequencies f, offsets o and the noise u are uniform on [0, 1); t runs over [0, 1].
struct SineSeries {
  /// Steps that the model is given.
  static let given = 50
  /// Steps that it predicts.
  static let ahead = 10

  /// One series after the other, each ``given`` + ``ahead`` values long.
  let values: [Float]
  /// The number of series.
  let count: Int

  init(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: 0x51E5)
    let length = Self.given + Self.ahead
    var values: [Float] = []
    values.reserveCapacity(count * length)
    for _ in 0..<count {
      let (f1, f2, o1, o2) = (generator.uniform(), generator.uniform(), generator.uniform(), generator.uniform())
      for step in 0..<length {
        let t = Double(step) / Double(length - 1)
        let slow = 0.5 * sin((t - o1) * (10 * f1 + 10))
        let fast = 0.2 * sin((t - o2) * (20 * f2 + 20))
        values.append(Float(slow + fast + 0.1 * (generator.uniform() - 0.5)))
      }
    }
    (self.values, self.count) = (values, count)
  }

  /// The given steps of some series, (samples, time, features = 1).
  func x(_ series: Range<Int>) throws -> Tensor {
    try Tensor(shape: [series.count, Self.given, 1], values: series.flatMap { self[$0].prefix(Self.given) })
  }

  /// The ten values after every given step, (samples, time, ahead).
  func y(_ series: Range<Int>) throws -> Tensor {
    var targets: [Float] = []
    targets.reserveCapacity(series.count * Self.given * Self.ahead)
    for index in series {
      let values = self[index]
      for step in values.startIndex..<values.startIndex + Self.given {
        targets += values[step + 1...step + Self.ahead]
      }
    }
    return try Tensor(shape: [series.count, Self.given, Self.ahead], values: targets)
  }

  /// All values of one series.
  subscript(index: Int) -> ArraySlice<Float> {
    let length = Self.given + Self.ahead
    return values[index * length..<(index + 1) * length]
  }
}
