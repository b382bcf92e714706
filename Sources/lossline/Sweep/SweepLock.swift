internal import Foundation
internal import Plot

/// The right to train in a sweep's folder. The trainings hold it too: their standard input is the locked file, empty as it
/// is. So a sweep that follows one that was killed waits for the trainings that go on without theirs.
final class SweepLock: Sendable {
  private static let name = ".sweep.lock"

  /// The locked file, for the standard input of the trainings.
  let file: FileHandle

  /// Takes the lock, and waits for it if need be.
  ///
  /// - Parameter onWait: Called once before waiting.
  /// - Throws: ``CommandError`` if the file cannot be made.
  init(_ folder: URL, onWait: () throws -> Void) throws {
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw CommandError(
        "\(folder.path): the folder cannot be made: \(error.systemReason). Choose another with --runs.")
    }
    let path = folder.appending(path: Self.name).path(percentEncoded: false)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw CommandError("\(path) cannot be made: \(String(cString: strerror(errno))).")
    }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    try onWait()
    // A file system without locks goes on without: each run has a lock of its own.
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }
}
