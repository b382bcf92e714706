import Foundation
import Runs
import Testing

@testable import Report

/// The page that lists the reports of several runs.
@Suite struct ReportIndexTests {
  private func named(_ name: String, folder: String, status: RunStatus = .finished) -> Run {
    var run = SampleRun.bare([SampleRun.series("loss", [3, 2, 1])], name: name)
    run.folder = URL(filePath: "/nowhere").appending(path: folder)
    run.status = status
    return run
  }

  private func page(_ index: ReportIndex) throws -> (markup: Markup, html: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let html = try String(contentsOf: try index.write(to: folder), encoding: .utf8)
    return (try Markup(html), html)
  }

  @Test func runsAreListedWithTheirSentences() throws {
    var index = ReportIndex()
    #expect(index.add(named("first", folder: "a")) == "a")
    #expect(index.add(named("second", folder: "b", status: .failed), page: "report.pdf") == "b")
    let (markup, _) = try page(index)
    let links = markup.all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["#content", "a/index.html", "b/report.pdf"])
    for words in ["first", "second", "Finished", "Failed after 3", "still falling"] {
      #expect(markup.text.contains(words), "\(words) is missing.")
    }
    #expect(markup.all("th").allSatisfy { $0.attributes["scope"] != nil })
    #expect(markup.all("h1").count == 1 && markup.all("main").count == 1)
  }

  @Test func foldersOfOneNameAreKeptApart() {
    var index = ReportIndex()
    #expect(
      ["run", "RUN", "run/", "../run"].map { index.add(named("x", folder: $0)) } == ["run", "RUN-2", "run-3", "run-4"])
    #expect(index.add(named("x", folder: "..")) != "..")
    for name in SafetyTests.hostile {
      let folder = index.add(named(name, folder: name))
      #expect(
        folder.utf8.allSatisfy {
          $0 == 0x2D || $0 == 0x5F || Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
        })
    }
  }

  @Test(arguments: SafetyTests.hostile.indices) func hostileNamesStayText(_ number: Int) throws {
    var index = ReportIndex()
    let name = SafetyTests.hostile[number]
    _ = index.add(named(name, folder: name))
    let (markup, html) = try page(index)
    var harmless = ReportIndex()
    _ = harmless.add(named("harmless", folder: "harmless"))
    #expect(try markup.elements.map(\.name) == page(harmless).markup.elements.map(\.name))
    #expect(html.contains("script-src 'sha256-"))
  }

  @Test func koreanIsKorean() throws {
    var index = ReportIndex(language: .korean)
    _ = index.add(named("가", folder: "1"))
    let (markup, _) = try page(index)
    #expect(markup.all("html").first?.attributes["lang"] == "ko")
    #expect(markup.text.contains("실행 목록") && markup.text.contains("완료") && markup.text.contains("손실은"))
    #expect(!markup.text.contains("Loss "))
  }

  @Test func theSameRunsGiveTheSameBytes() throws {
    func html() throws -> String {
      var index = ReportIndex()
      for name in ["a", "b", "c"] { _ = index.add(named(name, folder: name)) }
      return try page(index).html
    }
    #expect(try html() == html())
  }
}
