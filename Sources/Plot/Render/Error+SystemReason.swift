internal import Foundation

extension Error {
  /// Why the system refused: `Not a directory`, where Foundation has no more to say than that the operation could not be
  /// completed.
  package var systemReason: String {
    let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    let cause = (underlying ?? self) as NSError
    return cause.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(cause.code))) : localizedDescription
  }
}
