internal import ArgumentParser
internal import Foundation
internal import Snapshots

struct ReportSnapshotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page of everything that is not as accepted: pictures side by side, and what differs in scenes.",
    discussion: "A failing test writes the same page into the package's .build/plot-snapshots.")

  @OptionGroup var opening: OpenOption
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write index.html to. (default: the package's .build/plot-snapshots)", valueName: "folder"),
    completion: .directory)
  var output: String?
  @OptionGroup var options: PackageOptions

  func run() throws {
    let package = try options.package()
    let page = ReviewPage(of: package)
    for problem in page.problems { Output.error(problem) }
    let file = output.map { URL(filePath: $0, directoryHint: .isDirectory).appending(path: "index.html") }
    let place = file ?? ReviewFolder.page(in: package)
    try page.write(to: place)
    try Output.write(place.path(percentEncoded: false))
    try opening.show(place)
  }
}
