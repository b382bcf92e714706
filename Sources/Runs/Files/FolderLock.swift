#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The right to write a run folder. The kernel holds it for this process and frees it when the process ends, however it
/// ends; a lock file that a killed process leaves behind locks nothing.
final class FolderLock {
  private static let name = ".writer.lock"

  private let path: String
  private let file: OpenFile

  /// Takes the lock or throws ``RunError/Code/locked``.
  init(_ folder: String) throws {
    path = "\(folder)/\(FolderLock.name)"
    for _ in 0..<8 {
      let file = try FolderLock.open(path)
      // A reader that asks whether a writer lives holds the lock for a moment, hence some patience.
      guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
        usleep(5000)
        continue
      }
      // A writer that finished meanwhile has removed the file that was locked here.
      if FolderLock.isStill(file, at: path) {
        self.file = file
        return
      }
    }
    throw RunError(
      .locked, path: folder,
      message: "is being written by another process. Wait until that run has ended, or choose another name.")
  }

  deinit { unlink(path) }

  /// Whether a living process holds the lock of a run folder. Where that cannot be told, the answer is yes.
  static func isHeld(in folder: String) -> Bool {
    do throws(SystemFailure) {
      let file = try OpenFile("\(folder)/\(name)", .read)
      return flock(file.descriptor, LOCK_SH | LOCK_NB) != 0
    } catch {
      return !error.isMissing
    }
  }

  private static func open(_ path: String) throws -> OpenFile {
    do {
      return try OpenFile(path, .lock)
    } catch {
      throw error.onWriting(path)
    }
  }

  private static func isStill(_ file: OpenFile, at path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(file.descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
