internal import SwiftProtobuf

/// Reads the records of an event file, or of a stretch of it, into columns.
///
/// Events of scalars, nearly all there are, are read in place and none is kept; SwiftProtobuf reads the others.
struct EventFileReader: ~Copyable {
  private(set) var contents: EventFileContents
  /// The scalars since the last beginning of a session.
  private var scalars = ScalarColumns()
  private var event = ScalarEvent()

  /// Whether the walk came to something after which no record can be found.
  private(set) var isAtEnd = false

  init(file: String) { contents = EventFileContents(file: file) }

  /// Reads the bytes of a file.
  ///
  /// - Parameter file: Its name, for diagnostics.
  static func read(_ bytes: UnsafeRawBufferPointer, file: String) -> EventFileContents {
    var reader = EventFileReader(file: file)
    _ = reader.readRecords(bytes, at: 0, remaining: 0)
    var contents = reader.finish()
    contents.conclude(isEmpty: bytes.isEmpty)
    return contents
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) -> EventFileContents {
    bytes.withUnsafeBytes { read($0, file: file) }
  }

  /// Reads the records that lie in a stretch of the file as a whole.
  ///
  /// - Parameters:
  ///   - bytes: The stretch; it begins at a record.
  ///   - start: Where the stretch lies in the file.
  ///   - remaining: How many bytes the file has after the stretch.
  ///   - limit: Where to stop: records that begin there or later are not read. It counts from the start of the file.
  /// - Returns: How many bytes were read, and how many the record needs that lies in the stretch in part.
  mutating func readRecords(
    _ bytes: UnsafeRawBufferPointer, at start: Int, remaining: Int, limit: Int = .max
  ) -> (count: Int, needed: Int) {
    var scanner = RecordScanner(bytes, remaining: remaining)
    while start + scanner.offset < limit, let (offset, finding) = scanner.next() {
      switch finding {
      case .record(let payload):
        if event.read(payload), scalars.append(event) { continue }
        decode(payload, at: start + offset)
      case .damagedPayload:
        contents.report(.error, at: start + offset, "the checksum of a record is wrong; the record is passed over.")
      case .damagedLength, .tornTail:
        end(finding, at: start + offset, count: bytes.count - offset + remaining)
        return (bytes.count, 0)
      case .incomplete(let size):
        return (offset, size)
      }
    }
    return (scanner.offset, 0)
  }

  /// What was read.
  mutating func finish() -> EventFileContents {
    endSegment()
    contents.noteWallTimes()
    return contents
  }

  /// Notes that nothing can be read from here to the end of the file.
  mutating func end(_ finding: RecordScanner.Finding, at offset: Int, count: Int) {
    isAtEnd = true
    if case .damagedLength = finding {
      contents.report(
        .error, at: offset, "the length of a record is damaged; the last \(count) bytes cannot be read.")
    } else {
      contents.report(
        .note, at: offset,
        "the file ends within a record, as it does while it is being written or when its writer was killed; "
          + "its last \(count) \(count == 1 ? "byte is" : "bytes are") passed over.")
    }
  }

  /// Notes that the file became shorter while it was read.
  mutating func noteCut(at offset: Int, expected: Int) {
    if !isAtEnd { contents.report(.error, at: offset, "the file was cut from \(expected) bytes while it was read.") }
  }

  private mutating func endSegment() {
    contents.segments[contents.segments.count - 1].scalars = scalars.take()
  }

  private mutating func decode(_ payload: UnsafeRawBufferPointer, at offset: Int) {
    let event: ProtoEvent
    do {
      event = try ProtoEvent(serializedBytes: Array(payload))
    } catch {
      return contents.report(.error, at: offset, "a record is no event (\(error)); it is passed over.")
    }
    switch event.what {
    case .summary(let summary):
      for value in summary.value { take(value, of: event, at: offset) }
    case .sessionLog(let log) where log.status == .start:
      endSegment()
      contents.segments.append(.init(restartStep: Int(event.step)))
    default: break
    }
  }

  private mutating func take(_ value: ProtoSummary.Value, of event: ProtoEvent, at offset: Int) {
    let plugin = value.metadata.pluginData.pluginName
    let step = Int(event.step)
    if let scalar = value.scalar {
      scalars.append(tag: value.tag, step: step, value: scalar, wallTime: event.wallTime)
    } else if plugin == "text", value.tensor.dtype == .dtString {
      let hasSuffix = value.tag.hasSuffix(EventRecord.textSuffix)
      contents.texts.append(
        LoggedText(
          tag: hasSuffix ? String(value.tag.dropLast(EventRecord.textSuffix.count)) : value.tag, step: step,
          wallTime: event.wallTime,
          text: value.tensor.stringVal.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")))
    } else if plugin == HParams.pluginName {
      contents.hparams.append(value.metadata.pluginData.content)
    } else if plugin == "scalars" {
      contents.report(
        .warning, at: offset, "a value of \"\(value.tag)\" is called a scalar and is none; it is passed over.")
    } else {
      contents.media.append(LoggedMedia(kind: value.mediaKind, tag: value.tag, steps: [step]))
    }
  }
}
