import Foundation
import Runs
import Testing

@testable import Report

/// The report as Markdown, for a pull request or the summary of a step in CI.
@Suite struct MarkdownTests {
  private func markdown(_ run: Run, _ language: ReportLanguage = .english) -> String {
    TrainingSummary(content: TrainingContent(run: run, language: language, formats: [.markdown])).markdown
  }

  /// The cells of a row of a table; a bar after a backslash is text.
  private func cells(_ row: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in row.dropFirst().dropLast() {
      if character == "|", !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  /// Text without escapes, as a reader of Markdown shows it.
  private func shown(_ text: String) -> String {
    text.replacing(/\\([\\`*_\[\]#|~!$@])/) { String($0.1) }
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  @Test func sectionsTablesAndPicturesAreThere() {
    let text = markdown(SampleRun.airline())
    #expect(text.hasPrefix("# airline-lstm-1\n\n**Finished** · Started 22 Nov 2026, 02:21 UTC"))
    for heading in ["## Worth a look", "## Metrics", "## Curves", "## Charts"] {
      #expect(text.contains(heading + "\n\n"))
    }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 4)
    #expect(Set(rows.map { cells($0).count }) == [4])
    #expect(cells(rows[1]).allSatisfy { $0.allSatisfy { "-:".contains($0) } && $0.contains("---") })
    #expect(cells(rows[2])[0].contains("Validation loss"))
    #expect(text.hasSuffix("\n") && !text.contains("\n\n\n"))
  }

  @Test func everyLinkLeadsToAFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "markdown-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let written = try TrainingReport(run: SampleRun.airline()).write(to: folder, formats: [.markdown])
    let text = try String(contentsOf: written.index, encoding: .utf8)
    let links = text.matches(of: /!\[(.*?[^\\])\]\((.*?)\)/)
    #expect(links.count == 3)
    for link in links {
      #expect(try Data(contentsOf: folder.appending(path: String(link.2))).starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(link.1.contains("Line chart"), "A picture has no words.")
    }
  }

  @Test(arguments: SafetyTests.hostile.indices) func hostileTextStaysText(_ number: Int) {
    let text = SafetyTests.hostile[number]
    let lines = markdown(SafetyTests.run(text)).split(separator: "\n", omittingEmptySubsequences: false)
    let harmless = markdown(SafetyTests.run("harmless")).split(separator: "\n", omittingEmptySubsequences: false)
    // No line more, none begins with what begins a block, and each table has its columns.
    #expect(lines.count { $0.hasPrefix("#") } == harmless.count { $0.hasPrefix("#") })
    #expect(lines.count { $0.hasPrefix("|") } == harmless.count { $0.hasPrefix("|") })
    for line in lines {
      #expect(!line.contains("<"), "\(line)")
      if line.hasPrefix("|") { #expect(cells(line).count == 4, "\(line)") }
      // Outside of pictures of its own, no bracket opens a link.
      for match in line.matches(of: /(.?)\[/) where match.1 != "\\" {
        #expect(match.1 == "!" && line.hasPrefix("!["), "\(line)")
      }
    }
  }

  @Test func whatMarkdownWouldReadIsEscaped() throws {
    let name = "a|b *c* _d_ `e` [f](javascript:1) <g> # ~~h~~ $i$ @j \\|"
    var run = SampleRun.bare([SampleRun.series(name, [2, 1])])
    run.manifest.name = name
    let text = markdown(run)
    #expect(
      text.hasPrefix(
        "# a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](javascript:1) &lt;g&gt; \\# \\~\\~h\\~\\~ \\$i\\$ \\@j \\\\\\|\n"))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| A") })
    #expect(cells(row).count == 4)
    #expect(shown(cells(row)[0]).contains("A|b *c*  d  `e` [f](javascript:1) <g> # ~~h~~ $i$ @j \\|"))
  }

  @Test func linesThatBeginABlockDoNot() {
    var run = SampleRun.bare([SampleRun.series("loss", [2, 1])])
    for name in ["- x", "+ x", "1. x", "> x", "=== x", "--- x", "    x", "\n# x"] {
      run.manifest.name = name
      let lines = markdown(run).split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("#") } == 3 && lines[0].hasPrefix("# "), "\(lines)")
    }
  }

  @Test func koreanIsWholeToo() {
    let text = markdown(SampleRun.airline(), .korean)
    for words in ["**완료**", "## 살펴볼 점", "## 지표", "검증 손실", "선 차트, 세로축 손실"] { #expect(text.contains(words)) }
  }
}
