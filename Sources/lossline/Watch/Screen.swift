internal import Foundation
internal import Synchronization

/// Draws frames over each other at the bottom of a terminal, and leaves the last one there with the cursor under it.
final class Screen: Sendable {
  private struct State {
    var lineCount = 0
    var size = (width: 0, height: 0)
  }

  private let state = Mutex(State())

  /// Hides the cursor.
  init() { Screen.write("\u{1B}[?25l") }

  /// Columns and rows of the terminal, now.
  static var size: (width: Int, height: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Replaces the frame there is. All of it is one write, and what did not change is written over with itself, so that
  /// nothing flickers.
  func draw(_ lines: [String], size: (width: Int, height: Int)) {
    state.withLock { state in
      var text = "\u{1B}[?2026h"
      if state.lineCount > 0 {
        // Lines that a terminal has wrapped anew cannot be counted any more.
        text += state.size == size ? "\r\u{1B}[\(state.lineCount)A" : "\u{1B}[H\u{1B}[J"
      }
      for line in lines { text += "\(line)\u{1B}[K\r\n" }
      Screen.write(text + "\u{1B}[J\u{1B}[?2026l")
      state.lineCount = lines.count
      state.size = size
    }
  }

  /// Shows the cursor again. Nothing is drawn from then on, since the lock is kept by whoever ends the process.
  func restore() { Screen.write("\u{1B}[?2026l\u{1B}[?25h") }

  private static func write(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}
