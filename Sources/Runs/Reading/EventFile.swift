/// An event file on disk, read in stretches: large ones on several processors at once.
///
/// Stretches are read into buffers and not mapped, see docs/decisions/0004-reading-event-files.md. A stretch in the middle
/// of the file begins at the first thing that looks like a sound record. Whether it is one shows when the stretch before
/// ends just there; if it does not, this stretch is read again from where the other one ended. So the result is always that
/// of a walk from the start.
struct EventFile {
  /// How a file is divided; tests make it small.
  struct Division {
    /// The bytes of a stretch.
    var stretch = 4 << 20
    /// How many stretches are read before their points are put together: many, so that a processor that is busy with
    /// something else holds nobody up, and not all, so that the memory stays small.
    var wave = 12
    /// The bytes of a buffer at first; it grows with the records.
    var buffer = 256 << 10
  }

  private let file: OpenFile
  private let name: String
  private let size: Int
  private let division: Division

  /// Reads a file as long as it is now; bytes that are added meanwhile are left out.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: Its name, for diagnostics.
  static func read(
    _ path: String, name: String, division: Division = .init()
  ) throws(SystemFailure)
    -> EventFileContents
  {
    let file = try OpenFile(path, .read)
    if isCompressed(file) {
      let (content, finding) = try file.readAll(limit: SystemFacts.memorySize).withUnsafeBytes { GzipFile.inflate($0) }
      var contents = EventFileReader.read(content, file: name)
      if let finding { contents.report(.error, at: nil, "\(finding).") }
      return contents
    }
    return try EventFile(file: file, name: name, size: file.size(), division: division).read()
  }

  /// ``RunFormat/tensorboard`` if a file holds events, by its content or, where it has none yet, by its name; else `nil`.
  static func format(of path: String) -> RunFormat? {
    guard let file = try? OpenFile(path, .read), (try? file.size()) != nil else { return nil }
    var head = beginning(of: file, count: 1 << 14)
    if GzipFile.isCompressed(head) {
      head = head.withUnsafeBytes { GzipFile.inflate($0, limit: RecordFraming.headSize).bytes }
    }
    guard head.count >= RecordFraming.headSize else {
      return EventFileName.isEventFile(String(path.split(separator: "/").last ?? "")) ? .tensorboard : nil
    }
    return head.withUnsafeBytes { RecordFraming.payloadSize(atStartOf: $0) } == nil ? nil : .tensorboard
  }

  /// Whether a file is compressed and not one whose first record is as long as those bytes would say.
  private static func isCompressed(_ file: OpenFile) -> Bool {
    let head = beginning(of: file)
    return GzipFile.isCompressed(head) && head.count >= RecordFraming.headSize
      && head.withUnsafeBytes { RecordFraming.payloadSize(atStartOf: $0) } == nil
  }

  private static func beginning(of file: OpenFile, count: Int = RecordFraming.headSize) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, count in
      count = (try? file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)) ?? 0
    }
  }

  /// One stretch that was read.
  private struct Stretch: Sendable {
    /// Where its first record begins and where the next stretch begins.
    var range: Range<Int>
    var contents: EventFileContents
    /// Whether nothing after it can be read.
    var isLast: Bool
  }

  private func read() throws(SystemFailure) -> EventFileContents {
    var whole = EventFileContents(file: name)
    var start = 0
    var isAtEnd = size == 0
    let wave = division.stretch * max(division.wave, Parallel.width)
    while !isAtEnd, start < size {
      let begin = start
      let count = (min(wave, size - begin) + division.stretch - 1) / division.stretch
      let results = Parallel.map(count) { index in
        let lower = begin + index * division.stretch
        return Result<Stretch?, SystemFailure> { () throws(SystemFailure) in
          try stretch(lower..<min(lower + division.stretch, size), isExact: index == 0)
        }
      }
      let end = min(begin + wave, size)
      for (index, result) in results.enumerated() where !isAtEnd {
        let upper = min(begin + (index + 1) * division.stretch, size)
        guard start < upper else { continue }
        var next = try result.get()
        if next?.range.lowerBound != start { next = try stretch(start..<upper, isExact: true) }
        guard let next else { break }
        whole.append(next.contents)
        // Not more than for a gigabyte: a file with a hole in it can be longer than any memory.
        if begin == 0, index == 0, upper < size {
          whole.reserveCapacity(times: min(Double(size) / Double(upper) * 1.01, 256))
        }
        start = next.range.upperBound
        isAtEnd = next.isLast
      }
      if start < end, !isAtEnd { break }
    }
    whole.conclude(isEmpty: size == 0)
    return whole
  }

  /// Reads the records that begin in a range of the file.
  ///
  /// - Parameter isExact: Whether a record begins at the start of the range; if not the first one is sought.
  /// - Returns: `nil` if none was found.
  private func stretch(_ range: Range<Int>, isExact: Bool) throws(SystemFailure) -> Stretch? {
    var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: division.buffer, alignment: 16)
    defer { buffer.deallocate() }
    var reader = EventFileReader(file: name)
    var start = range.lowerBound
    var first = isExact ? start : nil
    while start < range.upperBound, !reader.isAtEnd {
      let bytes = try read(at: start, into: buffer)
      let isCut = bytes.count < min(buffer.count, size - start)
      if isCut { reader.noteCut(at: start + bytes.count, expected: size) }
      if first == nil {
        guard let offset = RecordScanner.firstRecord(in: bytes) else { return nil }
        start += offset
        first = start
        continue
      }
      let step = reader.readRecords(
        bytes, at: start, remaining: isCut ? 0 : size - start - bytes.count, limit: range.upperBound)
      start += step.count
      if step.needed > buffer.count {
        buffer.deallocate()
        buffer = .allocate(byteCount: step.needed, alignment: 16)
      }
      if isCut { break }
    }
    guard let first else { return nil }
    return Stretch(range: first..<max(first, start), contents: reader.finish(), isLast: reader.isAtEnd)
  }

  /// As much of the file as the buffer holds.
  private func read(
    at start: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemFailure)
    -> UnsafeRawBufferPointer
  {
    let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, size - start)])
    let count = try file.read(into: wanted, at: start)
    return UnsafeRawBufferPointer(rebasing: wanted[..<count])
  }
}
