#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is open until this object goes.
package final class OpenFile: Sendable {
  /// How a file is opened.
  package enum Mode {
    /// To be read. It is not waited for a pipe's other end.
    case read
    /// To be created and written; it must not exist.
    case create
    /// To be written at its end; it must exist.
    case append
    /// To be emptied and written; created if need be.
    case empty
    /// To be locked; created if need be.
    case lock

    fileprivate var flags: CInt {
      switch self {
      case .read: O_RDONLY | O_NONBLOCK
      case .create: O_WRONLY | O_CREAT | O_EXCL
      case .append: O_WRONLY | O_APPEND
      case .empty: O_WRONLY | O_CREAT | O_TRUNC
      case .lock: O_RDWR | O_CREAT
      }
    }
  }

  /// The kernel's number of the open file.
  let descriptor: CInt

  package init(_ path: String, _ mode: Mode) throws(SystemFailure) {
    descriptor = open(path, mode.flags | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw .last }
  }

  deinit { close(descriptor) }

  /// Writes the bytes from index `written` on.
  ///
  /// - Parameter written: How many bytes are written; it is right after a failure too, so that one can go on.
  func write(_ bytes: UnsafeRawBufferPointer, written: inout Int) throws(SystemFailure) {
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = systemWrite(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(SystemFailure) {
    try bytes.withUnsafeBytes { bytes in
      Result { () throws(SystemFailure) in
        var written = 0
        try write(bytes, written: &written)
      }
    }.get()
  }

  /// Waits until the disk has what was written.
  func sync() throws(SystemFailure) {
    // Devices and pipes, which tests write to, know no fsync.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw .last }
  }

  /// Whether the file has no name in any folder any more, so that nobody will ever read it.
  var isRemoved: Bool {
    var information = stat()
    return fstat(descriptor, &information) == 0 && information.st_nlink == 0
  }

  /// The length of a regular file in bytes, now.
  package func size() throws(SystemFailure) -> Int {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .last }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return Int(information.st_size)
    case S_IFDIR: throw SystemFailure(number: EISDIR)
    default: throw SystemFailure(number: EINVAL)
    }
  }

  /// Reads the next bytes into a buffer that is not empty.
  ///
  /// - Returns: How many; 0 only at the end of the file.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }

  /// Reads the bytes at a place of the file, all that fit into the buffer.
  ///
  /// - Returns: How many; fewer than asked only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFailure) -> Int {
    var total = 0
    while total < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: total), buffer.count - total, off_t(offset + total))
      if count > 0 {
        total += count
      } else if count == 0 {
        break
      } else if errno != EINTR {
        throw .last
      }
    }
    return total
  }

  /// Reads a regular file as long as it is now; bytes that are added meanwhile are left out.
  ///
  /// - Parameter limit: How long a file may be, in bytes; a longer one is refused before anything is allocated.
  func readAll(limit: Int) throws(SystemFailure) -> [UInt8] {
    let size = try size()
    guard size <= limit else { throw .tooLarge }
    var failure: SystemFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let result = systemRead(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if result > 0 {
          count += result
        } else if result == 0 {
          break
        } else if errno != EINTR {
          failure = .last
          break
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// The system's `write`, which the method of that name hides.
private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// The system's `read`, which the method of that name hides.
private func systemRead(_ descriptor: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
