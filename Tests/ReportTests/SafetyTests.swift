import Foundation
import Runs
import Testing

@testable import Report

/// Text from logs is shown, never run, and the page asks the network for nothing.
@Suite struct SafetyTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)",
    "</style><script>alert(1)</script>", "]]><!--", "&lt;b&gt;&#x3c;", "{{name}}{{{svg}}}", "\u{202E}gpj.exe\u{2066}",
    "nul\u{0}bell\u{7}esc\u{1B}[31m", "../../../etc/passwd", "\"\u{301} onload=\u{301}\"x", "<\u{338}script>",
    "`${x}`", "\u{FFFE}\u{FEFF}", "</title></svg><script>alert(1)</script>",
  ]

  /// A run in which every text is the same hostile one.
  static func run(_ text: String) -> Run {
    var manifest = RunManifest(
      name: text, command: [text, "--" + text], config: [text: .string(text), "list": [.string(text)]],
      group: text,
      environment: RunEnvironment(
        swiftVersion: text, processor: text, operatingSystem: text, gitCommit: text, gitIsDirty: true),
      model: ModelSummary(layers: [
        .init(name: text, type: text, outputShape: [nil, 1], parameterCount: 1),
        .init(name: text, type: text, outputShape: [], parameterCount: -1),
      ]), metrics: [text: MetricSummary(direction: .min, test: 1)], dataHash: text, notes: text)
    manifest.failure = text
    manifest.status = .failed
    return Run(
      folder: URL(filePath: "/nowhere"), manifest: manifest,
      scalars: [SampleRun.series(text, [1, 2, .nan]), SampleRun.series("val_" + text, [1, 2, 3])],
      charts: [
        SampleRun.chart(text, text, caption: text),
        LoggedChart(slug: text, title: text, caption: text, data: Data(text.utf8)),
      ],
      tables: [LoggedTable(slug: text, caption: text, header: [text, "x"], rows: [[text, "1"], ["1", text]])],
      diagnostics: [Diagnostic(.warning, file: text, byteOffset: 1, message: text)])
  }

  // By number: some of the texts would spoil the test's own output.
  @Test(arguments: hostile.indices) func hostileTextStaysText(_ number: Int) throws {
    let text = SafetyTests.hostile[number]
    let html = try TrainingReport(run: Self.run(text)).html()
    let markup = try Markup(html)
    let harmless = try Markup(try TrainingReport(run: Self.run("harmless")).html())
    #expect(Set(markup.elements.map(\.name)) == Set(harmless.elements.map(\.name)))
    // Plot adds a remark, one paragraph, where no font has a character.
    let remarks = ["p", "bdi"]
    #expect(
      markup.elements.count { !remarks.contains($0.name) } == harmless.elements.count { !remarks.contains($0.name) })
    #expect(markup.all("script").count == 2 && markup.all("img").isEmpty && markup.all("b").isEmpty)
    // The data end where they should, and hold no character that could end them.
    let data = try #require(html.firstRange(of: "id=\"chart-data\">"))
    #expect(!html[data.upperBound...].prefix { $0 != "\n" }.dropLast("</script>".count).contains("<"))
    for element in markup.elements {
      for (name, value) in element.attributes {
        #expect(!name.hasPrefix("on"), "<\(element.name) \(name)>")
        if name == "href" { #expect(isInsideTheReport(value), "\(value)") }
      }
    }
    for scalar in html.unicodeScalars where scalar != "\n" && scalar != "\t" {
      guard scalar.value >= 0x20, !(0x202A...0x202E).contains(scalar.value), !(0x2066...0x2069).contains(scalar.value)
      else {
        Issue.record("U+\(String(scalar.value, radix: 16)) is on the page.")
        return
      }
    }
  }

  private func isInsideTheReport(_ link: String) -> Bool {
    if link.hasPrefix("#") { return true }
    let parts = link.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "charts" || parts[0] == "tables" else { return false }
    return parts[1].utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || Array("-_.".utf8).contains(byte)
    } && !parts[1].hasPrefix(".")
  }

  @Test func hostileTextIsShownAsWritten() throws {
    let markup = try Markup(try TrainingReport(run: Self.run("<script>alert(\"1\")</script>")).html())
    #expect(markup.text.contains("<script>alert(\"1\")</script>"))
    let reversed = try Markup(try TrainingReport(run: Self.run("\u{202E}gpj.exe")).html())
    #expect(reversed.text.contains("⟨U+202E⟩gpj.exe"))
  }

  @Test func longTextDoesNotSwellThePage() throws {
    let html = try TrainingReport(run: Self.run(String(repeating: "<", count: 10_000_000))).html()
    #expect(html.utf8.count < 600_000)
  }

  @Test func theDigestIsThatOfTheStandard() {
    // FIPS 180-4's examples, and the lengths at which padding takes another block.
    func hex(_ text: String) -> String {
      SHA256.digest(text.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      hex(String(repeating: "a", count: 1000)) == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }

  @Test func escapingLooksAtScalars() {
    let escaping = PageEscaping()
    #expect(escaping.escapeText("\"\u{301}<\u{338}'\u{301}") == "&quot;\u{301}&lt;\u{338}&#39;\u{301}")
    #expect(escaping.escapeText("a & b > `c`") == "a &amp; b &gt; &#96;c&#96;")
    #expect(escaping.escapeText("감성") == "감성")
  }

  @Test func thePageMakesNoRequest() throws {
    var run = SampleRun.airline()
    run.manifest.notes = "See https://example.com/x and @import url(https://example.com/y)"
    let html = try TrainingReport(run: run).html()
    let markup = try Markup(html)
    for element in markup.elements {
      for name in ["src", "srcset", "data", "action", "poster", "background", "xlink:href"] {
        #expect(element.attributes[name] == nil, "<\(element.name) \(name)>")
      }
      #expect(!["link", "iframe", "object", "embed", "base", "image", "use", "a:"].contains(element.name))
      let values = element.attributes.filter { !$0.key.hasPrefix("xmlns") && $0.key != "content" }.values
      for value in values { #expect(!value.contains("://") && !value.hasPrefix("//"), "\(value)") }
      for value in values where value.contains("url(") { #expect(value.hasPrefix("url(#"), "\(value)") }
    }
    let style = try #require(html.firstRange(of: "<style>"))
    let end = try #require(html.firstRange(of: "</style>"))
    let css = html[style.upperBound..<end.lowerBound]
    #expect(!css.contains("@import") && !css.contains("url(") && !css.contains("@font-face"))
    let policy = markup.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    let content = policy?.attributes["content"] ?? ""
    #expect(content.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(content.contains("'; style-src 'unsafe-inline'; img-src data:"))
    #expect(!content.contains("http") && !content.contains("connect-src"))
  }
}
