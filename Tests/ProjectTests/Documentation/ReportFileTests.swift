import Foundation
import Testing

/// The reports that are kept in the repository.
struct ReportFileTests {
  /// Folders such as `reports/1-sequence`; what else a developer has in `reports` is not kept.
  private static let folders: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Checkout.place("reports").path)) ?? []
    return names.filter { $0.contains(/^[1-6]-/) }.sorted().map { "reports/\($0)" }
  }()

  /// The files below a folder that git does not leave out; without git, all of them.
  private func keptFiles(below folder: String) throws -> Set<String> {
    let list = try Shell()(
      """
      cd '\(Checkout.root.path)'
      git ls-files --cached --others --exclude-standard '\(folder)' 2>/dev/null || find '\(folder)' -type f
      """)
    return Set(list.split(separator: "\n").map(String.init))
  }

  @Test func thereAreSix() { #expect(Self.folders.count == 6, "\(Self.folders)") }

  @Test(arguments: folders) func linksLeadToKeptFiles(folder: String) throws {
    let kept = try keptFiles(below: folder)
    let page = try Checkout.read("\(folder)/index.html")
    let links = page.matches(of: /(?:href|src)="(?!#|data:|https?:)([^"#]+)/).map { String($0.1) }
    #expect(links.count >= 3)
    for link in Set(links) {
      let file = "\(folder)/\(link)"
      let exists = FileManager.default.fileExists(atPath: Checkout.place(file).path)
      #expect(exists && kept.contains(file), "\(folder)/index.html links to \(link)")
    }
  }

  @Test func allTogetherStayBelowFiveMegabytes() throws {
    var size = 0
    for file in try keptFiles(below: "reports") where Self.folders.contains(where: { file.hasPrefix($0 + "/") }) {
      size += try Data(contentsOf: Checkout.place(file)).count
    }
    #expect(size < 5_000_000)
  }
}
