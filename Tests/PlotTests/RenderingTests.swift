import Foundation
import Testing

@testable import Plot

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct RenderingTests {
  @Test func everySampleRendersInEveryFormat() throws {
    for (name, chart) in SampleCharts.all {
      let drawing = try chart.drawing()
      #expect(try drawing.png(scale: 1).starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(name)")
      #expect(try drawing.pdf().starts(with: Array("%PDF-1.5".utf8)), "\(name)")
      #expect(XMLParser(data: Data(drawing.svg().utf8)).parse(), "\(name)")
    }
  }

  @Test func theSameChartGivesTheSameBytesFromManyTasks() async throws {
    let hebrew = Chart("שלום של training 10⁻³") { LineMark(y: [1.0, 3, 2]) }.subtitle("مودل, 免れる, 면 免, \u{0378}")
    let charts = [SampleCharts.loss(.log), SampleCharts.bars, SampleCharts.korean, hebrew]
    let alone = try charts.map { try Output($0) }
    // With fonts that nobody has opened yet, so that the tasks meet where they are opened.
    for fonts in [FontLibrary(), .installed] {
      let together = try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        for task in 0..<8 {
          group.addTask { (task % charts.count, try Output(charts[task % charts.count], fonts: fonts)) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(together.count == 8)
      for (number, output) in together { #expect(output == alone[number]) }
    }
  }

  private struct Output: Equatable {
    var png: [UInt8]
    var pdf: [UInt8]
    var svg: String

    init(_ chart: Chart, fonts: FontLibrary = .installed) throws {
      let drawing = try chart.drawing(fonts: fonts)
      (png, pdf, svg) = (try drawing.png(), try drawing.pdf(), drawing.svg())
    }
  }

  @Test func pngHasSizeResolutionAndDescription() throws {
    let png = try SampleCharts.bars.png(scale: 2)
    func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect((number(16), number(20)) == (1008, 720))
    let text = String(decoding: png, as: Unicode.ASCII.self)
    #expect(text.contains("pHYs") && text.contains("Bar chart, Normalized #Passengers by Sample."))
    #expect(!text.contains("tIME"))
  }

  @Test func picturesDifferInEachTheme() throws {
    #expect(try SampleCharts.bars.png() != SampleCharts.bars.theme(.dark).png())
  }

  @Test(arguments: [0, -1, .nan, 1e6]) func impossibleScalesAreRefused(scale: Double) {
    #expect(#expect(throws: PlotError.self) { try SampleCharts.bars.png(scale: scale) }?.code == .invalidGeometry)
  }

  @Test func svgEscapesAndKeepsItsIdsApart() throws {
    let hostile = Chart("<script>alert(1)</script>&\"'") { LineMark(y: [1.0, 2], series: "]]><b onload='x'>") }
    let svg = try hostile.svg()
    #expect(!svg.contains("<script") && !svg.contains("<b "))
    #expect(svg.contains("&lt;script&gt;"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    let ids = [svg, try SampleCharts.bars.svg()].map { $0.matches(of: /id="([^"]*)"/).map { String($0.1) } }
    #expect(Set(ids.joined()).count == ids.joined().count)
  }

  @Test func anEmbeddedSVGLeavesColoursToThePage() throws {
    let svg = try SampleCharts.bars.drawing().svg(embeddedAs: "bars")
    #expect(!svg.contains("#0072B2") && svg.contains("class=\"ll-f-series-1\"") && svg.contains("id=\"bars-t\""))
    let sheet = Theme.light.styleSheet(dark: .dark)
    #expect(sheet.contains("--ll-series-1:#0072B2") && sheet.contains("--ll-series-1:#378DFB"))
    #expect(sheet.contains(".ll-f-series-1{fill:var(--ll-series-1)}"))
  }

  @Test func filesAppearWholeOrNotAtAll() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "chart.PNG")
    try SampleCharts.bars.write(to: file)
    #expect(try Array(Data(contentsOf: file)) == SampleCharts.bars.png())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["chart.PNG"])

    let unknown = folder.appending(path: "chart.bmp")
    #expect(#expect(throws: PlotError.self) { try SampleCharts.bars.write(to: unknown) }?.code == .unknownFormat)
    let nowhere = folder.appending(path: "missing/chart.svg")
    let error = #expect(throws: PlotError.self) { try SampleCharts.bars.write(to: nowhere) }
    #expect(error?.code == .unwritableFile && error?.message.contains("missing/chart.svg") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["chart.PNG"])
  }

  @Test func fontsThatAreMissingAreNamed() {
    var theme = Theme.light
    theme.fontFamilies = ["No Such Family"]
    let error = #expect(throws: PlotError.self) { try SampleCharts.bars.theme(theme).drawing() }
    #expect(error?.code == .missingFont && error?.message.contains("No Such Family") == true)
  }
}
