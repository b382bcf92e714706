internal import SwiftProtobuf

/// Reads one event file: frames and checksums first, then each payload into columns.
///
/// This is the one place where events are decoded. Scalars go straight into columns and no event is kept, so a decoder
/// that works in place on the mapped file can take the place of ``decode(_:at:)`` alone.
struct EventFileReader {
  private static let diagnosticLimit = 50

  private(set) var contents: EventFileContents
  private var passedOverTags: Set<String> = []
  private var diagnosticCount = 0

  /// Reads the bytes of a file.
  ///
  /// - Parameter file: Its name, for diagnostics.
  static func read(_ bytes: [UInt8], file: String) -> EventFileContents {
    var reader = EventFileReader(contents: EventFileContents(file: file))
    bytes.withUnsafeBytes { reader.readRecords($0) }
    reader.conclude(isEmpty: bytes.isEmpty)
    return reader.contents
  }

  private init(contents: EventFileContents) { self.contents = contents }

  private mutating func readRecords(_ bytes: UnsafeRawBufferPointer) {
    var scanner = RecordScanner(bytes)
    while let (offset, finding) = scanner.next() {
      switch finding {
      case .record(let payload): decode(payload, at: offset)
      case .damagedPayload:
        report(.error, at: offset, "the checksum of a record is wrong; the record is passed over.")
      case .damagedLength:
        let count = bytes.count - offset
        report(.error, at: offset, "the length of a record is damaged; the last \(count) bytes cannot be read.")
      case .tornTail:
        let count = bytes.count - offset
        report(
          .note, at: offset,
          "the file ends within a record, as it does while it is being written or when its writer was killed; "
            + "its last \(count) \(count == 1 ? "byte is" : "bytes are") passed over.")
      }
    }
  }

  private mutating func decode(_ payload: UnsafeRawBufferPointer, at offset: Int) {
    let event: ProtoEvent
    do {
      event = try ProtoEvent(serializedBytes: Array(payload))
    } catch {
      return report(.error, at: offset, "a record is no event (\(error)); it is passed over.")
    }
    switch event.what {
    case .summary(let summary):
      for value in summary.value { take(value, of: event, at: offset) }
    case .sessionLog(let log) where log.status == .start:
      contents.segments.append(.init(restartStep: Int(event.step)))
    default: break
    }
  }

  private mutating func take(_ value: ProtoSummary.Value, of event: ProtoEvent, at offset: Int) {
    let plugin = value.metadata.pluginData.pluginName
    if let scalar = value.scalar {
      contents.append(tag: value.tag, step: Int(event.step), value: scalar, wallTime: event.wallTime)
    } else if plugin == "text", value.tensor.dtype == .dtString {
      contents.texts.append(
        LoggedText(
          tag: value.tag.hasSuffix(EventRecord.textSuffix)
            ? String(value.tag.dropLast(EventRecord.textSuffix.count)) : value.tag,
          step: Int(event.step), wallTime: event.wallTime,
          text: value.tensor.stringVal.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")))
    } else if plugin == HParams.pluginName {
      contents.hparams.append(value.metadata.pluginData.content)
    } else if plugin == "scalars" {
      report(.warning, at: offset, "a value of \"\(value.tag)\" is called a scalar and is none; it is passed over.")
    } else {
      passedOverTags.insert(value.tag)
    }
  }

  private mutating func conclude(isEmpty: Bool) {
    if isEmpty { report(.note, at: nil, "the file is empty.") }
    if !passedOverTags.isEmpty {
      let names = passedOverTags.sorted().prefix(5).joined(separator: ", ")
      let more = passedOverTags.count > 5 ? " and \(passedOverTags.count - 5) more" : ""
      report(.note, at: nil, "histograms, images and the like are passed over: \(names)\(more).")
    }
    let hidden = diagnosticCount - EventFileReader.diagnosticLimit
    if hidden > 0 {
      contents.diagnostics.append(
        Diagnostic(.error, file: contents.file, message: "\(hidden) more findings of this kind are not listed."))
    }
  }

  /// Notes a finding; of a file that is damaged all over only the first ones.
  private mutating func report(_ severity: Diagnostic.Severity, at offset: Int?, _ message: String) {
    diagnosticCount += 1
    guard diagnosticCount <= EventFileReader.diagnosticLimit else { return }
    contents.diagnostics.append(
      Diagnostic(severity, file: contents.file, byteOffset: offset, message: message))
  }
}
