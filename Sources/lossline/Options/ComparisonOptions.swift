internal import ArgumentParser
internal import Report

/// How a comparison judges and is written; shared by the commands that write one.
struct ComparisonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The metric to judge by. (default: the validation loss or what is nearest)", valueName: "tag"))
  var metric: String?
  @OptionGroup var page: PageOptions

  /// Writes a comparison, says where it is and opens it if that was asked.
  func write(_ report: ComparisonReport, to folder: String) throws {
    try page.opening.show(try page.write(to: folder) { try report.write(to: $0, formats: $1) })
  }
}
