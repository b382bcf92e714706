import Testing

@testable import Runs

/// Columns hold what was put into them, to the last bit, whatever form their blocks take.
struct PackedWordsTests {
  /// Sequences of every form, and of forms that change within.
  static let samples: [[Int64]] = {
    var random = SeededGenerator(seed: 1)
    let extremes: [Int64] = [.min, .max, 0, -1, 1, .max, .min, .max - 1]
    let near = (0..<9000).map { _ in 1 << 40 + Int64(random.next() >> 33 as UInt64) }
    return [
      [], [7], [.min], extremes,
      Array(0..<4095), Array(0..<4096), Array(0..<4097), (0..<20_000).map { 5 - 3 * $0 },
      // Even distances beyond what a word holds.
      (0..<5000).map { $0 % 2 == 0 ? .min : .max }, (0..<5000).map { Int64.max &+ $0 &* (1 << 60) },
      near, near.map { -$0 }, near + extremes + Array(0..<9000),
      (0..<9000).map { _ in Int64(bitPattern: random.next()) },
      Array(repeating: -4, count: 4096), near.map { $0 & 0xFFFF_FFFF }, [0] + (0..<4095).map { _ in 1 << 32 },
    ]
  }()

  private func packed(_ words: [Int64]) -> PackedWords {
    var packed = PackedWords()
    for word in words { packed.append(word) }
    return packed
  }

  private func expect(_ packed: PackedWords, holds words: [Int64]) {
    #expect(packed.count == words.count)
    #expect(Array(packed) == words)
    #expect(words.indices.allSatisfy { packed[$0] == words[$0] })
    let pairs = Array(zip(words, words.dropFirst()))
    #expect(packed.reversals.backward == pairs.count { $0 > $1 })
    #expect(packed.reversals.repeated == pairs.count { $0 == $1 })
  }

  @Test(arguments: samples) func wordByWord(_ words: [Int64]) { expect(packed(words), holds: words) }

  @Test(arguments: samples) func afterOneAnother(_ words: [Int64]) {
    for other in Self.samples {
      var both = packed(words)
      both.append(packed(other))
      both.append(3)
      expect(both, holds: words + other + [3])
    }
  }

  @Test(arguments: [1, 100, 4095, 4096, 4097]) func inPieces(_ size: Int) {
    for words in Self.samples {
      var packed = PackedWords()
      for start in stride(from: 0, to: words.count, by: size) {
        words[start..<min(start + size, words.count)].withUnsafeBufferPointer { packed.append($0) }
      }
      expect(packed, holds: words)
    }
  }

  @Test func blocksTakeTheFewestBytes() {
    func form(_ words: [Int64]) -> String {
      switch words.withUnsafeBufferPointer({ PackedWords.Block($0) }) {
      case .even: "even"
      case .near: "near"
      case .any: "any"
      }
    }
    #expect(form([1]) == "even" && form([9, 6, 3]) == "even" && form([.max, .max]) == "even")
    #expect(form([1, 2, 4]) == "near" && form([0, 1, 1 << 32 - 1]) == "near")
    #expect(form([0, 1, 1 << 32]) == "any" && form([.min, 0, .max]) == "any" && form([0, .min, 0]) == "any")
    // Times of steps that take 10 to 20 ms, as bit patterns.
    var random = SeededGenerator(seed: 2)
    var time = 1.7e9
    let times = (0..<4096).map { _ in
      time += 0.01 + Double(random.next() >> 40 as UInt64) / 0x1p24 / 100
      return Int64(bitPattern: time.bitPattern)
    }
    #expect(form(times) == "near")
  }

  @Test func timesKeepEveryBit() {
    let times = [1.5, .nan, -.nan, Double(bitPattern: 0x7FF0_0000_0000_0001), .infinity, -.infinity, 0, -0.0, 5e-324]
    let many = (0..<3000).flatMap { _ in times }
    let column = TimeColumn(many)
    #expect(column.map(\.bitPattern) == many.map(\.bitPattern))
    #expect(column != column, "NaN equals nothing, as in an array")
    #expect(column.dropFirst(4).prefix(3).elementsEqual([.infinity, -.infinity, 0]))
  }

  @Test func columnsAreEqualByTheirSteps() {
    var inTwo = StepColumn(0..<5000)
    inTwo.append(contentsOf: StepColumn(5000..<10_000))
    let inOne = StepColumn(0..<10_000)
    #expect(inTwo == inOne && inTwo.hashValue == inOne.hashValue)
    #expect(inOne != StepColumn(1..<10_001) && inOne != StepColumn(0..<9999))
    #expect("\(StepColumn([3, 1]))" == "[3, 1]" && "\(TimeColumn([0.5]))" == "[0.5]")
  }
}
