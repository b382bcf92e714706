internal import Runs

/// The bytes of a regular file.
final class FileSource: ByteSource {
  /// The file's path, for messages.
  let path: String
  /// The length of the file.
  let size: Int
  /// How many bytes were read.
  private(set) var offset = 0

  private let file: OpenFile

  /// - Throws: ``TrainError`` (`dataFile`) when there is no such file or it cannot be read.
  init(_ path: String) throws {
    self.path = path
    do throws(SystemFailure) {
      file = try OpenFile(path, .read)
      size = try file.size()
    } catch { throw TrainError(unreadable: path, error) }
  }

  /// The whole content of a file, whose length is checked before anything is read.
  ///
  /// - Throws: ``TrainError`` (`dataFile`) when there is no such file or it cannot be read, and what `check` throws.
  static func content(of path: String, check: (_ size: Int) throws -> Void) throws -> [UInt8] {
    let source = try FileSource(path)
    let size = source.size
    try check(size)
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let read = try source.read(into: rest)
        if read == 0 { break }
        count += read
      }
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    do throws(SystemFailure) {
      let count = try file.read(into: buffer)
      offset += count
      return count
    } catch { throw TrainError(unreadable: path, error) }
  }
}

extension TrainError {
  /// What the system said when a data file could not be read.
  init(unreadable path: String, _ failure: SystemFailure) {
    self.init(.dataFile, "\(path): \(failure.onReading(path).message)")
  }

  /// What is wrong with a data file, and where.
  ///
  /// - Parameter offset: The number of bytes before the fault, and of what.
  init(damaged file: String, at offset: Int, of what: String = "the file", _ finding: String) {
    self.init(
      .dataFile,
      "\(file): at byte \(offset) of \(what) \(finding). Fetch the file again; it is damaged, or of another kind.")
  }
}
