import Foundation
import Plot
import Report
import Runs
import Testing

/// What a reader can do with a comparison, in a real browser.
@Suite(
  .serialized, Browser(),
  .enabled(
    if: Browser.isThere,
    "Chromium and chromedriver are not installed; Scripts/install-system-packages.sh test installs them."))
struct ComparisonPageBrowserTests {
  private let loss = "chart-curve-val_loss"

  /// Opens the comparison of three cells with four seeds each, or of many runs, with everything unfolded.
  private func page(_ language: ReportLanguage = .english, runs: Int? = nil) async throws -> WebDriver {
    let driver = try #require(Browser.driver)
    let folder = Browser.folder.appending(path: "comparison-\(language.rawValue)-\(runs ?? 0)")
    if !FileManager.default.fileExists(atPath: folder.path) {
      let runs = runs.map(SampleComparison.many) ?? SampleComparison.cells()
      _ = try ComparisonReport(runs: runs, baseline: [runs[1]], language: language).write(to: folder)
    }
    try await driver.devTools("Emulation.clearDeviceMetricsOverride")
    try await driver.devTools(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": "light"]]])
    try await driver.open(folder.appending(path: "index.html"))
    try await driver.run("for (const d of document.querySelectorAll('details')) d.open = true;")
    return driver
  }

  private func keep(_ driver: WebDriver, _ name: String) async throws {
    try FileManager.default.createDirectory(at: Browser.pictures, withIntermediateDirectories: true)
    try await driver.screenshot().write(to: Browser.pictures.appending(path: "comparison-\(name).png"))
  }

  private func click(_ selector: String, _ driver: WebDriver) async throws {
    try await driver.run("document.querySelector(arguments[0]).click()", [selector])
  }

  /// The places of the labels of an axis of the main chart, its title last.
  private func labels(_ axis: String, _ driver: WebDriver) async throws -> [String] {
    try await driver.texts(
      "return [...document.querySelectorAll('#\(loss) [data-role=\(axis)-axis] text')].map(t => t.textContent)")
  }

  /// Which layers of a chart are not shown, by their roles.
  private func hidden(_ id: String, _ driver: WebDriver) async throws -> [String] {
    try await driver.texts(
      """
      return [...document.querySelectorAll('#\(id) [data-role="marks"] > g')]
        .filter(g => g.style.display === 'none').map(g => g.dataset.role)
      """)
  }

  @Test func curvesAreDrawnOverStepsEpochsAndTime() async throws {
    let driver = try await page()
    #expect(try await driver.console() == [])
    #expect(try await driver.number("return performance.getEntriesByType('resource').length") == 0)
    let original = try await driver.text("return document.getElementById('\(loss)').outerHTML")
    let path = "return document.querySelector('#\(loss) [data-role=\"line: gru\"] path').getAttribute('d')"
    let drawn = try await driver.text(path)
    #expect(
      try await driver.texts("return [...document.querySelectorAll('.axes button')].map(b => b.textContent)")
        == ["Step", "Epoch", "Elapsed time (s)"])
    try await click("[data-axis=time]", driver)
    #expect(try await labels("x", driver).last == "Elapsed time (s)")
    #expect(try await labels("x", driver).contains("20"), "Sixty rows, one each 0.25 or 0.5 s, take up to 30 s.")
    // The gru is twice as fast: its line ends in the middle of the plot.
    let ends = try await driver.text(path)
    #expect(ends != drawn)
    try await keep(driver, "time")
    try await click("[data-axis=epoch]", driver)
    let epochs = try await labels("x", driver)
    #expect(epochs.last == "Epoch" && epochs.contains("6"), "\(epochs)")
    #expect(
      try await driver.texts(
        "return [...document.querySelectorAll('.axes [aria-pressed=true]')].map(b => b.textContent)")
        == ["Epoch"])
    try await click("[data-axis=step]", driver)
    let again = try await driver.text("return document.getElementById('\(loss)').outerHTML")
    #expect(again.replacing(" style=\"\"", with: "") == original.replacing(" style=\"\"", with: ""))
  }

  @Test func valuesUnderThePointerAreThoseOfTheAxis() async throws {
    let driver = try await page()
    let plot = try await driver.plot(loss)
    try await driver.pointer([.move(plot[0] + plot[2] / 2, plot[1] + plot[3] / 2)])
    let tip = "return document.querySelector('#figure-curve-val_loss .tip')?.innerText ?? ''"
    let text = try await driver.text(tip)
    for name in ["dense", "gru", "lstm"] { #expect(text.contains(name), "\(text)") }
    #expect(text.hasPrefix("Step 3"))
    try await keep(driver, "hover")
    try await click("[data-axis=time]", driver)
    try await driver.pointer([.move(plot[0] + plot[2] / 2 + 3, plot[1] + plot[3] / 2)])
    #expect(try await driver.text(tip).hasPrefix("Elapsed time (s) 1"))
  }

  @Test func draggingZoomsOnEachAxis() async throws {
    let driver = try await page()
    try await click("[data-axis=time]", driver)
    let plot = try await driver.plot(loss)
    let middle = plot[1] + plot[3] / 2
    try await driver.pointer([
      .move(plot[0] + plot[2] * 0.25, middle), .down, .move(plot[0] + plot[2] * 0.5, middle), .up, .move(5, 5),
    ])
    let zoomed = try await labels("x", driver)
    #expect(zoomed.contains("10") && !zoomed.contains("20") && zoomed.last == "Elapsed time (s)", "\(zoomed)")
    try await driver.run(
      "document.getElementById('\(loss)').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))")
    #expect(try await labels("x", driver).contains("20"))
  }

  @Test func aGroupIsSwitchedInItsTable() async throws {
    let driver = try await page()
    try await click(".switch[data-series=gru]", driver)
    #expect(try await hidden(loss, driver) == ["band: gru", "line: gru"])
    #expect(try await hidden("chart-curve-loss", driver) == ["band: gru", "line: gru"])
    #expect(try await hidden("chart-each-val_loss", driver).count == 4)
    let pressed = "return [...document.querySelectorAll('[data-series=gru],[data-runs=gru]')].map(b => b.ariaPressed)"
    #expect(Set(try await driver.texts(pressed)) == ["false"])
    try await keep(driver, "group-off")
    try await click("#figure-curve-val_loss .tools [data-series=gru]", driver)
    #expect(try await hidden(loss, driver) == [])
    try await click(".switch[data-series=gru]", driver)
    try await click(".switch[data-series=gru]", driver)
    #expect(try await hidden("chart-each-val_loss", driver) == [])
  }

  @Test func everyRunIsSwitchedByItself() async throws {
    let driver = try await page()
    let each = "chart-each-val_loss"
    let figure = "#figure-each-val_loss"
    try await click("\(figure) [data-series='gru-2']", driver)
    #expect(try await hidden(each, driver) == ["line: gru"])
    #expect(
      try await driver.isTrue("return document.querySelector(\"\(figure) [data-runs=gru]\").ariaPressed === 'true'"))
    try await click("\(figure) [data-runs=gru]", driver)
    #expect(try await hidden(each, driver).count == 4)
    #expect(try await hidden(loss, driver) == [], "The means are another chart.")
    try await keep(driver, "runs")
    try await click("\(figure) [data-runs=gru]", driver)
    #expect(try await hidden(each, driver) == [])
    // With Shift, a run is shown alone.
    try await driver.run(
      """
      document.querySelector("\(figure) [data-series='lstm-3']")
        .dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
      """)
    #expect(try await hidden(each, driver).count == 11)
    let on = "return [...document.querySelectorAll('\(figure) .runs [aria-pressed=true]')].map(b => b.textContent)"
    #expect(try await driver.texts(on) == ["lstm", "3"])
    let plot = try await driver.plot(each)
    try await driver.pointer([.move(plot[0] + plot[2] / 2, plot[1] + plot[3] / 2)])
    #expect(try await driver.text("return document.querySelector('\(figure) .tip').innerText").contains("lstm-3"))
  }

  @Test func groupsAreSortedByValueAndByName() async throws {
    let driver = try await page()
    let names = "return [...document.querySelectorAll('.groups-table tbody th bdi')].map(n => n.textContent)"
    #expect(try await driver.texts(names) == ["gru", "lstm", "dense"], "The best first.")
    let column = { (number: Int) in ".groups-table th:nth-child(\(number)) button.sort" }
    try await click(column(1), driver)
    #expect(try await driver.texts(names) == ["dense", "gru", "lstm"])
    try await click(column(1), driver)
    #expect(try await driver.texts(names) == ["lstm", "gru", "dense"])
    try await click(column(3), driver)
    #expect(try await driver.texts(names) == ["gru", "lstm", "dense"])
    try await click(column(3), driver)
    #expect(try await driver.texts(names) == ["dense", "lstm", "gru"])
    #expect(
      try await driver.text("return document.querySelector('.groups-table th:nth-child(3)').ariaSort") == "descending")
  }

  @Test(arguments: ReportLanguage.allCases) func narrowPagesDoNotScrollSideways(_ language: ReportLanguage) async throws
  {
    let driver = try await page(language)
    try await driver.devTools(
      "Emulation.setDeviceMetricsOverride", ["width": 375, "height": 800, "deviceScaleFactor": 2, "mobile": true])
    #expect(try await driver.number("return document.scrollingElement.scrollWidth") <= 375)
    try await click("[data-axis=time]", driver)
    let plot = try await driver.plot("narrow-curve-val_loss")
    try await driver.pointer([.move(plot[0] + plot[2] / 2, plot[1] + plot[3] / 2)])
    let tip = "const b = document.querySelector('.tip').getBoundingClientRect(); return [b.left, b.right]"
    let ends = try await driver.numbers(tip)
    #expect(ends.count == 2 && ends[0] >= 0 && ends[1] <= 375)
    try await keep(driver, "narrow-\(language.rawValue)")
    #expect(try await driver.texts(PageRules.script) == [])
  }

  @Test(arguments: ReportLanguage.allCases, ["light", "dark"])
  func thePageIsAccessible(_ language: ReportLanguage, _ scheme: String) async throws {
    let driver = try await page(language)
    try await driver.devTools(
      "Emulation.setEmulatedMedia", ["features": [["name": "prefers-color-scheme", "value": scheme]]])
    let paper = try await driver.text("return getComputedStyle(document.body).backgroundColor")
    #expect(paper == (scheme == "dark" ? "rgb(21, 24, 29)" : "rgb(255, 255, 255)"))
    #expect(try await driver.texts(PageRules.script) == [])
    #expect(try await driver.text("return document.documentElement.lang") == language.rawValue)
    try await keep(driver, "\(scheme)-\(language.rawValue)")
  }

  @Test func switchesAreReachedByTheKeyboard() async throws {
    let driver = try await page()
    try await driver.run("document.querySelector('.switch[data-series=lstm]').focus()")
    try await driver.press([" "])
    #expect(try await hidden(loss, driver) == ["band: lstm", "line: lstm"])
    try await driver.run("document.querySelector('[data-axis=time]').focus()")
    try await driver.press(["\u{E007}"])
    #expect(try await labels("x", driver).last == "Elapsed time (s)")
    #expect(try await driver.number("return document.querySelectorAll('[tabindex=\"-1\"]').length") == 0)
  }

  @Test func chartsSideBySideShareTheirAxes() async throws {
    let driver = try await page()
    let labels = """
      return [...document.querySelectorAll('#side-predictions svg')].map(svg =>
        [...svg.querySelectorAll('[data-role=y-axis] text')].map(t => t.textContent).join(' '))
      """
    let axes = try await driver.texts(labels)
    #expect(axes.count == 3 && Set(axes).count == 1, "\(axes)")
  }

  @Test func printedPagesHoldEverything() async throws {
    let driver = try await page()
    try await driver.printed().write(to: Browser.pictures.appending(path: "comparison-printed.pdf"))
    let (light, ink) = ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    try await driver.devTools("Emulation.setEmulatedMedia", ["media": "print"])
    #expect(try await driver.text("return getComputedStyle(document.body).color") == ink)
    #expect(try await driver.text("return getComputedStyle(document.body).backgroundColor") == light)
    #expect(
      try await driver.number(
        "return [...document.querySelectorAll('.tools,.switch')].filter(n => n.offsetParent).length")
        == 0)
    try await driver.devTools("Emulation.setEmulatedMedia", ["media": ""])
  }

  @Test(arguments: [2, 1000]) func fewAndManyRunsAreUsable(_ count: Int) async throws {
    let driver = try await page(runs: count)
    #expect(try await driver.console() == [])
    #expect(try await driver.texts(PageRules.script) == [])
    let shown = min(count, 100)
    #expect(
      try await driver.number("return document.querySelectorAll('.groups-table tbody tr').length") == Double(shown))
    let coloured = count == 2 ? 2.0 : 5
    let lines = "return document.querySelectorAll('#\(loss) [data-role^=\"line: \"]').length"
    #expect(try await driver.number(lines) == coloured)
    try await keep(driver, "of-\(count)")
    // Reading values keeps up with the hand.
    let plot = try await driver.plot(loss)
    // The best of five rounds: other programs have their turns too.
    let longest = try await driver.number(
      """
      const svg = document.getElementById('\(loss)'), rounds = [];
      for (let round = 0; round < 5; round++) {
        let longest = 0;
        for (let i = 0; i < 40; i++) {
          const began = performance.now(), at = { clientX: \(plot[0]) + i * 8, clientY: \(plot[1] + 40) };
          svg.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', ...at }));
          document.body.offsetHeight;
          longest = Math.max(longest, performance.now() - began);
        }
        rounds.push(longest);
      }
      return Math.min(...rounds);
      """)
    #expect(longest < 50, "A move of the pointer took \(longest) ms.")
    #expect(try await driver.isTrue("return document.querySelector('#figure-curve-val_loss .tip') !== null"))
  }
}

/// Runs for the comparisons under test.
private enum SampleComparison {
  /// Three cells with four seeds each, of 600 steps, a hundred of which are an epoch; the gru takes half the time.
  static func cells() -> [Run] {
    ["dense", "gru", "lstm"].enumerated().flatMap { number, cell in
      (1...4).map { seed in
        var run = run(
          "\(cell)-\(seed)", ["cell": .string(cell), "seed": .integer(seed)], seed: UInt64(seed),
          final: [0.004, 0.001, 0.002][number] * (1 + 0.05 * Double(seed % 3)), stepTime: cell == "gru" ? 0.25 : 0.5)
        run.scalars.append(
          ScalarSeries(
            tag: "epoch", steps: run.scalars[0].steps, values: (1...60).map { Double(($0 + 9) / 10) },
            wallTimes: run.scalars[0].wallTimes))
        run.charts = [chart(height: Double(number + 1) * 0.3)]
        return run
      }
    }
  }

  /// So many runs, each with a setting of its own.
  static func many(_ count: Int) -> [Run] {
    (0..<count).map { index in
      run(
        "run-\(index)", ["width": .integer(index)], seed: nil, final: 0.001 * Double(1 + (index * 37) % 997),
        stepTime: 1)
    }
  }

  private static func run(
    _ name: String, _ config: [String: ConfigValue], seed: UInt64?, final: Double, stepTime: Double
  ) -> Run {
    let start = 1_795_314_095.0
    var manifest = RunManifest(
      name: name, startTime: Date(timeIntervalSince1970: start), command: [], config: config, seed: seed)
    manifest.status = .finished
    manifest.endTime = manifest.startTime?.addingTimeInterval(60 * stepTime)
    // Steps that begin with 1 would be taken for epochs.
    let steps = (1...60).map { 10 * $0 }
    let times = (1...60).map { start + Double($0) * stepTime }
    let values = (1...60).map { final * (1 + 40 * exp(-Double($0) / 8)) }
    return Run(
      folder: URL(filePath: "/nowhere/\(name)"), manifest: manifest,
      scalars: [("loss", 0.9), ("val_loss", 1)].map { tag, factor in
        ScalarSeries(tag: tag, steps: steps, values: values.map { $0 * factor }, wallTimes: times)
      })
  }

  /// A line chart as a program logs it.
  private static func chart(height: Double) -> LoggedChart {
    let chart = Chart("Predictions") { LineMark(x: [0, 1, 2], y: [0, height, height / 2]) }.xAxis("x").yAxis("y")
    return LoggedChart(
      slug: "predictions", title: "Predictions", caption: "", data: (try? JSONEncoder().encode(chart)) ?? Data())
  }
}
