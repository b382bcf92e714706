import Foundation

/// The shown parts of a source file; see ``Snippets``.
struct SnippetFile {
  /// The lines of each snippet by its name.
  private(set) var snippets: [String: String] = [:]

  init(_ source: String) {
    var name: String?
    var stretches: [[Substring]] = []
    var isHidden = false
    func close(_ name: String?) {
      guard let name else { return }
      snippets[name] = stretches.map(Self.withoutIndentation).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let mark = line.wholeMatch(of: /\s*\/\/ snippet\.([a-z0-9-]+)/)?.1 else {
        if name != nil, !isHidden { stretches[stretches.count - 1].append(line) }
        continue
      }
      switch mark {
      case "hide": isHidden = true
      case "show":
        isHidden = false
        stretches.append([])
      case "end":
        close(name)
        name = nil
      default:
        close(name)
        name = String(mark)
        isHidden = false
        stretches = [[]]
      }
    }
    close(name)
  }

  private static func withoutIndentation(_ lines: [Substring]) -> String {
    let indentation = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
      .trimmingCharacters(in: .newlines)
  }

  /// The snippets of all files, by name.
  static func all() throws -> [String: String] {
    let folder = Checkout.place("Tests/ProjectTests/Documentation/Snippets")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
    return try files.reduce(into: [:]) { all, file in
      let snippets = SnippetFile(String(decoding: try Data(contentsOf: file), as: UTF8.self)).snippets
      all.merge(snippets) { first, _ in "two snippets of one name; rename one\n" + first }
    }
  }
}
