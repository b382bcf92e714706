import Testing

@testable import Train

/// Dividing an operation among threads.
@Suite struct ThreadTests {
  @Test(arguments: [1, 2, 4, 9]) func everyPartIsComputedOnce(threads: Int) {
    let limit = Threads.limit
    Threads.limit = threads
    defer { Threads.limit = limit }
    for count in [0, 1, 2, 3, 17, 100] {
      for _ in 0..<50 {
        let calls = UnsafeMutablePointer<Int>.allocate(capacity: count + 1)
        calls.initialize(repeating: 0, count: count + 1)
        defer { calls.deallocate() }
        Threads.run(count, threads: threads) { calls[$0] += 1 }
        #expect((0..<count).allSatisfy { calls[$0] == 1 })
      }
    }
  }

  /// Whoever finds the threads taken computes alone.
  @Test func severalCallersAtOnce() async {
    let totals = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<200).reduce(0) { total, _ in
            let sums = UnsafeMutablePointer<Int>.allocate(capacity: 10)
            defer { sums.deallocate() }
            Threads.run(10, threads: 2) { sums[$0] = $0 }
            return total + (0..<10).reduce(0) { $0 + sums[$1] }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(totals == [Int](repeating: 9_000, count: 8))
  }

  @Test func smallOperationsStayOnOneThread() {
    #expect(Threads.parts(operations: 300_000) == 1)
    #expect(Threads.parts(operations: 1 << 30) == Threads.limit)
  }
}
