internal import Foundation
internal import Plot

/// Writes to the standard streams, and notices when they cannot be written.
enum Output {
  /// - Throws: ``CommandError`` when standard output is full or closed.
  static func write(_ text: String) throws { try write(bytes: Array((text + "\n").utf8)) }

  /// - Throws: ``CommandError`` when standard output is full or closed.
  static func write(bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw CommandError("Standard output cannot be written: \(error.systemReason).")
    }
  }

  static func error(_ text: String) {
    // There is nobody left to tell when standard error is gone too.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }
}
