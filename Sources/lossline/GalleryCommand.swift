internal import ArgumentParser
internal import Foundation
internal import Gallery

struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Write every chart of the gallery: one page with the code of each, and PNG, PDF and SVG files.")

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "dir"), completion: .directory)
  var output = "reports/gallery"

  func run() throws {
    let page = try GalleryPage().write(to: URL(filePath: output, directoryHint: .isDirectory))
    try Output.write(page.path(percentEncoded: false))
  }
}
