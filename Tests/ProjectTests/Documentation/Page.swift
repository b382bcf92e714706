import Foundation
import Testing

/// A page of documentation in Markdown: the README or an article.
struct Page: CustomTestStringConvertible, Sendable {
  /// The path in the checkout.
  let path: String

  var testDescription: String { path }

  /// The README and every page of the modules' catalogues.
  static let all: [Page] = {
    let sources = Checkout.place("Sources")
    let modules = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
    let articles = modules.sorted().flatMap { module in
      let catalogue = "Sources/\(module)/\(module).docc"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: Checkout.place(catalogue).path)) ?? []
      return files.filter { $0.hasSuffix(".md") }.sorted().map { Page(path: "\(catalogue)/\($0)") }
    }
    return [Page(path: "README.md"), Page(path: "CONTRIBUTING.md")] + articles
  }()

  func text() throws -> String { try Checkout.read(path) }

  /// The blocks of code in a language, in order.
  func blocks(of language: String) throws -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = block { blocks.append(lines.joined(separator: "\n")) }
        block = block == nil && line == "```\(language)" ? [] : nil
      } else {
        block?.append(line)
      }
    }
    return blocks
  }

  /// The commands of the page: what follows `$ ` in its console blocks, comments left out.
  func commands() throws -> [String] {
    try blocks(of: "console").flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("$ ") }.map { line in
      let command = line.dropFirst(2)
      return String(command.firstRange(of: /\s+[#]\s/).map { command[..<$0.lowerBound] } ?? command)
    }
  }
}
