/// The curves of a stretch of an event file while it is read. They become a ``ScalarTable`` when it is.
struct ScalarColumns: ~Copyable {
  /// The points of one curve: three columns one after the other in one piece of memory.
  private struct Column: BitwiseCopyable {
    var memory: UnsafeMutablePointer<UInt64>
    var capacity: Int
    var count = 0

    init(capacity: Int) {
      memory = .allocate(capacity: 3 * capacity)
      self.capacity = capacity
    }

    @inline(__always)
    mutating func append(_ step: Int, _ value: Double, _ wallTime: Double) {
      if count == capacity { grow() }
      memory[count] = UInt64(bitPattern: Int64(step))
      memory[capacity + count] = value.bitPattern
      memory[2 * capacity + count] = wallTime.bitPattern
      count += 1
    }

    @inline(never)
    private mutating func grow() {
      let larger = Column(capacity: 4 * capacity)
      for column in 0..<3 {
        (larger.memory + column * larger.capacity).update(from: memory + column * capacity, count: count)
      }
      memory.deallocate()
      memory = larger.memory
      capacity = larger.capacity
    }

    /// One of the three columns as an array.
    func array<Value>(_ column: Int, of type: Value.Type) -> [Value] {
      (memory + column * capacity).withMemoryRebound(to: type, capacity: count) { start in
        Array(UnsafeBufferPointer(start: start, count: count))
      }
    }
  }

  private var index = TagIndex()
  private var columns = GrowingBuffer<Column>()
  /// The curves of one event; kept so that its memory is used again.
  private var owners = GrowingBuffer<Int>()

  deinit {
    for index in 0..<columns.count { columns[index].memory.deallocate() }
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
    while columns.count < index.tags.count { columns.append(Column(capacity: 64)) }
    var position = 0
    for value in event.values.elements {
      columns[owners[position]].append(event.step, value.value, event.wallTime)
      position += 1
    }
    return true
  }

  /// Adds a scalar.
  mutating func append(tag: String, step: Int, value: Double, wallTime: Double) {
    let owner = index.position(of: tag)
    while columns.count < index.tags.count { columns.append(Column(capacity: 64)) }
    columns[owner].append(step, value, wallTime)
  }

  /// The curves so far, which begin anew here.
  mutating func take() -> ScalarTable {
    var table = ScalarTable()
    for (position, tag) in index.tags.enumerated() where position < columns.count && columns[position].count > 0 {
      let column = columns[position]
      table.append(
        ScalarSeries(
          tag: tag, steps: column.array(0, of: Int.self), values: column.array(1, of: Double.self),
          wallTimes: column.array(2, of: Double.self)))
      columns[position].count = 0
    }
    return table
  }
}
