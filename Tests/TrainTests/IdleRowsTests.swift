import Testing

@testable import Train

/// Rows that missed steps without a gradient: the same bits as taking every step.
@Suite struct IdleRowsTests {
  static let length = 75
  static let rows: [Int32] = [4, 0, 3]
  /// The steps each row has taken.
  static let taken: [Int32] = [0, 130, 899]

  enum Sizes: CaseIterable { case constant, decreasing, suddenlyLarge, largeTwice }

  static func history(_ sizes: Sizes, _ adam: Adam) -> StepHistory {
    var history = StepHistory(calmGrowth: adam.calmGrowth)
    for step in 0..<900 {
      let size: Float =
        switch sizes {
        case .constant: 1e-3
        case .decreasing: 1e-2 / Float(step + 1)
        case .suddenlyLarge: step < 400 ? 1e-12 : 0.1
        case .largeTwice: [150, 700].contains(step) ? 1e6 : 1e-3
        }
      history.append(OptimizerStep(number: step + 1, learningRate: size, size: size))
    }
    return history
  }

  /// Weights, means and squares of five rows: of all sizes, zeros of both signs among them.
  static func start() -> [[Float]] {
    var random = SeededGenerator(seed: 5)
    func numbers(_ sizes: [Float]) -> [Float] {
      (0..<5 * length).map { _ in sizes[random.index(below: sizes.count)] * Float(random.uniform() + 0.5) }
    }
    return [
      numbers([0.05, -0.05, 3, -1e4, 1e-8, 1e-16, -1e-30, 0, -0.0, 1]), numbers([1e-3, -1e-3, 1e-30, 0, -0.0, 2]),
      numbers([1e-6, 1e-2, 1e-38, 0, 1]),
    ]
  }

  /// Weights, means and squares after the missed steps, taken one by one or all at once.
  static func run(_ adam: Adam, _ history: StepHistory, oneByOne: Bool) throws -> [UInt32] {
    let count = 5 * length
    var memory = start().flatMap { $0 } + [Float](repeating: 0, count: count)
    try memory.withUnsafeMutableBufferPointer { memory in
      let base = try #require(memory.baseAddress)
      let arrays = (0..<4).map { base + $0 * count }
      if oneByOne {
        for (row, taken) in zip(rows, taken) {
          let parts = arrays.map { UnsafeMutableBufferPointer(start: $0 + Int(row) * length, count: length) }
          let slice = ParameterSlice(
            values: parts[0], gradients: UnsafeBufferPointer(parts[3]), slots: [parts[1], parts[2]])
          for step in history.steps[Int(taken)...] { adam.update(slice, step: step) }
        }
        return
      }
      try rows.withUnsafeBufferPointer { rows in
        let slice = RowSlice(
          rows: rows, length: length, values: arrays[0], gradients: arrays[3], slots: [arrays[1], arrays[2]])
        try taken.withUnsafeBufferPointer {
          adam.idle(slice, taken: try #require($0.baseAddress), history: history)
        }
      }
    }
    return memory.map(\.bitPattern)
  }

  @Test(arguments: runnableLevels, Sizes.allCases)
  func theSameBitsAsStepByStep(_ level: String, _ sizes: Sizes) throws {
    for epsilon in [1e-7, 0] {
      var adam = Adam(epsilon: epsilon)
      adam.kernels = try #require(Kernels(named: level))
      let history = Self.history(sizes, adam)
      // Without ε, 0 / 0 is not a number, whose sign is nobody's business.
      let wanted = try Self.run(adam, history, oneByOne: true)
      let given = try Self.run(adam, history, oneByOne: false)
      #expect(zip(wanted, given).allSatisfy { $0 == $1 || Float(bitPattern: $0).isNaN && Float(bitPattern: $1).isNaN })
    }
  }

  @Test func stepsThatGrowAreNotCalm() {
    let adam = Adam()
    #expect(Self.history(.constant, adam).calm == 0)
    #expect(Self.history(.suddenlyLarge, adam).calm == 401)
    #expect(Self.history(.largeTwice, adam).calm == 701)
  }
}
