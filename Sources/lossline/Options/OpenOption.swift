internal import ArgumentParser
internal import Foundation
internal import Plot

/// Shared by all commands that write a page.
struct OpenOption: ParsableArguments {
  @Flag(help: "Open the page when it is written.")
  var open = false

  /// Opens the page if that was asked.
  ///
  /// - Throws: ``CommandError`` when there is no program to open it with.
  func show(_ page: URL) throws {
    guard open else { return }
    #if os(macOS)
      let name = "open"
    #else
      let name = "xdg-open"
    #endif
    let path = page.path(percentEncoded: false)
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    guard let opener = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
      throw CommandError("\(path) is written, but there is no \(name) to open it with; open the page by hand.")
    }
    do {
      _ = try Process.run(URL(filePath: opener), arguments: [path])
    } catch {
      throw CommandError(
        "\(path) is written, but \(opener) cannot be started: \(error.systemReason). Open the page by hand.")
    }
  }
}
