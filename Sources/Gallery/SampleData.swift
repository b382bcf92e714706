internal import Plot

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Made-up data for the gallery, the same every time, and one famous series.
enum SampleData {
  /// Passengers of international airlines in thousands a month, January 1949 to December 1960; series G of Box and
  /// Jenkins, “Time Series Analysis” (1970).
  static let passengers: [Double] = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114,
    140,
    145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172,
    194,
    196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203,
    229,
    242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271,
    306,
    315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310,
    337,
    360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390,
    432,
  ]

  /// The month of each value as a year with a fraction.
  static let months: [Double] = passengers.indices.map { 1949 + Double($0) / 12 }

  /// Numbers around 0 with a standard deviation of 1 (twelve uniform ones added, less 6).
  static func normal(_ count: Int, seed: UInt64) -> [Double] {
    var random = SampleGenerator(seed: seed)
    return (0..<count).map { _ in (0..<12).reduce(-6) { sum, _ in sum + random.fraction() } }
  }

  /// Numbers from 0 to 1.
  static func uniform(_ count: Int, seed: UInt64) -> [Double] {
    var random = SampleGenerator(seed: seed)
    return (0..<count).map { _ in random.fraction() }
  }

  /// A random walk that begins at 0.
  static func walk(_ count: Int, seed: UInt64) -> [Double] {
    var place = 0.0
    return normal(count, seed: seed).map { step in
      place += step
      return place
    }
  }

  /// A loss that falls from about 2 to its floor, with noise in proportion.
  static func losses(_ count: Int, floor: Double = 0.02, speed: Double = 0.06, seed: UInt64) -> [Double] {
    zip(0..<count, normal(count, seed: seed)).map { epoch, noise in
      (floor + 2 * exp(-speed * Double(epoch))) * exp(0.05 * noise)
    }
  }

  /// The final loss of one training run.
  struct Result: Sendable {
    var cell: String
    var data: String
    var seed: Int
    var loss: Double
  }

  /// Three cells on two parts of the data, eight seeds each.
  static let results: [Result] = {
    let noise = normal(48, seed: 5)
    return (0..<48).map { row in
      let (cell, part, seed) = (row / 16, row / 8 % 2, row % 8)
      let level = [0.42, 0.27, 0.24][cell] + (part == 1 ? 0.09 : 0)
      return Result(
        cell: ["SimpleRNN", "LSTM", "GRU"][cell], data: part == 1 ? "test" : "training", seed: seed,
        loss: level + 0.035 * noise[row])
    }
  }()

  /// The loss of one epoch of a run.
  struct Epoch: Sendable {
    var cell: String
    var epoch: Int
    var loss: Double
  }

  /// Three cells, six seeds each, forty epochs.
  static let epochs: [Epoch] = ["SimpleRNN", "LSTM", "GRU"].enumerated().flatMap { number, cell in
    (0..<6).flatMap { seed in
      let losses = losses(
        40, floor: [0.5, 0.2, 0.1][number], speed: [0.05, 0.07, 0.12][number], seed: UInt64(10 * number + seed))
      let drift = 0.12 * normal(1, seed: UInt64(100 + 10 * number + seed))[0]
      return losses.enumerated().map { Epoch(cell: cell, epoch: $0 + 1, loss: $1 * (1 + drift)) }
    }
  }

  /// How many jobs of a kind ran in an hour.
  struct Jobs: Sendable {
    var hour: Int
    var kind: String
    var count: Double
  }

  /// Three kinds of jobs over a day.
  static let jobs: [Jobs] = ["training", "evaluation", "loading"].enumerated().flatMap { number, kind in
    walk(24, seed: UInt64(20 + number)).enumerated().map { hour, step in
      Jobs(hour: hour, kind: kind, count: [24, 12, 14][number] + step)
    }
  }

  /// Scores of a classifier of two classes that is right more often than not.
  static let scores: (truth: [Bool], score: [Double]) = {
    let truth = uniform(400, seed: 6).map { $0 < 0.4 }
    let score = zip(truth, normal(400, seed: 7)).map { isPositive, noise in
      1 / (1 + exp(-(noise + (isPositive ? 1.2 : -0.8))))
    }
    return (truth, score)
  }()
}

extension SampleGenerator {
  /// A number from 0 up to but not including 1.
  fileprivate mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
