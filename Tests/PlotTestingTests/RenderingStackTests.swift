import Foundation
import Testing

@testable import Plot
@testable import Snapshots

@Suite struct RenderingStackTests {
  private let folder: TemporaryFolder
  private let name: SnapshotName
  private let drawing: Drawing

  init() throws {
    folder = try TemporaryFolder()
    name = SnapshotName(testFile: folder.url.appending(path: "T.swift"), suites: [], function: "chart()")
    drawing = try SampleChart.chart().drawing()
  }

  /// A reference picture in which a dot is missing.
  private func writeReference(stack: String?) throws {
    _ = SnapshotCheck(name, mode: .missing).outcome(of: drawing, as: [.scene, .png])
    var image = try PixelImage(png: drawing.png(scale: 1))
    for place in 0..<3 { image.pixels[10_000 + place] = 0xFFC0_0000 }
    let file = try PNGFile(try #require(image.png()))
    try Data(stack.map { file.adding(RenderingStack.keyword, $0) } ?? file.bytes).write(to: name.file(.png))
  }

  private func outcome(isStrict: Bool = false) -> SnapshotOutcome {
    SnapshotCheck(name, mode: .pending, isStrict: isStrict).outcome(of: drawing, as: [.scene, .png])
  }

  @Test func namesLibrariesAndFonts() throws {
    let parts = RenderingStack(of: drawing).parts
    for library in ["cairo 1.", "pixman 0.", "freetype 2.", "harfbuzz ", "fribidi 1.", "libpng 1.6", "Inter-"] {
      #expect(parts.contains { $0.hasPrefix(library) }, "\(library)")
    }
    #expect(!parts.contains { $0.contains("unknown") || $0.contains("/") || $0.contains("unreadable") })
    let korean = try Chart("월별") { LineMark(y: [1.0, 2]) }.drawing()
    #expect(RenderingStack(of: korean).parts.contains { $0.hasPrefix("NotoSansCJK") })
  }

  @Test func ofTheSameStackADifferenceFails() throws {
    try writeReference(stack: RenderingStack(of: drawing).text)
    #expect(outcome().failure?.contains("3 pixels of 117600 differ") == true)
  }

  @Test func withoutAStackADifferenceFails() throws {
    try writeReference(stack: nil)
    #expect(outcome().failure != nil)
  }

  @Test func ofAnotherStackADifferenceIsAWarning() throws {
    let stack = RenderingStack(of: drawing)
    try writeReference(stack: stack.text.replacing(stack.parts[0], with: "cairo 1.99.0"))
    let found = outcome()
    #expect(found.failure == nil && found.attachments.count == 3)
    let warning = try #require(found.warning)
    #expect(warning.contains("drawn with cairo 1.99.0 (here \(stack.parts[0]))"))
    #expect(warning.contains("PLOT_SNAPSHOTS_STACK=strict"))
    let strict = outcome(isStrict: true)
    #expect(strict.warning == nil && strict.failure?.contains("drawn with cairo 1.99.0") == true)
  }

  @Test func ofAnotherStackTheSceneStillDecides() throws {
    try writeReference(stack: "cairo 1.99.0")
    let other = try SampleChart.chart().xAxis("Epochs").drawing()
    let found = SnapshotCheck(name, mode: .never).outcome(of: other, as: [.scene, .png])
    #expect(found.failure?.contains("chart.scene differs") == true)
    #expect(found.warning?.contains("chart.png differs") == true)
  }

  @Test func ofAnotherPopplerADifferenceIsAWarning() throws {
    func check(_ isStrict: Bool) -> SnapshotOutcome {
      SnapshotCheck(name, mode: .never, isStrict: isStrict).outcome(of: drawing, as: [.pdf])
    }
    _ = SnapshotCheck(name, mode: .missing).outcome(of: drawing, as: [.pdf])
    let file = name.file(.pdf)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("# pdftotext ") && text.contains("\n# page 1\n") && text.contains("Mean squared error"))
    #expect(check(false).failure == nil)
    let changed = text.replacing("Mean squared", with: "Mean Squared")
    try Data(changed.utf8).write(to: file)
    #expect(check(false).failure?.contains("+ Mean squared error") == true)
    try Data(changed.replacing("# pdftotext ", with: "# pdftotext 99.").utf8).write(to: file)
    #expect(check(false).failure == nil && check(false).warning?.contains("pdftotext 99.") == true)
    #expect(check(true).failure != nil)
  }
}
