internal import ArgumentParser
internal import Foundation
internal import Snapshots

struct ReviewSnapshotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Go through what is pending, one snapshot after the other.",
    discussion:
      "The keys are a (accept), r (reject), s (skip) and q (quit). Colours are left out where NO_COLOR is set.")

  @OptionGroup var options: PackageOptions

  func run() throws {
    let package = try options.package()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandError(
        "review asks in a terminal, and this is none. `lossline snapshots report` writes a page of everything; then name "
          + "what is right: `lossline snapshots accept NAME`, or `reject NAME`.")
    }
    var failures = 0
    let snapshots = UnacceptedSnapshot.all(in: package, onlyPending: true) { problem in
      Output.error("Error: \(problem.legible())")
      failures += 1
    }
    let keyboard = Keyboard()
    let signals = EndSignals { keyboard.restore() }
    defer { withExtendedLifetime(signals) { keyboard.restore() } }
    let hasColors = ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
    var review = SnapshotReview(
      snapshots, package: package, hasColors: hasColors, key: keyboard.next, write: Output.write)
    try review.run()
    try ReviewFolder.refreshPage(in: package)
    if failures + review.failures > 0 { throw ExitCode.failure }
  }
}

/// Reads single keys from the terminal, without their being shown.
private struct Keyboard {
  private let settings: termios

  init() {
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    self.settings = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  /// - Returns: `nil` when nothing more will come.
  func next() -> Character? {
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return Character(Unicode.Scalar(byte)) }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  func restore() {
    var settings = settings
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }
}
