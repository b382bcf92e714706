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

  static func run(_ adam: Adam, _ history: StepHistory, one: Bool) -> [[UInt32]] {
    var arrays = start()
    var gradients = [Float](repeating: 0, count: 5 * length)
    arrays[0].withUnsafeMutableBufferPointer { w in
      arrays[1].withUnsafeMutableBufferPointer { m in
        arrays[2].withUnsafeMutableBufferPointer { v in
          gradients.withUnsafeMutableBufferPointer { g in
            if one {
              for (row, taken) in zip(rows, taken) {
                let range = Int(row) * length..<(Int(row) + 1) * length
                let slice = ParameterSlice(
                  values: .init(rebasing: w[range]), gradients: .init(rebasing: g[range]),
                  slots: [.init(rebasing: m[range]), .init(rebasing: v[range])])
                for step in history.steps[Int(taken)...] { adam.update(slice, step: step) }
              }
            } else {
              rows.withUnsafeBufferPointer { rows in
                let slice = RowSlice(
                  rows: rows, length: length, values: w.baseAddress!, gradients: g.baseAddress!,
                  slots: [m.baseAddress!, v.baseAddress!])
                taken.withUnsafeBufferPointer { adam.idle(slice, taken: $0.baseAddress!, history: history) }
              }
            }
          }
        }
      }
    }
    return arrays.map { $0.map(\.bitPattern) }
  }

  @Test(arguments: runnableLevels, Sizes.allCases)
  func theSameBitsAsStepByStep(_ level: String, _ sizes: Sizes) throws {
    for epsilon in [1e-7, 0] {
      var adam = Adam(epsilon: epsilon)
      adam.kernels = try #require(Kernels(named: level))
      let history = Self.history(sizes, adam)
      // Without ε, 0 / 0 is not a number, whose sign is nobody's business.
      let (wanted, given) = (Self.run(adam, history, one: true), Self.run(adam, history, one: false))
      for (wanted, given) in zip(wanted, given) {
        #expect(
          zip(wanted, given).allSatisfy { $0 == $1 || Float(bitPattern: $0).isNaN && Float(bitPattern: $1).isNaN })
      }
    }
  }

  @Test func stepsThatGrowAreNotCalm() {
    let adam = Adam()
    #expect(Self.history(.constant, adam).calm == 0)
    #expect(Self.history(.suddenlyLarge, adam).calm == 401)
    #expect(Self.history(.largeTwice, adam).calm == 701)
  }
}
