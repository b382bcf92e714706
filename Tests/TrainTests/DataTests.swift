import Testing

@testable import Train

/// Random numbers, first values and the preparation of data.
@Suite struct DataTests {
  /// xoshiro256** with a state filled by SplitMix64 from 0 and 42, by the authors' C programs.
  @Test func bitsAreThoseOfThePublishedGenerator() {
    var zero = SeededGenerator(seed: 0)
    #expect(
      (0..<8).map { _ in zero.next() } == [
        11091344671253066420, 13793997310169335082, 1900383378846508768, 7684712102626143532,
        13521403990117723737, 18442103541295991498, 7788427924976520344, 9881088229871127103,
      ])
    var answer = SeededGenerator(seed: 42)
    #expect(
      (0..<8).map { _ in answer.next() } == [
        1546998764402558742, 6990951692964543102, 12544586762248559009, 17057574109182124193,
        18295552978065317476, 14199186830065750584, 13267978908934200754, 15679888225317814407,
      ])
  }

  @Test func streamsOfOneSeedDiffer() {
    var first = SeededGenerator(seed: 1, stream: 1)
    var second = SeededGenerator(seed: 1, stream: 2)
    #expect(first.next() != second.next())
  }

  @Test func uniformAndNormalNumbersHaveTheirMoments() {
    var generator = SeededGenerator(seed: 7)
    let uniform = (0..<20_000).map { _ in generator.uniform() }
    #expect(uniform.allSatisfy { (0..<1).contains($0) })
    #expect(abs(uniform.reduce(0, +) / 20_000 - 0.5) < 0.01)
    let normal = (0..<20_000).map { _ in generator.normal() }
    #expect(abs(normal.reduce(0, +) / 20_000) < 0.03)
    #expect(abs(normal.reduce(0) { $0 + $1 * $1 } / 20_000 - 1) < 0.05)
  }

  @Test func indicesAreUniform() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<14_000 { counts[generator.index(below: 7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 2000) < 200 })
  }

  @Test func permutationsHoldEverything() {
    var generator = SeededGenerator(seed: 3)
    for count in 0..<20 { #expect(generator.permutation(count).sorted() == Array(0..<count)) }
    #expect(Set((0..<200).map { _ in generator.permutation(3) }).count == 6)
  }

  @Test func glorotLimits() {
    var generator = SeededGenerator(seed: 1)
    let values = Initializer.glorotUniform.values(shape: [30, 24], generator: &generator).values
    let limit = Float((6.0 / 54).squareRoot())
    #expect(values.allSatisfy { abs($0) <= limit })
    #expect((values.max() ?? 0) > 0.95 * limit && (values.min() ?? 0) < -0.95 * limit)
  }

  @Test(arguments: [[4, 16], [16, 4], [5, 5]]) func orthogonalKernels(_ shape: [Int]) {
    var generator = SeededGenerator(seed: 1)
    let tensor = Initializer.orthogonal.values(shape: shape, generator: &generator)
    let (vectors, length) = (min(shape[0], shape[1]), max(shape[0], shape[1]))
    func element(_ vector: Int, _ index: Int) -> Double {
      Double(shape[0] <= shape[1] ? tensor[vector, index] : tensor[index, vector])
    }
    for first in 0..<vectors {
      for second in 0..<vectors {
        let product = (0..<length).reduce(0) { $0 + element(first, $1) * element(second, $1) }
        #expect(abs(product - (first == second ? 1 : 0)) < 1e-6)
      }
    }
  }

  @Test func constants() {
    var generator = SeededGenerator(seed: 1)
    #expect(Initializer.ones.values(shape: [2], generator: &generator).values == [1, 1])
    #expect(Initializer.constant(3).values(shape: [2], generator: &generator).values == [3, 3])
  }

  @Test func standardizationAndItsInverse() throws {
    let series: [Double] = [1, 2, 3, 4]
    let scaling = try Standardization(of: series, divisor: 5)
    #expect(scaling.mean == 2.5)
    #expect(abs(scaling.scale - 5 * 1.25.squareRoot()) < 1e-15)
    let scaled = scaling.apply(series)
    #expect(abs(scaled[0] - -1.5 / 1.25.squareRoot() / 5) < 1e-15)
    #expect(zip(scaling.invert(scaled), series).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(scaling.invert(Tensor([0]))[0] - 2.5) < 1e-12)
  }

  @Test func splitsAreDisjointCompleteAndRoundedUp() throws {
    for count in 2..<40 {
      let split = try TrainTestSplit(count: count, seed: 9)
      #expect(split.test.count == (count + 4) / 5)
      #expect((split.train + split.test).sorted() == Array(0..<count))
    }
    #expect(try TrainTestSplit(count: 131, seed: 1).test.count == 27)
    #expect(try TrainTestSplit(count: 131, seed: 1) == TrainTestSplit(count: 131, seed: 1))
    #expect(try TrainTestSplit(count: 131, seed: 1) != TrainTestSplit(count: 131, seed: 2))
  }

  @Test func tensorsGatherAndIndex() throws {
    var tensor = try Tensor(shape: [3, 2], values: [1, 2, 3, 4, 5, 6])
    #expect(tensor.gathering([2, 0]).values == [5, 6, 1, 2])
    tensor[1, 1] = 9
    #expect(tensor.values == [1, 2, 3, 9, 5, 6])
    #expect(try tensor.reshaped([6]).shape == [6])
    #expect(Tensor(repeating: 2, shape: [2]).values == [2, 2])
  }
}
