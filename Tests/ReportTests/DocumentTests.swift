import Foundation
import Plot
import Runs
import Testing

@testable import Report

/// The programs that read PDF back.
enum Poppler {
  /// Whether the tests can run: everywhere but on a developer's machine without the programs.
  static let isThere: Bool = {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }
  }()
}

/// The report as PDF: what is in it, read back with poppler.
@Suite(
  .enabled(if: Poppler.isThere, "pdftotext is not installed; Scripts/install-system-packages.sh does it."))
struct DocumentTests {
  private func pdf(_ run: Run, _ language: ReportLanguage = .english) throws -> [UInt8] {
    try TrainingDocument(content: TrainingContent(run: run, language: language, formats: [.pdf])).pdf()
  }

  /// What a program of poppler says of a document.
  private func read(_ pdf: [UInt8], _ program: String, _ arguments: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(pdf).write(to: file)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments.map { $0 == "FILE" ? file.path : $0 }
    process.standardOutput = output
    try process.run()
    return String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }

  private func text(_ pdf: [UInt8]) throws -> String { try read(pdf, "pdftotext", ["-layout", "FILE", "-"]) }

  private func pageCount(_ pdf: [UInt8]) throws -> Int {
    let line = try read(pdf, "pdfinfo", ["FILE"]).split(separator: "\n").first { $0.hasPrefix("Pages:") }
    return line.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
  }

  @Test func everySectionIsInIt() throws {
    var run = SampleRun.airline()
    run.diagnostics = [Diagnostic(.note, file: "events", byteOffset: 12, message: "A torn record was passed over.")]
    let text = try text(pdf(run))
    let sections = ["Worth a look", "Metrics", "Curves", "Charts", "Tables", "Model", "Configuration", "Log"]
    let places = sections.map { title in
      text.split(separator: "\n").firstIndex { $0.trimmingCharacters(in: ["\u{C}", " "]) == title }
    }
    #expect(!places.contains(nil), "\(zip(sections, places).filter { $0.1 == nil }.map(\.0)) is missing.")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    for words in [
      "airline-lstm-1", "Finished", "Validation loss", "best 0.0", "uncommitted changes", "The dashed line",
      "(None, 10)",
      "480", "12 × 1", "First 10 of 27 rows", "lossline train airline --seed 1", "optimizer.learning_rate",
      "events at byte 12: A torn record", "Passengers",
    ] { #expect(text.contains(words), "\(words) is missing.") }
  }

  @Test func pagesAreNumberedAndChartsAreWhole() throws {
    let run = SampleRun.airline()
    let bytes = try pdf(run)
    let count = try pageCount(bytes)
    let pages = try text(bytes).split(separator: "\u{C}", omittingEmptySubsequences: true).filter { $0.count > 3 }
    #expect((3...6).contains(count) && pages.count == count)
    for (number, page) in pages.enumerated() {
      #expect(page.replacing(" ", with: "").contains("\(number + 1)/\(count)"))
    }
    // The title over a chart and the title of its x axis under it are on one page.
    for (title, axis) in [("Original data", "Time"), ("All results", "Time")] {
      let page = try #require(pages.first { $0.contains(title) })
      #expect(page.split(separator: title, maxSplits: 1).last?.contains(axis) == true, "\(title) is cut.")
    }
  }

  @Test(arguments: ReportLanguage.allCases) func theSameRunGivesTheSameBytes(_ language: ReportLanguage) throws {
    #expect(try pdf(SampleRun.airline(), language) == pdf(SampleRun.airline(), language))
  }

  @Test func koreanIsRealText() throws {
    let text = try text(pdf(SampleRun.airline(), .korean))
    for words in ["학습 보고서", "검증 손실", "2026년 11월 22일", "층", "살펴볼 점", "매개변수"] {
      #expect(text.contains(words), "\(words) is missing.")
    }
    for words in ["Epoch", "Loss", "best", "Final"] { #expect(!text.contains(words), "\(words) is English.") }
  }

  @Test func aBareRunIsOnePage() throws {
    let bytes = try pdf(SampleRun.bare())
    #expect(try pageCount(bytes) == 1)
    #expect(try text(bytes).contains("No metric was recorded."))
  }

  @Test(arguments: SafetyTests.hostile.indices) func hostileTextIsShown(_ number: Int) throws {
    let text = SafetyTests.hostile[number]
    #expect(try pdf(SafetyTests.run(text)).starts(with: Array("%PDF".utf8)))
  }

  @Test func longTextsTakeNoMoreThanAFewPages() throws {
    let long = String(repeating: "long ", count: 200_000)
    let bytes = try pdf(SafetyTests.run(long))
    #expect(try pageCount(bytes) <= 12)
    #expect(bytes.count < 2_000_000)
  }

  @Test func manyLayersAndTilesStayOnTheirPages() throws {
    var run = SampleRun.bare((0..<12).map { SampleRun.series("metric\($0)", [3, 2, 1, 2]) })
    run.manifest.model = ModelSummary(
      layers: (0..<9).map {
        .init(name: "l\($0)", type: "Convolution2D", outputShape: [nil, 128, 128, 64], parameterCount: 7)
      })
    let text = try text(pdf(run))
    #expect(text.components(separatedBy: "128 × 128 × 64").count == 10)
    #expect(text.contains("Metric7") && text.components(separatedBy: "at the end").count == TileSection.limit + 1)
  }
}
