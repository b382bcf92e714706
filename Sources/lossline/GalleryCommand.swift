internal import ArgumentParser
internal import Foundation
internal import Gallery

struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Write every chart of the gallery: one page with the code of each, and PNG, PDF and SVG files.")

  @OptionGroup var opening: OpenOption
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "folder"), completion: .directory)
  var output = "reports/gallery"

  func run() throws {
    let page = try GalleryPage().write(to: URL(filePath: output, directoryHint: .isDirectory))
    try Output.write(page.path(percentEncoded: false))
    try opening.show(page)
  }
}
