import Foundation
import Testing

/// A terminal without a screen, for commands that ask.
final class PseudoTerminal {
  private let master: FileHandle
  private let slave: FileHandle

  init() throws {
    let descriptor = posix_openpt(O_RDWR | O_NOCTTY)
    try #require(descriptor >= 0 && grantpt(descriptor) == 0 && unlockpt(descriptor) == 0)
    master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let name = try #require(ptsname(descriptor).map { String(cString: $0) })
    slave = try #require(FileHandle(forUpdatingAtPath: name))
  }

  /// Runs a program in it, typing each key once what it prints ends with the prompt.
  func run(
    _ program: URL, _ arguments: [String], in folder: URL, keys: String, prompt: String,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = slave
    process.standardOutput = slave
    process.standardError = slave
    try process.run()
    // The last end of the terminal but the program's own, so that reading ends with it.
    try slave.close()
    var output = ""
    var keys = Substring(keys)
    var shown = 0
    while let data = try? master.read(upToCount: 65536), !data.isEmpty {
      output += String(decoding: data, as: UTF8.self)
      let prompts = output.components(separatedBy: prompt).count - 1
      while shown < prompts, let key = keys.popFirst() {
        shown += 1
        try master.write(contentsOf: Data(String(key).utf8))
      }
    }
    process.waitUntilExit()
    return (process.terminationStatus, output.replacing("\r\n", with: "\n"))
  }
}
