import Foundation
import Plot
import Report
import Testing

@testable import Gallery

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct PageTests {
  /// Enough charts for every kind of markup: remarks, own themes, letters that need escaping.
  private static let some = Gallery.all.filter {
    ["several-lines", "print", "infinities", "scripts", "linear-fit", "shared-color-bar"].contains($0.slug)
  }

  @Test func everyChartHasItsSource() {
    for chart in Gallery.all {
      #expect(chart.source.contains("Chart"), "\(chart.slug)")
      #expect(chart.source.contains(/(Chart|Figure)[(.]/), "\(chart.slug)")
      #expect(!chart.source.contains("static func") && !chart.source.hasPrefix(" "), "\(chart.slug)")
      #expect(!chart.remark.isEmpty, "\(chart.slug)")
    }
    #expect(Gallery.all.first?.source.hasPrefix("let epochs = Array(1...60)\nreturn Chart(") == true)
    #expect(
      Gallery.all.first?.source.hasSuffix(
        "\n}\n.subtitle(\"Loss on the validation part\")\n.xAxis(\"Epoch\")\n.yAxis(\"Loss\")") == true)
  }

  @Test func slugsAreDistinctAndPlain() {
    let slugs = Gallery.all.map(\.slug)
    #expect(Set(slugs).count == slugs.count && slugs.count >= 70)
    for slug in slugs { #expect(slug.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(slug)") }
  }

  @Test func hardCasesAreAllThere() {
    let slugs = Set(Gallery.all.map(\.slug))
    for slug in [
      "no-points", "one-point", "all-equal", "all-missing", "infinities", "huge", "log-with-zeros", "million-points",
      "dates-of-a-minute", "dates-of-a-decade", "forty-categories", "long-korean", "twelve-series", "negative-bars",
    ] { #expect(slugs.contains(slug), "\(slug)") }
  }

  @Test func twoWritesGiveTheSameBytes() throws {
    let page = GalleryPage(Self.some)
    let (first, second) = (try page.files(), try page.files())
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
  }

  @Test func pageIsWellFormedAndAsksForNothing() throws {
    let files = try GalleryPage(Self.some).files()
    let page = try #require(files.last)
    #expect(page.path == "index.html")
    let reader = PageReader()
    let parser = XMLParser(data: page.bytes)
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.debugDescription) in line \(parser.lineNumber)")
    #expect(!reader.names.contains("script") && !reader.names.contains("link"))
    #expect(reader.attributes["http-equiv"] == ["Content-Security-Policy"])
    #expect(reader.attributes["content"]?.contains { $0.hasPrefix("default-src 'none'") } == true)
    let sources = reader.attributes["src", default: []] + reader.attributes["srcset", default: []]
    #expect(sources.count == 4 * Self.some.count - 2, "The chart in a theme of its own has no dark pictures.")
    #expect(Set(reader.attributes["loading"] ?? []) == ["lazy"])
    #expect(page.bytes.count < 1_000_000 / Gallery.all.count * Self.some.count)
    let ids = reader.attributes["id"] ?? []
    #expect(Set(ids).count == ids.count)
    let links = reader.attributes["href"] ?? []
    let written = Set(files.map(\.path))
    for link in links {
      #expect(link.hasPrefix("#") ? ids.contains(String(link.dropFirst())) : written.contains(link), "\(link)")
    }
    #expect(links.count { !$0.hasPrefix("#") } == 4 * Self.some.count)
    #expect(Set(sources + links.filter { !$0.hasPrefix("#") }).isSubset(of: written))
    let hidden = Set(["print-dark.svg", "print-narrow-dark.svg"].map { "charts/\($0)" })
    #expect(written.subtracting(sources + links) == hidden.union(["index.html"]))
  }

  @Test func filesAreWritten() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gallery-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = GalleryPage(Array(Self.some.prefix(1)))
    let index = try page.write(to: folder)
    #expect(try Data(contentsOf: index) == page.files().last?.bytes)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "charts").path).sorted()
    let slug = try #require(page.charts.first?.slug)
    let endings = ["-dark.png", "-dark.svg", "-narrow-dark.svg", "-narrow.svg", ".pdf", ".png", ".svg"]
    #expect(names == endings.map { slug + $0 })
  }
}

/// Collects names of elements and values of attributes.
private final class PageReader: NSObject, XMLParserDelegate {
  var names: Set<String> = []
  var attributes: [String: [String]] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String]
  ) {
    names.insert(name)
    for (key, value) in values { attributes[key, default: []].append(value) }
  }
}
