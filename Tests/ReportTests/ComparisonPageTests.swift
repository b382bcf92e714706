import Foundation
import Runs
import Testing

@testable import Report

@Suite struct ComparisonPageTests {
  @Test func aSweepHasEverySection() throws {
    let runs = SampleRuns.cells()
    let html = try ComparisonReport(runs: runs, baseline: [runs[0]]).html()
    let page = try Markup(html)
    let headings = ["Groups", "Curves", "Final values", "Differences"]
    for heading in headings { #expect(page.text.contains(heading)) }
    #expect(page.text.contains("20 runs in 4 groups"))
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for id in ["table", "curves", "finals", "pairs", "figure-curve-val_loss", "figure-final-val_loss"] {
      #expect(ids.contains(id), "\(id)")
    }
    // Six pairs of four groups, each in words.
    #expect(page.elements.filter { $0.name == "li" && $0.path.contains("main") }.count == 6)
    #expect(page.text.contains("more than chance between seeds explains"))
    #expect(html.contains("default-src 'none'"))
  }

  @Test func tablesCanBeSortedByTheirValues() throws {
    let page = try Markup(ComparisonReport(runs: SampleRuns.cells()).html())
    let tables = page.all("table")
    #expect(tables.count == 2 && tables.allSatisfy { $0.attributes["class"]?.contains("sortable") ?? false })
    let values = page.all("td").compactMap { $0.attributes["data-value"] }
    #expect(values.count > 20 && values.allSatisfy { Double($0) != nil })
    #expect(page.all("th").contains { $0.attributes["aria-sort"] == "ascending" })
  }

  @Test func settingsThatVaryHaveCharts() throws {
    let runs = (0..<24).map { index -> Run in
      let config: [String: ConfigValue] = [
        "cell": .string(index % 2 == 0 ? "a" : "b"), "units": .integer(5 + index % 3),
        "learning_rate": .number([0.001, 0.01, 0.1, 1][index % 4]),
      ]
      return SampleRuns.run("r\(index)", config: config, seed: UInt64(index), final: Double(1 + index % 5))
    }
    let page = try Markup(ComparisonReport(runs: runs).html())
    let ids = page.elements.compactMap { $0.attributes["id"] }
    for id in ["figure-by-cell", "figure-by-units", "figure-by-learning_rate", "figure-parallel"] {
      #expect(ids.contains(id), "\(id)")
    }
  }

  @Test func chartsOfOneNameStandSideBySide() throws {
    var runs = ["a", "b"].map { SampleRuns.run($0, config: ["cell": .string($0)]) }
    // The encoder of these samples does not sort keys: the same chart must be the same bytes.
    let same = SampleRun.chart("same", "The data")
    for index in runs.indices {
      runs[index].charts = [
        same, SampleRun.chart("all", index == 0 ? "All" : "All of b"),
      ]
    }
    let page = try Markup(ComparisonReport(runs: runs).html())
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(ids.contains("side-all") && !ids.contains("side-same"))
    #expect(
      page.all("svg").filter { $0.path.contains("figure") && $0.attributes["id"]?.hasPrefix("side-all-") ?? false }
        .count == 2)
  }

  @Test func whatAReaderShouldKnowIsSaid() throws {
    var runs = SampleRuns.cells()
    runs[3].status = .failed
    runs[7].scalars[1].values[39] = .nan
    runs[8].scalars[1] = SampleRun.series("val_loss", [1, 2, 3])
    let text = try Markup(ComparisonReport(runs: runs, grouping: ["config.units"]).html()).text
    #expect(text.contains("The run dense-4 failed."))
    #expect(text.contains("ended in NaN or infinity"))
    #expect(text.contains("Within groups the runs differ in cell"))
    #expect(text.contains("ended at different steps"))
    #expect(text.contains("some runs have the same seed"))
  }

  // By number: some of the texts would spoil the test's own output.
  @Test(arguments: SafetyTests.hostile.indices) func hostileTextIsShownAndNeverExecuted(_ number: Int) throws {
    let evil = SafetyTests.hostile[number]
    var runs = (0..<3).map { index in
      SampleRuns.run(
        "\(evil)\(index)",
        config: [evil: .string(evil + "\(index)"), "other\(evil)": .integer(index), "third": .integer(index)],
        seed: UInt64(index), tags: [evil, "val_loss"])
    }
    for index in runs.indices {
      runs[index].manifest.group = evil
      runs[index].charts = [SampleRun.chart("x", evil + "\(index)", caption: evil)]
    }
    let content = try Comparison(runs, baseline: [runs[0]], groupedBy: nil, metric: evil)
    let page = try Markup(ComparisonPage(content: ComparisonContent(content, xAxis: .time)).html())
    // The data of the charts and the page's own script.
    #expect(page.all("script").count == 2 && page.all("img").isEmpty && page.all("b").isEmpty)
    let allowed: Set<String> = [
      "charset", "content", "class", "id", "href", "lang", "name", "xmlns", "rel", "role", "scope", "style", "tabindex",
      "title", "data-value", "data-role", "data-group", "http-equiv", "type",
    ]
    for element in page.elements where !element.path.contains("svg") && element.name != "svg" {
      for name in element.attributes.keys { #expect(allowed.contains(name) || name.hasPrefix("aria-"), "\(name)") }
    }
    #expect(!page.text.unicodeScalars.contains("\u{202E}"))
    let paths = ComparisonContent(content, xAxis: .step).tableFiles.map(\.path)
    #expect(paths.allSatisfy { !$0.contains("..") && !$0.contains("<") })
  }

  @Test func theSameRunsGiveTheSameBytes() throws {
    let runs = SampleRuns.cells()
    let report = ComparisonReport(runs: runs, baseline: [runs[0]])
    #expect(try report.html() == report.html())
    let folder = FileManager.default.temporaryDirectory.appending(path: "comparison-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try report.write(to: folder)
    let bytes = try Data(contentsOf: first.index)
    _ = try report.write(to: folder)
    #expect(try Data(contentsOf: first.index) == bytes && first.problems.isEmpty)
    // Every file that the page links to is there.
    let page = try Markup(String(decoding: bytes, as: UTF8.self))
    for link in page.all("a").compactMap({ $0.attributes["href"] }) where !link.hasPrefix("#") {
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(link)")
    }
    let csv = try String(contentsOf: folder.appending(path: "tables/runs.csv"), encoding: .utf8)
    #expect(
      csv.split(separator: "\r\n").count == 21 && csv.hasPrefix("run,group,seed,status,cell,val_loss,val_loss best,"))
    let curves = try String(contentsOf: folder.appending(path: "charts/curve-val_loss.csv"), encoding: .utf8)
    #expect(curves.hasPrefix("Epoch,dense mean,dense low,dense high,dense n,") || curves.hasPrefix("Step,dense mean"))
    #expect(curves.split(separator: "\r\n").count == 41)
  }

  @Test func aHundredRunsOfTenTagsStaySmall() throws {
    var noise = NoiseGenerator(seed: 2)
    let tags = (0..<10).map { "tag\($0)" }
    let runs = (0..<100).map { index in
      var run = SampleRuns.run("r\(index)", config: ["lr": .integer(index)], tags: [])
      run.scalars = tags.map { tag in
        SampleRun.series(tag, (0..<1000).map { exp(-Double($0) / 300) + 0.05 * noise.normal() })
      }
      return run
    }
    let html = try ComparisonReport(runs: runs, baseline: [runs[50]]).html()
    #expect(html.utf8.count < 1_500_000, "\(html.utf8.count)")
    let text = try Markup(html).text
    #expect(text.contains("95 others") && text.contains("50"))
  }

  @Test func aThousandRunsAreUsable() throws {
    let runs = (0..<1000).map { index in
      SampleRuns.run("r\(index)", config: ["x": .integer(index)], final: 1 + Double(index % 97) / 10, steps: 20)
    }
    let html = try ComparisonReport(runs: runs).html()
    #expect(html.utf8.count < 1_500_000, "\(html.utf8.count)")
    #expect(try Markup(html).text.contains("The best 100 of 1,000 runs"))
  }

  @Test(arguments: [0, 1, 2]) func fewRunsGiveAPageToo(count: Int) throws {
    let runs = (0..<count).map { SampleRuns.run("r\($0)", config: ["x": .integer($0)], final: Double($0 + 1)) }
    #expect(try Markup(ComparisonReport(runs: runs).html()).text.contains(count == 1 ? "1 run" : "\(count) runs"))
    let bare = (0..<count).map { SampleRuns.run("r\($0)", steps: 1, tags: $0 == 0 ? [] : ["a"]) }
    _ = try Markup(ComparisonReport(runs: bare, xAxis: .time).html())
  }
}
