public import Runs

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The reports of several runs in one folder, each in a folder of its own, and a page that lists them.
public struct ReportIndex: Sendable {
  private var entries: [Entry] = []
  private var slugs = Slugs()
  private let language: ReportLanguage

  private struct Entry: Sendable {
    var name: String
    var status: String
    var verdict: String
    var href: String
  }

  /// An index without any run.
  public init(language: ReportLanguage = .english) { self.language = language }

  /// Adds a run, and tells the name of the folder that its report belongs in: plain, and none but its own.
  ///
  /// - Parameters:
  ///   - run: The run, of which the list shows name, status and outcome.
  ///   - page: The file in that folder that the list leads to.
  public mutating func add(_ run: Run, page: String = "index.html") -> String {
    let folder = slugs.unique(run.folder.standardizedFileURL.lastPathComponent, fallback: "run")
    let outcome = RunOutcome(of: run, language: language)
    let head = HeadSection(outcome: outcome)
    entries.append(
      Entry(
        name: head.name, status: head.status.string("label"), verdict: HeadSentence(outcome: outcome).sentence.text,
        href: "\(folder)/\(page)"))
    return folder
  }

  /// The name of the folder for the report of one run: that of its own folder; of a log without one, the log's.
  ///
  /// A name that a log tells may lead elsewhere, as "../other" does; it is made plain.
  package static func folder(for run: Run) -> String {
    let name = run.hasManifest ? run.folder.standardizedFileURL.lastPathComponent : run.manifest.name
    let leadsElsewhere =
      name.isEmpty || name.hasPrefix(".") || name.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 }
    guard leadsElsewhere || name.utf8.count > 200 else { return name }
    var slugs = Slugs()
    return slugs.unique(name, fallback: "run")
  }

  /// Writes the list as `index.html`.
  ///
  /// - Throws: ``ReportError`` if the folder or the file cannot be written.
  public func write(to folder: URL) throws(ReportError) -> URL {
    let templates = try PageTemplates()
    let values = entries.map { entry -> TemplateValues in
      ["name": entry.name, "status": entry.status, "verdict": entry.verdict, "href": entry.href]
    }
    let body = try templates.render("runs", ["text": InterfaceText.values(language), "entries": values])
    let title = InterfaceText.text("runs", language)
    var page = Page(title: title, description: title, body: body)
    page.language = language
    page.data = PageData(language: language, charts: []).json
    let output = OutputFolder(url: folder)
    try output.write([.init(path: ReportFiles.index, bytes: Data(try page.html(with: templates).utf8))])
    return output.location(of: ReportFiles.index)
  }
}
