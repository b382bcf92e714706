import Foundation
import Testing

/// The help of every command, as the parser's own dump of it has it.
@Suite struct HelpTests {
  private struct Dump: Decodable { var command: Page }

  /// The help of one command.
  private struct Page: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { var name: String }

      var kind: String
      var abstract: String?
      var valueName: String?
      var allValues: [String]?
      var names: [Name]?

      var label: String { names?.first?.name ?? valueName ?? "?" }
    }

    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Page]?

    /// This one and those below it; the parser's own are left out.
    var all: [Page] {
      [self]
        + (subcommands ?? []).filter { !["help", "generate-completion-script"].contains($0.commandName) }.flatMap(\.all)
    }
  }

  private func pages() throws -> [Page] {
    let lossline = try Command()
    defer { lossline.remove() }
    let dump = try lossline("--experimental-dump-help").output
    let pages = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.all
    #expect(pages.count >= 23)
    return pages
  }

  /// The parser wraps paragraphs, and would break lines again that are broken already. Only examples and lists have lines
  /// of their own: they are indented, and fit into a terminal.
  @Test func paragraphsAreSingleLines() throws {
    for page in try pages() {
      let abstract = page.abstract ?? ""
      #expect(abstract.hasSuffix(".") && !abstract.contains("\n"), "\(page.commandName): \(abstract)")
      for paragraph in (page.discussion ?? "").split(separator: "\n\n") {
        let lines = paragraph.split(separator: "\n")
        #expect(lines[0].contains(lines.count == 1 ? /\.\)?$/ : /:$/), "\(page.commandName): \(lines[0])")
        for line in lines.dropFirst() {
          #expect(line.hasPrefix("  ") && line.count <= 80, "\(page.commandName): \(line)")
        }
      }
    }
  }

  /// Values and defaults are the parser's to tell, or told as it does.
  @Test func optionsAreDocumentedAlike() throws {
    for page in try pages() {
      for argument in page.arguments ?? [] where !["version", "help"].contains(argument.label) {
        let (place, text) = ("\(page.commandName) \(argument.label)", argument.abstract ?? "")
        #expect(text.contains(/(\.|\. \(default: [^.]*(\.\d|\.build|\.tar\.gz)?[^.]*\))$/), "\(place): \(text)")
        #expect(!text.contains("by default"), "\(place): \(text)")
        if let values = argument.allValues {
          #expect(!values.allSatisfy(text.contains) || values == ["continue", "stop"], "\(place): \(text)")
        }
        guard argument.kind != "flag" else { continue }
        let name = argument.valueName ?? ""
        #expect(!name.contains("-") && name != "dir" && name != "lang", "\(place): <\(name)>")
      }
    }
  }

  /// What is the same in several commands is written the same.
  @Test func optionsOfOneNameMeanTheSame() throws {
    let pages = try pages()
    for name in ["format", "lang", "open", "input-format", "metric"] {
      let found = pages.filter { page in page.arguments?.contains { $0.label == name } == true }
      #expect(found.count >= 2, "\(name)")
    }
    for name in ["lang", "open", "input-format", "metric", "package-path"] {
      let texts = Set(pages.flatMap { $0.arguments ?? [] }.filter { $0.label == name }.map { $0.abstract ?? "" })
      #expect(texts.count == 1, "\(name): \(texts)")
    }
  }
}
