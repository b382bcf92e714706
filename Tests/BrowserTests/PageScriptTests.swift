import Foundation
import Plot
import Report
import Runs
import Testing

/// What a reader can do with a report, in a real browser.
@Suite(
  .serialized, Browser(),
  .enabled(
    if: Browser.isThere,
    "Chromium and chromedriver are not installed; Scripts/install-system-packages.sh test installs them."))
struct PageScriptTests {
  private let loss = "chart-curve-loss"

  private func page(_ language: String = "en") async throws -> WebDriver {
    let driver = try #require(Browser.driver)
    try await driver.devTools("Emulation.clearDeviceMetricsOverride")
    try await driver.devTools(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": "light"]]])
    try await driver.open(Browser.folder.appending(path: language).appending(path: "index.html"))
    return driver
  }

  private func figure(_ script: String, _ driver: WebDriver) async throws -> String {
    try await driver.text("const figure = document.getElementById('figure-curve-loss');\n" + script)
  }

  private func smooth(_ weight: Double, _ driver: WebDriver) async throws {
    try await driver.run(
      """
      const slider = document.querySelector('#figure-curve-loss input[type=range]');
      slider.value = \(weight);
      slider.dispatchEvent(new Event('input'));
      """)
  }

  private func keep(_ driver: WebDriver, _ name: String) async throws {
    try FileManager.default.createDirectory(at: Browser.pictures, withIntermediateDirectories: true)
    try await driver.screenshot().write(to: Browser.pictures.appending(path: name + ".png"))
  }

  /// The curve's path as places.
  private func points(of path: String) -> [[Double]] {
    path.split { "ML".contains($0) }.map {
      $0.replacing("h0", with: "").split(separator: " ").compactMap { Double($0) }
    }
    .flatMap { pair in stride(from: 0, to: pair.count - 1, by: 2).map { [pair[$0], pair[$0 + 1]] } }
  }

  @Test func nothingIsWrittenToTheConsoleAndNothingIsRequested() async throws {
    let driver = try await page()
    #expect(try await driver.console() == [])
    #expect(try await driver.number("return performance.getEntriesByType('resource').length") == 0)
    #expect(try await driver.number("return document.querySelectorAll('.tools').length") == 3)
    #expect(try await driver.isTrue("return document.querySelector('h1').textContent.includes('<script>alert')"))
    try await keep(driver, "wide")
  }

  @Test func noOtherScriptRuns() async throws {
    let driver = try await page()
    try await driver.run(
      "const s = document.createElement('script'); s.textContent = 'document.title = \"hacked\"'; document.body.append(s);"
    )
    #expect(try await driver.text("return document.title") != "hacked")
    #expect(try await driver.console().count == 1, "The policy says that it kept a script from running.")
  }

  @Test func hoveringShowsTheValuesOfAllSeries() async throws {
    let driver = try await page()
    let plot = try await driver.plot(loss)
    let epoch = 161.0
    let x = plot[0] + plot[2] * (epoch - 1) / 399
    try await driver.pointer([.move(x + 1, plot[1] + plot[3] / 2)])
    let tip = try await figure("return figure.querySelector('.tip').innerText", driver)
    #expect(tip.contains("Epoch 161"), "\(tip)")
    for values in [SamplePage.training, SamplePage.validation] {
      #expect(tip.contains(String(format: "%.4g", values[160])), "\(tip) lacks \(values[160])")
    }
    #expect(try await driver.number("return document.querySelectorAll('#\(loss) .hover circle').length") == 2)
    try await keep(driver, "hover")
    try await driver.pointer([.move(5, 5)])
    #expect(try await driver.isTrue("return document.querySelector('.tip') === null"))
  }

  @Test func seriesAreSwitchedOffAndOn() async throws {
    let driver = try await page()
    let shown =
      """
      return [...document.querySelectorAll('#\(loss) [data-role^=\"line:\"]')].map(g => getComputedStyle(g).display)
      """
    let before = try await driver.text("return document.getElementById('\(loss)').outerHTML")
    try await driver.run("document.querySelector('#figure-curve-loss [data-series=training]').click()")
    #expect(try await driver.texts(shown) == ["none", "inline"])
    #expect(
      try await figure("return figure.querySelector('[data-series=training]').getAttribute('aria-pressed')", driver)
        == "false")
    try await keep(driver, "switched")
    try await driver.run("document.querySelector('#figure-curve-loss [data-series=training]').click()")
    #expect(try await driver.texts(shown) == ["inline", "inline"])
    let after = try await driver.text("return document.getElementById('\(loss)').outerHTML")
    #expect(after.replacing(" style=\"\"", with: "") == before.replacing(" style=\"\"", with: ""))
    // With Shift, a series is shown alone.
    try await driver.run(
      """
      document.querySelector('#figure-curve-loss [data-series=validation]')
        .dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
      """)
    #expect(try await driver.texts(shown) == ["none", "inline"])
  }

  @Test func curvesDrawnAnewLieWherePlotDrewThem() async throws {
    let driver = try await page()
    let path = "return figure.querySelector('#\(loss) [data-role=\"line: training\"] path').getAttribute('d')"
    let original = points(of: try await figure(path, driver))
    try await smooth(0.6, driver)
    let pale = points(of: try await figure(path, driver))
    #expect(original.count == 400 && pale.count == 400)
    for (one, other) in zip(original, pale) {
      #expect(abs(one[0] - other[0]) < 0.02 && abs(one[1] - other[1]) < 0.02, "\(one) is drawn at \(other).")
    }
  }

  @Test(arguments: [0.3, 0.9, 0.99]) func smoothingIsTensorBoards(_ weight: Double) async throws {
    let driver = try await page()
    try await smooth(weight, driver)
    let paths = "#\(loss) [data-role=\"line: validation\"] path"
    let drawn = points(of: try await figure("return figure.querySelectorAll('\(paths)')[1].getAttribute('d')", driver))
    let view = try await driver.numbers(
      """
      const view = JSON.parse(document.getElementById('chart-data').textContent).charts['figure-curve-loss'].views[0];
      return [...view.plot, ...view.y];
      """)
    let expected = Smoothing.exponential(weight).apply(SamplePage.validation)
    try #require(drawn.count == expected.count && view.count == 6)
    for (place, value) in zip(drawn, expected) {
      let fraction = log(value / view[4]) / log(view[5] / view[4])
      #expect(abs(place[1] - (view[1] + view[3] * (1 - fraction))) < 0.02)
    }
    try await keep(driver, "smoothed")
  }

  @Test func draggingZoomsAndADoubleClickResets() async throws {
    let driver = try await page()
    let before = try await driver.text("return document.getElementById('\(loss)').outerHTML")
    let plot = try await driver.plot(loss)
    let (left, right, middle) = (plot[0] + plot[2] * 0.25, plot[0] + plot[2] * 0.5, plot[1] + plot[3] / 2)
    try await driver.pointer([.move(left, middle), .down, .move(right, middle), .up, .move(5, 5)])
    let labels = try await driver.texts(
      "return [...document.querySelectorAll('#\(loss) [data-role=x-axis] text')].map(t => t.textContent)")
    #expect(labels.contains("120") && labels.contains("180") && !labels.contains("300"), "\(labels)")
    #expect(labels.last == "Epoch")
    #expect(
      try await driver.isTrue("return !document.querySelector('#figure-curve-loss .tools > :last-child').hidden"))
    try await keep(driver, "zoomed")
    try await driver.run(
      "document.getElementById('\(loss)').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))")
    #expect(try await driver.text("return document.getElementById('\(loss)').outerHTML").count == before.count)
  }

  @Test func theAxisIsLinearOrLogarithmic() async throws {
    let driver = try await page()
    let labels = "return [...document.querySelectorAll('#\(loss) [data-role=y-axis] text')].map(t => t.textContent)"
    #expect(try await driver.texts(labels).contains("0.001"))
    try await driver.run(
      "document.querySelector('#figure-curve-loss button[aria-pressed=true]:not([data-series])').click()")
    let linear = try await driver.texts(labels)
    #expect(linear.contains("0") && linear.contains("0.02") && !linear.contains("0.001"), "\(linear)")
    try await keep(driver, "linear")
  }

  @Test func tablesAreSorted() async throws {
    let driver = try await page()
    let column = "return [...document.querySelectorAll('#table-predictions tbody tr')].map(r => r.cells[0].textContent)"
    let click = "document.querySelector('#table-predictions th button').click()"
    let original = try await driver.texts(column)
    try await driver.run(click)
    #expect(try await driver.texts(column) == ["−1.0", "3.5", "20.0"])
    #expect(try await driver.text("return document.querySelector('#table-predictions th').ariaSort") == "ascending")
    try await driver.run(click)
    #expect(try await driver.texts(column) == ["20.0", "3.5", "−1.0"])
    try await driver.run(click)
    #expect(try await driver.texts(column) == original)
  }

  @Test func aChartsDataAreCopied() async throws {
    let driver = try await page()
    let copied = try await driver.text(
      """
      let copied;
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async words => { copied = words; } } });
      document.querySelector('#figure-curve-loss .tools button[title*=text]').click();
      return copied;
      """)
    let rows = copied.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.count == 401 && rows[0] == ["Epoch", "training", "validation"])
    #expect(abs((Double(rows[161][1]) ?? 0) / SamplePage.training[160] - 1) < 1e-5)
  }

  @Test func everythingWorksWithTheKeyboard() async throws {
    let driver = try await page()
    try await driver.run("document.getElementById('\(loss)').parentElement.focus()")
    let (right, end, escape, tab, space) = ("\u{E014}", "\u{E010}", "\u{E00C}", "\u{E004}", " ")
    try await driver.press([right, right, right])
    let spoken = "return document.querySelector('[role=status]').textContent"
    #expect(try await driver.text(spoken).hasPrefix("Epoch 3, training 0.0"))
    try await driver.press([end, "+"])
    let first = "return document.querySelector('#\(loss) [data-role=x-axis] text').textContent"
    #expect(try await driver.text(first) == "400")
    #expect(try await driver.number("return document.querySelectorAll('#figure-curve-loss .tip').length") == 1)
    try await driver.press([escape])
    try await driver.press([tab, space])
    #expect(
      try await figure("return figure.querySelector('[data-series=training]').getAttribute('aria-pressed')", driver)
        == "false")
    let outline = "const s = getComputedStyle(document.activeElement); return s.outlineStyle + ' ' + s.outlineWidth"
    #expect(try await driver.text(outline) == "solid 2px")
    // Every control is reached by Tab: nothing takes it out of the order.
    #expect(try await driver.number("return document.querySelectorAll('[tabindex=\"-1\"]').length") == 0)
  }

  @Test func aFingerReadsValues() async throws {
    let driver = try await page()
    let plot = try await driver.plot(loss)
    let (x, y) = (plot[0] + plot[2] / 2, plot[1] + plot[3] / 2)
    try await driver.pointer([.move(x, y), .down, .move(x + 20, y)], kind: "touch")
    #expect(try await figure("return figure.querySelector('.tip')?.innerText ?? ''", driver).contains("Epoch 2"))
    try await driver.pointer([.up], kind: "touch")
  }

  /// Bars, cells and dots have no lines to follow: the mark under the pointer tells its value.
  @Test(arguments: [
    ("bars", 2, "Mar", "original", "3.25"), ("cells", 1, "b, c", "", "0.25"), ("dots", 0, "1.5", "dots", "20"),
  ])
  func marksTellTheirValues(
    _ chart: String, _ mark: Int, _ place: String, _ series: String, _ value: String
  ) async throws {
    let folder = Browser.folder.appending(path: "marks")
    _ = try TrainingReport(run: try SamplePage.marks()).write(to: folder)
    let driver = try await page()
    try await driver.open(folder.appending(path: "index.html"))
    let middle = try await driver.numbers(
      """
      const svg = document.getElementById('chart-\(chart)');
      svg.scrollIntoView({ behavior: 'instant', block: 'center' });
      const { boxes, size } = JSON.parse(document.getElementById('chart-data').textContent).charts['figure-\(chart)'].marks[0];
      const [x, y, width, height] = boxes.slice(4 * \(mark)), box = svg.getBoundingClientRect(), scale = box.width / size[0];
      return [box.left + (x + width / 2) * scale, box.top + (y + height / 2) * scale];
      """)
    try await driver.pointer([.move(middle[0], middle[1])])
    let tip = try await driver.text("return document.querySelector('.tip').innerText")
    #expect(tip.contains(place) && (series.isEmpty || tip.contains(series)) && tip.contains(value), "\(tip)")
    #expect(try await driver.number("return document.querySelectorAll('#chart-\(chart) .ring').length") == 1)
    try await keep(driver, "marks-\(chart)")
    try await driver.pointer([.move(2, 2)])
    #expect(try await driver.isTrue("return document.querySelector('.tip, .ring') === null"))
    try await driver.run("document.getElementById('chart-\(chart)').parentElement.focus()")
    try await driver.press(["\u{E011}"] + [String](repeating: "\u{E014}", count: mark))
    let spoken = try await driver.text("return document.querySelector('[role=status]').textContent")
    #expect(spoken == [place, series, value].filter { !$0.isEmpty }.joined(separator: ", "))
    #expect(try await driver.console() == [])
    #expect(try await driver.texts(PageRules.script) == [])
  }

  @Test func darkPagesAreDark() async throws {
    let driver = try await page()
    try await driver.devTools(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": "dark"]]])
    #expect(try await driver.text("return getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 29)")
    #expect(try await driver.texts(PageRules.script) == [])
    try await keep(driver, "dark")
  }

  @Test(arguments: ["en", "ko"]) func narrowPagesDoNotScrollSideways(_ language: String) async throws {
    let driver = try await page(language)
    try await driver.devTools(
      "Emulation.setDeviceMetricsOverride", ["width": 375, "height": 800, "deviceScaleFactor": 2, "mobile": true])
    #expect(try await driver.number("return document.scrollingElement.scrollWidth") <= 375)
    let plot = try await driver.plot("narrow-curve-loss")
    try await driver.pointer([.move(plot[0] + plot[2] / 2, plot[1] + plot[3] / 2)])
    let tip = "const b = document.querySelector('.tip').getBoundingClientRect(); return [b.left, b.right]"
    let ends = try await driver.numbers(tip)
    #expect(ends[0] >= 0 && ends[1] <= 375)
    #expect(try await driver.number("return document.scrollingElement.scrollWidth") <= 375)
    try await keep(driver, "narrow-\(language)")
  }

  @Test func printedPagesHoldEverything() async throws {
    let driver = try await page()
    let pdf = try await driver.printed()
    try pdf.write(to: Browser.pictures.appending(path: "printed.pdf"))
    #expect(pdf.starts(with: Data("%PDF".utf8)))
    let file = Browser.folder.appending(path: "printed.pdf")
    try pdf.write(to: file)
    let text = try Self.text(of: file)
    for words in ["Validation loss", "Curves", "Configuration", "lossline train airline"] {
      #expect(text.contains(words), "\(words) is not printed.")
    }
    #expect(!text.contains("Smoothing"), "Controls are not printed.")
  }

  @Test func everythingIsReadableWithoutAScript() async throws {
    let driver = try await page()
    let withScript = try await driver.text("return document.querySelector('main').textContent")
    try await driver.devTools("Emulation.setScriptExecutionDisabled", ["value": true])
    try await driver.open(Browser.folder.appending(path: "en/index.html"))
    let file = Browser.folder.appending(path: "plain.pdf")
    try await driver.printed().write(to: file)
    try await keep(driver, "without-script")
    try await driver.devTools("Emulation.setScriptExecutionDisabled", ["value": false])
    let text = try Self.text(of: file)
    for words in ["Validation loss", "Predictions", "Epoch", "480", "lossline train airline"] {
      #expect(text.contains(words) && withScript.contains(words), "\(words) needs a script.")
    }
  }

  @Test(arguments: ["en", "ko"]) func thePageIsAccessible(_ language: String) async throws {
    let driver = try await page(language)
    #expect(try await driver.texts(PageRules.script) == [])
    #expect(try await driver.text("return document.documentElement.lang") == language)
    try await driver.devTools(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-reduced-motion", "value": "reduce"]]])
    #expect(try await driver.text("return getComputedStyle(document.documentElement).scrollBehavior") == "auto")
  }

  private static func text(of file: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-layout", file.path, "-"]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    return text
  }
}

extension SamplePage {
  /// A run that logged charts without lines.
  fileprivate static func marks() throws -> Run {
    let charts: [(String, Chart)] = [
      ("bars", Chart("Bars") { BarMark(x: ["Jan", "Feb", "Mar"], y: [1.5, -2, 3.25], series: "original") }),
      ("cells", Chart("Cells") { HeatmapMark(x: ["a", "b", "a"], y: ["c", "c", "d"], value: [1, 0.25, 0.5]) }),
      ("dots", Chart("Dots") { PointMark(x: [1.5, 2, 4], y: [20, 10, 30], series: "dots") }),
    ]
    return Run(
      folder: URL(filePath: "/nowhere/marks"), manifest: RunManifest(name: "marks", startTime: nil, command: []),
      charts: try charts.map { slug, chart in
        LoggedChart(slug: slug, title: slug, caption: "Of a test.", data: try JSONEncoder().encode(chart))
      })
  }
}
