/// A list of plain values in memory that nobody shares: an array without the checks whether somebody does, which cost as
/// much as reading a record.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var storage = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
  private(set) var count = 0

  init() {}

  deinit { storage.deallocate() }

  /// The values; they stay where they are until the next change.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(rebasing: storage[..<count]) }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "There is no element \(index).")
      return storage[index]
    }
    set {
      precondition(index >= 0 && index < count, "There is no element \(index).")
      storage[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == storage.count { grow() }
    storage.initializeElement(at: count, to: element)
    count += 1
  }

  /// Forgets the values and keeps the memory.
  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(16, 2 * storage.count))
    _ = larger.update(fromContentsOf: storage[..<count])
    storage.deallocate()
    storage = larger
  }
}
