internal import SwiftProtobuf

/// Adds records to one event file through a buffer.
///
/// A write that fails keeps the bytes that are not yet on disk, and the next one goes on where it stopped. So a file
/// never has a gap, only ever an end that came too early. The buffer does not grow while the disk refuses.
final class EventFileWriter {
  private static let usualCapacity = 1 << 17

  private let path: String
  private let file: OpenFile
  private var buffer: UnsafeMutableRawPointer
  private var capacity = EventFileWriter.usualCapacity
  private var count = 0
  /// How many records were not added since the buffer was full and the disk refused it.
  private(set) var refusedCount = 0

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
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Adds a record. If it throws the record was not added.
  func append(_ event: ProtoEvent) throws {
    let payload: [UInt8]
    do {
      payload = try event.serializedBytes()
    } catch {
      throw RunError(.invalidValue, path: path, message: "cannot take a record: \(error). Log smaller values.")
    }
    try append(capacity: payload.count) { place in
      payload.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: place, count: $0.count).copyMemory(from: $0) }
      return payload.count
    }
  }

  /// Adds a record that is written in place. If it throws the record was not added.
  ///
  /// - Parameters:
  ///   - capacity: The most bytes that the payload takes.
  ///   - write: Writes the payload and returns its size.
  @inline(__always)
  func append(capacity payloadCapacity: Int, _ write: (UnsafeMutableRawPointer) -> Int) throws {
    let needed = RecordFraming.headSize + payloadCapacity + RecordFraming.tailSize
    if capacity - count < needed { try makeRoom(for: needed) }
    let place = buffer + count
    let size = write(place + RecordFraming.headSize)
    RecordFraming.close(place, payloadSize: size)
    count += RecordFraming.headSize + size + RecordFraming.tailSize
  }

  /// Whether everything was handed to the system.
  var isFlushed: Bool { count == 0 }

  /// Hands everything to the system, so that it survives the end of this process.
  func flush() throws {
    guard count > 0 else { return }
    do throws(SystemFailure) {
      try writeBuffer()
    } catch {
      throw error.onWriting(path)
    }
    if capacity > EventFileWriter.usualCapacity { resizeEmptyBuffer(to: EventFileWriter.usualCapacity) }
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

  @inline(never)
  private func makeRoom(for size: Int) throws {
    do {
      try flush()
    } catch {
      refusedCount += 1
      throw error
    }
    if capacity < size { resizeEmptyBuffer(to: size) }
  }

  private func resizeEmptyBuffer(to size: Int) {
    buffer.deallocate()
    buffer = .allocate(byteCount: size, alignment: 16)
    capacity = size
  }

  private func writeBuffer() throws(SystemFailure) {
    var written = 0
    defer {
      count -= written
      buffer.copyMemory(from: buffer + written, byteCount: count)
    }
    try file.write(UnsafeRawBufferPointer(start: buffer, count: count), written: &written)
  }
}
