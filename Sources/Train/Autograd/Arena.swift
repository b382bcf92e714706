/// Memory for the values of one training step: taken piece by piece, given back all at once, kept for the next step.
///
/// After the first step the arena is one block that is large enough, so later steps allocate nothing.
final class Arena {
  private var blocks: [Block] = []
  private var used = 0

  private struct Block {
    let start: UnsafeMutablePointer<Float>
    let count: Int
  }

  /// Every piece starts on a cache line.
  private static let granularity = 64 / MemoryLayout<Float>.stride
  private static let smallestBlock = 1 << 14

  deinit { release() }

  /// Memory for `count` floats, not initialized, aligned to 64 bytes, valid until `reset`.
  func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    let rounded = (count + Arena.granularity - 1) / Arena.granularity * Arena.granularity
    if let block = blocks.last, used + rounded <= block.count {
      defer { used += rounded }
      return block.start + used
    }
    grow(by: rounded)
    used = rounded
    return blocks[blocks.count - 1].start
  }

  /// Memory for `count` zeros.
  func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let start = allocate(count)
    Threads.runElements(count) { (start + $0.lowerBound).update(repeating: 0, count: $0.count) }
    return start
  }

  /// Gives every piece back; several blocks become one.
  func reset() {
    used = 0
    guard blocks.count > 1 else { return }
    let total = blocks.reduce(0) { $0 + $1.count }
    release()
    blocks = [Arena.makeBlock(total)]
  }

  private func grow(by count: Int) {
    blocks.append(Arena.makeBlock(max(count, 2 * (blocks.last?.count ?? 0), Arena.smallestBlock)))
  }

  private static func makeBlock(_ count: Int) -> Block {
    Block(start: FloatMemory.allocate(count), count: count)
  }

  private func release() {
    for block in blocks { FloatMemory.release(block.start) }
    blocks = []
  }
}
