internal import Foundation

/// Files that appear whole or not at all: written beside their place, then moved there.
enum OutputFile {
  /// - Throws: ``PlotError/Code/unwritableFile``.
  static func write(_ bytes: [UInt8], to file: URL) throws {
    do {
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw PlotError(
        .unwritableFile,
        "\(file.path(percentEncoded: false)) was not written: \(error.localizedDescription) "
          + "Check that its folder exists, can be written to and has space.")
    }
  }
}
