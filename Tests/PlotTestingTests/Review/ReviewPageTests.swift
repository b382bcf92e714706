import Foundation
import Plot
import Testing

@testable import Snapshots

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReviewPageTests {
  @Test func showsPicturesLinesAndTheCommand() throws {
    let package = try SamplePackage()
    try package.differ()
    let page = ReviewPage(of: package.url)
    let html = page.html
    #expect(html.contains("1 snapshot differs from what was accepted."))
    #expect(
      html.contains(
        "<pre class=\"command\">lossline snapshots accept \(SamplePackage.references)/LossTests.curve</pre>"))
    #expect(html.matches(of: /<figure class="p\d">/).count == 3)
    #expect(html.matches(of: /enlarged" loading/).count == 3)
    #expect(html.contains("<del>") && html.contains("<ins>") && html.contains("text &quot;Epochs&quot;"))
    let pictures = html.matches(of: /src="data:image\/png;base64,([^"]+)"/)
    #expect(pictures.count == 6)
    let sizes = try pictures.map { picture in
      try PixelImage(png: Array(#require(Data(base64Encoded: String(picture.output.1)))))
    }.map { "\($0.width)x\($0.height)" }
    #expect(sizes == Array(repeating: "420x280", count: 3) + Array(repeating: "40x40", count: 3))
    #expect(html == ReviewPage(of: package.url).html, "the same page every time")
  }

  @Test func nothingOnItRunsOrComesFromElsewhere() throws {
    let package = try SamplePackage()
    try package.check(named: "<script>alert(1)</script>", as: [.scene])
    try package.write(
      "scene\n<img src=x onerror=alert(1)>\n",
      to: "\(SamplePackage.references)/LossTests.curve.-script-alert-1---script-.scene")
    let html = ReviewPage(of: package.url).html
    #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:;"))
    #expect(!html.contains("<script") && !html.contains("<img src=x"))
    #expect(html.contains("&lt;script&gt;alert(1)") && html.contains("&lt;img src=x onerror"))
    #expect(!html.contains("http://") && !html.contains("https://"))
    // One root, every element closed: XML parsers see what browsers may forgive.
    let parser = XMLParser(data: Data(html.replacing("<!DOCTYPE html>", with: "").utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) line \(parser.lineNumber)")
  }

  @Test func newSnapshotsAndThoseOfAnotherSizeAreShown() throws {
    let package = try SamplePackage()
    try package.check()
    let new = ReviewPage(of: package.url).html
    #expect(new.contains("1 snapshot has no reference yet.") && new.matches(of: /<figure class="p\d">/).count == 1)
    try package.check(mode: .missing)
    try package.check(drawing: SampleChart.chart().size(width: 300, height: 200))
    let other = ReviewPage(of: package.url).html
    #expect(other.contains("420 × 280 pixels") && other.contains("300 × 200 pixels"))
    #expect(other.matches(of: /<figure class="p\d">/).count == 2 && !other.contains("class=\"spot\""))
  }

  @Test func referencesThatCannotBeReadAreNamed() throws {
    let package = try SamplePackage()
    try package.differ()
    let references = package.url.appending(path: SamplePackage.references)
    let png = references.appending(path: "LossTests.curve.png")
    var bytes = try Data(contentsOf: png)
    bytes.replaceSubrange(16..<24, with: [255, 255, 255, 255, 255, 255, 255, 255])
    try bytes.write(to: png)
    try Data("<<<<<<< ours\n".utf8).write(to: references.appending(path: "LossTests.curve.scene"))
    #expect(ReviewPage(of: package.url).html.contains("has 4294967295 × 4294967295 pixels, too many for this page."))
    try bytes.prefix(1000).write(to: png)
    #expect(ReviewPage(of: package.url).html.contains("LossTests.curve.png is cut"))
    try FileManager.default.removeItem(at: references.appending(path: "LossTests.curve.pending.scene"))
    #expect(ReviewPage(of: package.url).html.contains("LossTests.curve.pending.scene does not exist."))
  }

  @Test func aPageIsOnlyRefreshedWhereThereIsOne() throws {
    let package = try SamplePackage()
    try package.differ()
    try ReviewFolder.refreshPage(in: package.url)
    #expect(!package.exists(".build/plot-snapshots/index.html"))
    try ReviewPage(of: package.url).write(to: package.page)
    for snapshot in UnacceptedSnapshot.all(in: package.url) { for pending in snapshot.pending { try pending.accept() } }
    try ReviewFolder.refreshPage(in: package.url)
    #expect(try String(contentsOf: package.page, encoding: .utf8).contains("All snapshots are as accepted."))
  }
}
