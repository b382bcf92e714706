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
      "\(file): at byte \(offset) of \(what) \(finding). Fetch the file again; it is damaged or no such file.")
  }
}
