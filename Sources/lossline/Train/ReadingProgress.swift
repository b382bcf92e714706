internal import Foundation
internal import Synchronization

/// Says how much of a large file was read, in one line on standard error, where that is a terminal.
final class ReadingProgress: Sendable {
  private let shown = Atomic<Int>(-1)

  /// Shows a part, 0 to 1, once for each whole percent; the line goes away at the end.
  func show(_ part: Double) {
    let percent = Int(part * 100)
    guard isatty(STDERR_FILENO) == 1, shown.exchange(percent, ordering: .relaxed) != percent else { return }
    let text = percent < 100 ? "\rreading the data  \(percent) %\u{1B}[K" : "\r\u{1B}[K"
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
