import Foundation
import Testing

/// A terminal without a screen, for commands that ask.
struct PseudoTerminal {
  private let controller: Int32
  private let terminal: Int32

  init() throws {
    var (controller, terminal): (Int32, Int32) = (-1, -1)
    try #require(openpty(&controller, &terminal, nil, nil, nil) == 0)
    (self.controller, self.terminal) = (controller, terminal)
  }

  /// Runs a program in it, once, typing the next key whenever it prints the prompt.
  func run(
    _ program: URL, _ arguments: [String], in folder: URL, keys: String, prompt: String,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    defer { close(controller) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    // The program's own are the last ones, so that reading ends with it.
    close(terminal)
    var output: [UInt8] = []
    var keys = Array(keys.utf8)[...]
    var shown = 0
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(controller, &buffer, buffer.count)
      guard count > 0 else { break }
      output += buffer[..<count]
      let prompts = String(decoding: output, as: UTF8.self).components(separatedBy: prompt).count - 1
      while shown < prompts, var key = keys.popFirst() {
        shown += 1
        try #require(write(controller, &key, 1) == 1)
      }
    }
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self).replacing("\r\n", with: "\n"))
  }
}
