import Foundation
import Testing

@testable import Plot

@Suite struct PDFTests {
  private static func document() throws -> PDFDocument {
    let hebrew = Chart("Loss של אימון training") { LineMark(y: [1.0, 2]) }
    return PDFDocument([
      try SampleCharts.bars.drawing(), try SampleCharts.korean.theme(.dark).drawing(),
      try hebrew.size(width: 300, height: 250).drawing(),
    ])
  }

  @Test func everyChartIsAPageOfItsSize() throws {
    let info = try Poppler.run("pdfinfo", ["-f", "1", "-l", "9"], on: Self.document().data())
    let sizes = info.matches(of: /Page +\d+ size: +([\d.]+) x ([\d.]+)/).map { "\($0.1) x \($0.2)" }
    #expect(sizes == ["504 x 360", "640 x 400", "300 x 250"])
    #expect(info.contains("Title:           Bars"))
  }

  @Test func textIsSearchableInEveryScript() throws {
    let data = try Self.document().data()
    let pages = try Poppler.run("pdftotext", ["-layout"], on: data).split(separator: "\u{C}")
    try #require(pages.count >= 3)
    #expect(pages[0].contains("Normalized #Passengers"))
    #expect(pages[1].contains("월별 승객 수") && pages[1].contains("원본") && !pages[1].contains("Bars"))
    #expect(pages[2].contains("של") && pages[2].contains("אימון") && pages[2].contains("training"))
  }

  /// `pdftotext` ends a word where a letter does not follow on the last one.
  @Test func wordsFromRightToLeftAreWhole() throws {
    for title in ["خسارة التدريب و نتيجة", "אימון של הרשת", "loss خسارة 12"] {
      let text = try Poppler.run("pdftotext", ["-layout"], on: Chart(title) { LineMark(y: [1.0, 2]) }.pdf())
      let words = title.split(separator: " ")
      #expect(words.allSatisfy { text.contains($0) }, "“\(title)” became “\(text)”")
    }
  }

  /// The letters of names on a slope stand on as many base lines, but belong together.
  @Test func tiltedNamesAreWhole() throws {
    let setter = TextSetter(theme: .light, fonts: .installed)
    let name = try setter.line("department 12", at: Point(100, 200), size: 11, paint: .ink, rotation: -45)
    let scene = Scene(
      width: 300, height: 400, theme: .light, title: "", alternativeText: "", nodes: [.text(name)], diagnostics: [])
    #expect(try Poppler.run("pdftotext", ["-layout"], on: PDFWriter.write([scene])).contains("department 12"))
  }

  @Test func fontsAreEmbeddedSubsetsAndShared() throws {
    let lines = try Poppler.run("pdffonts", [], on: Self.document().data()).split(separator: "\n").dropFirst(2)
    #expect(lines.count >= 3)
    #expect(lines.allSatisfy { $0.contains(/yes yes yes/) })
    let single = try SampleCharts.bars.pdf()
    let double = try PDFDocument([SampleCharts.bars.drawing(), SampleCharts.bars.drawing()]).data()
    #expect(double.count < single.count * 3 / 2)
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    #expect(try Self.document().data() == Self.document().data())
    #expect(try PDFDocument([SampleCharts.bars.drawing()]).data() == SampleCharts.bars.pdf())
  }

  @Test func anEmptyDocumentIsRefused() {
    #expect(#expect(throws: PlotError.self) { try PDFDocument([]).data() }?.code == .invalidGeometry)
  }

  @Test func rotatedTextStandsWhereItShould() throws {
    let setter = TextSetter(theme: .light, fonts: .installed)
    let nodes = try [(-90.0, "upwards"), (90, "downwards")].map { rotation, word in
      Node.text(try setter.line(word, at: Point(100, 200), size: 20, paint: .ink, rotation: rotation))
    }
    let scene = Scene(
      width: 300, height: 400, theme: .light, title: "", alternativeText: "", nodes: nodes, diagnostics: [])
    #expect(SVGWriter.write(scene, embedded: false, identifier: nil).contains("transform=\"rotate(-90 100 200)\""))
    let boxes = try Poppler.run("pdftotext", ["-bbox"], on: PDFWriter.write([scene]))
    func box(_ word: String) throws -> [Double] {
      let number = "=\"([0-9.]+)\" "
      let regex = try Regex("xMin\(number)yMin\(number)xMax\(number)yMax=\"([0-9.]+)\">\(word)")
      let match = try #require(boxes.firstMatch(of: regex))
      return (1...4).compactMap { match.output[$0].substring.flatMap { Double($0) } }
    }
    // One reads upwards from the anchor and stands left of it, the other downwards and right of it.
    let (up, down) = (try box("upwards"), try box("downwards"))
    let (high, low) = (try setter.width("upwards", size: 20), try setter.width("downwards", size: 20))
    #expect(abs(up[1] - (200 - high)) < 0.1 && abs(up[3] - 200) < 0.1 && up[0] + up[2] < 200)
    #expect(abs(down[1] - 200) < 2 && abs(down[3] - (200 + low)) < 2 && down[0] + down[2] > 200)
  }
}

/// Poppler's tools, which the set-up script installs.
private enum Poppler {
  static func run(_ tool: String, _ options: [String], on pdf: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "plot-\(UUID().uuidString).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + options + [file.path] + (tool == "pdftotext" ? ["-"] : [])
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(tool) failed")
    return String(decoding: data, as: UTF8.self)
  }
}
