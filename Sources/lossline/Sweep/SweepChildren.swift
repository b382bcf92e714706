internal import Dispatch
internal import Foundation
internal import Plot
internal import Synchronization

/// The processes of a sweep. Ctrl-C reaches them through this: they are asked to stop, and record what they have.
final class SweepChildren: Sendable {
  /// The standard input of each.
  private let input: FileHandle
  private let state = Mutex<State>(State())
  /// Only kept, and cancelled once.
  nonisolated(unsafe) private var source: (any DispatchSourceSignal)?

  private struct State {
    var running: [Int32: Bool] = [:]
    var isInterrupted = false
  }

  init(input: FileHandle) {
    self.input = input
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in self?.interrupt() }
    source.resume()
    self.source = source
  }

  deinit {
    source?.cancel()
    signal(SIGINT, SIG_DFL)
  }

  /// Whether somebody pressed Ctrl-C.
  var isInterrupted: Bool { state.withLock { $0.isInterrupted } }

  /// Runs a program to its end.
  ///
  /// - Returns: Why it failed: the last line that it wrote to standard error.
  func run(_ program: URL, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    do {
      try process.run()
    } catch {
      return "it cannot be started: \(error.systemReason)"
    }
    let identifier = process.processIdentifier
    let mustStop = state.withLock { state in
      state.running[identifier] = true
      return state.isInterrupted
    }
    if mustStop { kill(identifier, SIGINT) }
    let text = (try? errors.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    state.withLock { _ = $0.running.removeValue(forKey: identifier) }
    guard process.terminationStatus != 0 || process.terminationReason != .exit else { return nil }
    let lines = String(decoding: text ?? Data(), as: UTF8.self).split(separator: "\n")
    let said = lines.first { $0.hasPrefix("Error:") } ?? lines.last
    return said.map { String($0.hasPrefix("Error: ") ? $0.dropFirst(7) : $0) }
      ?? "it ended with code \(process.terminationStatus)"
  }

  private func interrupt() {
    let running = state.withLock { state in
      state.isInterrupted = true
      return Array(state.running.keys)
    }
    for identifier in running { kill(identifier, SIGINT) }
  }
}
