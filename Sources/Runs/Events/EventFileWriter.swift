internal import SwiftProtobuf

/// Adds records to one event file through a buffer.
///
/// A write that fails keeps the bytes that are not yet on disk, and the next one goes on where it stopped. So a file
/// never has a gap, only ever an end that came too early.
final class EventFileWriter {
  private static let bufferSize = 1 << 16

  private let path: String
  private let file: OpenFile
  private var buffer: [UInt8] = []

  /// Opens a file.
  ///
  /// - Parameter mode: `.create` for a new file; tests append to a device.
  init(_ path: String, _ mode: OpenFile.Mode = .create) throws {
    self.path = path
    do {
      file = try OpenFile(path, mode)
    } catch {
      throw error.onWriting(path)
    }
    buffer.reserveCapacity(EventFileWriter.bufferSize)
  }

  /// Adds a record. If it throws the record was not added.
  func append(_ event: ProtoEvent) throws {
    if buffer.count >= EventFileWriter.bufferSize { try flush() }
    let payload: [UInt8]
    do {
      payload = try event.serializedBytes()
    } catch {
      throw RunError(.invalidValue, path: path, message: "cannot take a record: \(error). Log smaller values.")
    }
    RecordFraming.append(payload, to: &buffer)
  }

  /// Whether everything was handed to the system.
  var isFlushed: Bool { buffer.isEmpty }

  /// Hands everything to the system, so that it survives the end of this process.
  func flush() throws {
    do throws(SystemFailure) {
      try writeBuffer()
    } catch {
      throw error.onWriting(path)
    }
  }

  /// Hands everything to the system and waits until the disk has it.
  func sync() throws {
    try flush()
    do {
      try file.sync()
    } catch {
      throw error.onWriting(path)
    }
  }

  private func writeBuffer() throws(SystemFailure) {
    var written = 0
    defer { buffer.removeFirst(written) }
    try file.write(buffer, written: &written)
  }
}
