internal import ArgumentParser
internal import Foundation
internal import Report

/// What a report or a comparison is written as; shared by the commands that write one.
struct PageOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, pdf, markdown, all

    fileprivate var formats: Set<ReportFormat> {
      switch self {
      case .html: [.html]
      case .pdf: [.pdf]
      case .markdown: [.markdown]
      case .all: Set(ReportFormat.allCases)
      }
    }
  }

  @Option(help: "What to write.")
  var format = Format.html
  @Option(name: .customLong("lang"), help: ArgumentHelp("The language of the page's own words.", valueName: "language"))
  var language = ReportLanguage.english
  @OptionGroup var opening: OpenOption

  /// Writes by a report's own function, says what could not be drawn and where the page is.
  ///
  /// - Returns: The page.
  func write(
    to folder: String, by write: (_ folder: URL, _ formats: Set<ReportFormat>) throws -> WrittenReport
  ) throws -> URL {
    let written = try write(URL(filePath: folder, directoryHint: .isDirectory), format.formats)
    for problem in written.problems { Output.error(problem) }
    try Output.write(written.index.path(percentEncoded: false))
    return written.index
  }
}
