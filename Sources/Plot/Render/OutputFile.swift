package import Foundation

/// Files that appear whole or not at all: written beside their place, then moved there.
package enum OutputFile {
  /// Does not wait until the disk has the file, which takes longer than drawing it: after a power cut a chart is drawn
  /// again.
  ///
  /// - Throws: ``PlotError/Code/unwritableFile``.
  package static func write(_ bytes: [UInt8], to file: URL) throws {
    // A link stays, and what it points to is replaced.
    let place = file.resolvingSymlinksInPath()
    let name = ".\(UInt64.random(in: .min ... .max)).tmp"
    let draft = place.deletingLastPathComponent().appending(path: name)
    do {
      try Data(bytes).write(to: draft, options: .withoutOverwriting)
      guard rename(draft.path(percentEncoded: false), place.path(percentEncoded: false)) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw PlotError(
        .unwritableFile,
        "\(file.path(percentEncoded: false)) was not written: \(error.systemReason). "
          + "Check that its folder exists, can be written to and has space.")
    }
  }
}
