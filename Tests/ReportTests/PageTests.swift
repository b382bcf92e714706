import Foundation
import Runs
import Testing

@testable import Report

/// What is on the page, and what is not when the run has no data for it.
@Suite struct PageTests {
  private func page(_ run: Run) throws -> (html: String, markup: Markup) {
    let html = try TrainingReport(run: run).html()
    return (html, try Markup(html))
  }

  private func sectionIDs(_ markup: Markup) -> [String] { markup.all("section").compactMap { $0.attributes["id"] } }

  @Test func sectionsComeInOrder() throws {
    var run = SampleRun.airline()
    run.diagnostics = [Diagnostic(.note, file: "events", byteOffset: 12, message: "A torn record was passed over.")]
    let (_, markup) = try page(run)
    #expect(
      sectionIDs(markup) == ["warnings", "metrics", "curves", "charts", "tables", "model", "settings", "log"])
    #expect(markup.text.contains("events at byte 12: A torn record was passed over."))
  }

  @Test func sectionsWithoutDataAreAbsent() throws {
    let (html, markup) = try page(SampleRun.bare())
    #expect(sectionIDs(markup) == [])
    #expect(markup.all("nav").isEmpty)
    #expect(markup.text.contains("No metric was recorded."))
    #expect(!html.contains("<dl"))
    #expect(!html.contains("figure-"))
    let (_, some) = try page(SampleRun.bare([SampleRun.series("loss", [3, 2, 1])]))
    #expect(sectionIDs(some) == ["warnings", "metrics", "curves"])
  }

  @Test func theHeadHasTheFacts() throws {
    let text = try page(SampleRun.airline()).markup.text
    for fact in ["airline-lstm-1", "Finished", "22 Nov 2026, 02:21 UTC", "0.26 s", "400", "491", "Validation loss"] {
      #expect(text.contains(fact), "\(fact) is missing.")
    }
    #expect(text.contains("lossline train airline --seed 1"))
    #expect(text.contains("optimizer.learning_rate"))
    #expect(text.contains("First 10 of 27 rows"))
    #expect(text.contains("(None, 12, 1)"))
  }

  @Test(arguments: [
    (RunStatus.running, "Running", "Still running, 57 of 400 epochs so far."),
    (.failed, "Failed", "Failed after 57 of 400 epochs."),
    (.interrupted, "Interrupted", "Interrupted after 57 of 400 epochs."), (.unknown, "Status unknown", "loss"),
  ])
  func unfinishedRunsHaveAPage(_ status: RunStatus, _ chip: String, _ sentence: String) throws {
    var run = SampleRun.airline(status: status, epochs: 57)
    run.manifest.failure = status == .failed ? "Out of memory." : nil
    let text = try page(run).markup.text
    #expect(text.contains(chip))
    #expect(text.contains(sentence))
    #expect(text.contains("Out of memory.") == (status == .failed))
  }

  @Test func aRunThatFailedAtOnceHasAPage() throws {
    let run = SampleRun.airline(status: .failed, epochs: 0)
    let (_, markup) = try page(run)
    #expect(markup.text.contains("Failed before anything was recorded."))
    #expect(!sectionIDs(markup).contains("curves"))
  }

  @Test func curvesOfOneMetricShareAChart() throws {
    let run = SampleRun.bare(
      ["loss", "val_loss", "train/accuracy", "validation/accuracy", "learning_rate"].map {
        SampleRun.series($0, [3, 2, 1, 2])
      })
    let figures = try page(run).markup.all("figure").compactMap { $0.attributes["id"] }
    #expect(figures == ["figure-curve-loss", "figure-curve-accuracy", "figure-curve-learning_rate"])
  }

  @Test func testValuesHaveATile() throws {
    var run = SampleRun.airline()
    run.manifest.metrics = ["loss": MetricSummary(direction: .min, test: 0.00123)]
    let text = try page(run).markup.text
    #expect(text.contains("Test loss"))
    #expect(text.contains("0.001230"))
    run.manifest.metrics = ["val_loss": MetricSummary(direction: .min, last: 0.00123, test: 0.00123)]
    #expect(try !page(run).markup.text.contains("Test loss"))
  }

  @Test func warningsNameWhatIsWrong() throws {
    var run = SampleRun.airline()
    run.scalars[0].values[10] = .nan
    run.diagnostics = [Diagnostic(.error, message: "The checksum of a record is wrong.")]
    let text = try page(run).markup.text
    #expect(text.contains("Training loss: 1 of 400 values is NaN or infinite"))
    #expect(text.contains("uncommitted changes"))
    #expect(text.contains("Part of the log is damaged"))
  }

  @Test func aBrokenChartLeavesANoteAndTheOthers() throws {
    var run = SampleRun.airline()
    run.charts.insert(
      LoggedChart(slug: "broken", title: "Broken", caption: "", data: Data("{\"marks\": [".utf8)), at: 1)
    run.charts.append(LoggedChart(slug: "other", title: "Other", caption: "", data: Data("{\"marks\": 3}".utf8)))
    let (html, markup) = try page(run)
    #expect(markup.text.components(separatedBy: "This chart cannot be drawn").count == 3)
    #expect(html.contains("id=\"figure-broken\""))
    #expect(!html.contains("charts/broken.png"))
    #expect(html.contains("charts/original-data.png"))
    #expect(html.contains("charts/all-results.svg"))
  }

  @Test func manyMetricsAreCountedNotDrawn() throws {
    let run = SampleRun.bare((0..<30).map { SampleRun.series("metric\($0)", [2, 1]) })
    let (_, markup) = try page(run)
    #expect(markup.all("figure").count == TrainingContent.curveLimit)
    #expect(markup.text.contains("6 more metrics of this run are not drawn here."))
    #expect(markup.all("li").count { $0.attributes["class"] == "tile" } == TileSection.limit)
  }

  @Test func idsAreUniqueAndReferencesHaveTargets() throws {
    var run = SampleRun.airline()
    run.charts += [SampleRun.chart("curve-loss", "Loss again"), SampleRun.chart("original-data", "Twice")]
    let markup = try page(run).markup
    let ids = markup.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in markup.elements {
      let targets = (element.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
      for target in targets { #expect(ids.contains(target), "\(target) is missing.") }
      if let link = element.attributes["href"], link.hasPrefix("#") { #expect(ids.contains(String(link.dropFirst()))) }
    }
  }

  @Test func thePageIsAccessible() throws {
    let markup = try page(SampleRun.airline()).markup
    #expect(markup.all("html").first?.attributes["lang"] == "en")
    #expect(markup.all("main").count == 1)
    #expect(markup.all("header").count == 1 && markup.all("footer").count == 1)
    #expect(markup.all("h1").count == 1)
    let levels = markup.elements.compactMap { ["h1": 1, "h2": 2, "h3": 3, "h4": 4][$0.name] }
    for (upper, lower) in zip(levels, levels.dropFirst()) { #expect(lower <= upper + 1, "A heading level is skipped.") }
    for header in markup.all("th") { #expect(header.attributes["scope"] != nil) }
    for drawing in markup.all("svg") {
      let isHidden = drawing.attributes["aria-hidden"] == "true"
      #expect(isHidden || (drawing.attributes["role"] == "img" && drawing.attributes["aria-labelledby"] != nil))
    }
    for region in markup.elements where region.attributes["class"] == "scroll" {
      #expect(region.attributes["tabindex"] == "0" && region.attributes["aria-labelledby"] != nil)
    }
  }
}
