/// The curves of a stretch of an event file while it is read. They become a ``ScalarTable`` when it is.
struct ScalarColumns: ~Copyable {
  /// The last points of a curve: three columns one after the other in one piece of memory, which is small enough for the
  /// fast memory of a processor.
  private struct Window: BitwiseCopyable {
    private var memory: UnsafeMutablePointer<Int64>
    private(set) var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
      memory = .allocate(capacity: 3 * capacity)
      self.capacity = capacity
    }

    var isFull: Bool { count == capacity }

    @inline(__always)
    mutating func append(_ step: Int, _ value: Double, _ wallTime: Double) {
      memory[count] = Int64(step)
      memory[capacity + count] = Int64(bitPattern: value.bitPattern)
      memory[2 * capacity + count] = Int64(bitPattern: wallTime.bitPattern)
      count += 1
    }

    mutating func grow() {
      var larger = Window(capacity: min(8 * capacity, PackedWords.blockSize))
      for column in 0..<3 {
        (larger.memory + column * larger.capacity).update(from: memory + column * capacity, count: count)
      }
      larger.count = count
      memory.deallocate()
      self = larger
    }

    mutating func removeAll() { count = 0 }

    func deallocate() { memory.deallocate() }

    /// Adds the points to those that were packed before.
    func pack(into packed: inout Packed) {
      packed.steps.append(words(0))
      words(1).withMemoryRebound(to: Double.self) { packed.values.append(contentsOf: $0) }
      packed.wallTimes.append(words(2))
    }

    private func words(_ column: Int) -> UnsafeBufferPointer<Int64> {
      UnsafeBufferPointer(start: memory + column * capacity, count: count)
    }
  }

  /// The points of a curve that left its window.
  private struct Packed {
    var steps = PackedWords()
    var values: [Double] = []
    var wallTimes = PackedWords()
  }

  private var index = TagIndex()
  private var windows = GrowingBuffer<Window>()
  private var packed: [Packed] = []
  /// The curves of one event; kept so that its memory is used again.
  private var owners = GrowingBuffer<Int>()

  deinit {
    for index in 0..<windows.count { windows[index].deallocate() }
  }

  /// Adds the scalars of an event.
  ///
  /// - Returns: Whether every tag is text in UTF-8. If not, nothing was added.
  @inline(__always)
  mutating func append(_ event: borrowing ScalarEvent) -> Bool {
    owners.removeAll()
    for value in event.values.elements {
      guard let owner = index.position(of: value.tag) else { return false }
      owners.append(owner)
    }
    if windows.count < index.tags.count { addWindows() }
    var position = 0
    for value in event.values.elements {
      append(to: owners[position], event.step, value.value, event.wallTime)
      position += 1
    }
    return true
  }

  /// Adds a scalar.
  mutating func append(tag: String, step: Int, value: Double, wallTime: Double) {
    let owner = index.position(of: tag)
    addWindows()
    append(to: owner, step, value, wallTime)
  }

  @inline(__always)
  private mutating func append(to owner: Int, _ step: Int, _ value: Double, _ wallTime: Double) {
    if windows[owner].isFull { makeRoom(in: owner) }
    windows[owner].append(step, value, wallTime)
  }

  @inline(never)
  private mutating func addWindows() {
    while windows.count < index.tags.count {
      windows.append(Window(capacity: 64))
      packed.append(Packed())
    }
  }

  @inline(never)
  private mutating func makeRoom(in owner: Int) {
    if windows[owner].capacity < PackedWords.blockSize { return windows[owner].grow() }
    windows[owner].pack(into: &packed[owner])
    windows[owner].removeAll()
  }

  /// The curves so far, which begin anew here.
  mutating func take() -> ScalarTable {
    var table = ScalarTable()
    for (position, tag) in index.tags.enumerated() where position < windows.count {
      windows[position].pack(into: &packed[position])
      windows[position].removeAll()
      let points = packed[position]
      packed[position] = Packed()
      guard points.values.count > 0 else { continue }
      table.append(
        ScalarSeries(
          tag: tag, steps: StepColumn(points.steps), values: points.values, wallTimes: TimeColumn(points.wallTimes)))
    }
    return table
  }
}
