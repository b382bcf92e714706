#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the operating system said when it refused.
package struct SystemFailure: Error, Hashable {
  /// The value of `errno`.
  var number: CInt

  /// The refusal of the call that was made last on this thread.
  static var last: SystemFailure { SystemFailure(number: errno) }

  /// The refusal of a place where nothing is any more.
  static var missing: SystemFailure { SystemFailure(number: ENOENT) }

  /// The system's own words: `No space left on device`.
  var text: String { String(cString: strerror(number)) }

  var isMissing: Bool { number == ENOENT || number == ENOTDIR }

  /// The error of a write to `path`, with what can be done about it.
  func onWriting(_ path: String) -> RunError {
    let remedy =
      switch number {
      case ENOSPC, EDQUOT: "Free some space there or choose another folder; what was written before stays readable."
      case EFBIG: "Raise the limit of the file size (ulimit -f); what was written before stays readable."
      case EACCES, EPERM, EROFS: "Change its permissions or choose another folder."
      case ENOENT, ENOTDIR: "The folder was moved or removed, or a file is in its place."
      default: "Check the disk; what was written before stays readable."
      }
    return RunError(.unwritable, path: path, message: "cannot be written: \(text). \(remedy)")
  }

  /// The error of reading `path`, with what can be done about it.
  package func onReading(_ path: String) -> RunError {
    switch number {
    case ENOENT, ENOTDIR:
      RunError(.notFound, path: path, message: "does not exist. Check the spelling and the current folder.")
    case EACCES, EPERM:
      RunError(.unreadable, path: path, message: "cannot be read: \(text). Change its permissions (chmod u+r).")
    case EISDIR:
      RunError(.unreadable, path: path, message: "is a folder. Give the file itself.")
    default:
      RunError(.unreadable, path: path, message: "cannot be read: \(text). Check the path and the disk.")
    }
  }
}
