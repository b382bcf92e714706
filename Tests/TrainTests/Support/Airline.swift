import Testing

@testable import Train

/// The airline example as Keras' reference program has it, with the same division of the samples.
enum Airline {
  /// Monthly passengers in thousands, January 1949 to December 1960 (Box & Jenkins 1976).
  static let passengers: [Double] = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118,
    115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
    145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
    171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
    196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
    204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
    242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278,
    284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
    315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
    340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
    360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
    417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
  ]

  /// The test samples that numpy draws with seed 42.
  static let test = [
    55, 40, 19, 31, 115, 56, 69, 105, 81, 26, 95, 27, 64, 4, 97, 100, 36, 80, 93, 84, 18, 10, 122, 11, 127, 45, 70,
  ]

  /// The other samples.
  static let train = (0..<131).filter { !test.contains($0) }

  static func windows() throws -> WindowedSeries {
    try WindowedSeries(Standardization(of: passengers, divisor: 5).apply(passengers), length: 12)
  }

  static func model(seed: UInt64, level: String = Kernels.best.name) throws -> Sequential {
    let kernels = try #require(Kernels(named: level))
    let model = Sequential([LSTM(10), Dense(1)], name: "sequential", seed: seed, kernels: kernels)
    try model.compile(optimizer: Adam(), loss: .meanSquaredError)
    return model
  }

  /// All weights after some epochs at one level.
  static func train(_ level: String, epochs: Int) throws -> [Float] {
    let model = try model(seed: 1, level: level)
    let data = try windows()
    try model.fit(data.x.gathering(train), data.y.gathering(train), epochs: epochs)
    return model.parameters.flatMap(\.value.values)
  }
}
