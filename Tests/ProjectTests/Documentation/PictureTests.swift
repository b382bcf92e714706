import Foundation
import Plot
import Report
import Testing

/// A chart or a figure, as snippets give them.
private protocol Picture {
  func svg() throws -> String
  func theme(_ theme: Theme) -> Self
}

extension Chart: Picture {}
extension Figure: Picture {}

/// The pictures of the articles are what the code beside them draws.
struct PictureTests {
  private static let accepts = ProcessInfo.processInfo.environment["ACCEPT_PICTURES"] == "1"

  private let shell: Shell
  private let snippets: Snippets

  init() throws {
    shell = try Shell()
    snippets = Snippets(folder: shell.folder)
    try shell("mkdir -p runs reports logs")
  }

  @Test func gettingStartedWithPlot() throws {
    try check(snippets.plotFirst(), "Plot", "visits")
    #expect(shell.exists("visits.svg"))
    try check(snippets.plotRows(), "Plot", "five-seeds")
    try check(snippets.plotFigure(), "Plot", "classifier")
  }

  @Test func themingAChart() throws {
    try check(snippets.themesOfTheLibrary(), "Plot", "presentation", hasOwnTheme: true)
    for name in ["light", "dark", "print", "presentation"] { #expect(shell.exists("chart-\(name).png")) }
    try check(snippets.ownTheme(), "Plot", "sepia", hasOwnTheme: true)
  }

  @Test func writingACell() throws {
    // Numbers of a training differ in their last digits with the instructions that the processor has.
    try check(snippets.cellTrained(), "Train", "own-cell", tolerance: 0.5)
  }

  @Test func loggingATraining() async throws {
    try check(await snippets.ownTraining(), "Runs", "gap")
    #expect(try snippets.resumed() == 41)
  }

  @Test func readingAFolder() throws {
    try snippets.makeLogs()
    try check(snippets.readFolder(), "Runs", "two-runs")
    for file in try snippets.exported() { #expect(shell.exists(file)) }
  }

  @Test func comparingSeeds() throws {
    try snippets.makeSeeds()
    #expect(try shell.exists("reports/dropout/index.html") == false && snippets.seedsCompared().isFileURL)
    try check(svg: shell.read("reports/dropout/charts/final-val_loss.svg"), "Report", "final-val-loss")
    try check(svg: shell.read("reports/dropout/charts/curve-val_loss.svg"), "Report", "curve-val-loss")
    #expect(try snippets.seedsChecked() == .pass)
  }

  @Test func everyPictureIsShownAndDescribed() throws {
    for module in ["Plot", "Train", "Runs", "Report"] {
      let folder = "Sources/\(module)/\(module).docc"
      let files = try FileManager.default.contentsOfDirectory(atPath: Checkout.place("\(folder)/Resources").path)
      let text = try Page.all.filter { $0.path.hasPrefix(folder) }.map { try $0.text() }.joined()
      for file in files where !file.contains("~dark") {
        let shown = text.firstMatch(of: try Regex("!\\[[^\\]]{20,}\\]\\(\(file.prefix { $0 != "." })\\)")) != nil
        #expect(shown, "\(folder)/Resources/\(file) stands on no page with a description of 20 letters")
      }
    }
  }

  private func check(
    _ picture: some Picture, _ module: String, _ name: String, hasOwnTheme: Bool = false, tolerance: Double = 0
  ) throws {
    try check(svg: picture.svg(), module, name, tolerance: tolerance)
    if !hasOwnTheme { try check(svg: picture.theme(.dark).svg(), module, "\(name)~dark", tolerance: tolerance) }
  }

  /// Compares a picture with the one that is kept, number by number where a tolerance is given.
  private func check(svg: String, _ module: String, _ name: String, tolerance: Double = 0) throws {
    let path = "Sources/\(module)/\(module).docc/Resources/\(name).svg"
    let kept = try? Checkout.read(path)
    guard kept.map({ isEqual($0, svg, tolerance) }) != true else { return }
    if Self.accepts {
      let file = Checkout.place(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(svg.utf8).write(to: file)
      Issue.record("\(path) is written. Look at it, then run the tests again.")
    } else {
      let state = kept == nil ? "missing" : "not what its code draws"
      Issue.record("\(path) is \(state). To accept: ACCEPT_PICTURES=1 swift test --filter PictureTests")
    }
  }

  private func isEqual(_ kept: String, _ drawn: String, _ tolerance: Double) -> Bool {
    guard tolerance > 0 else { return kept == drawn }
    let number = /-?[0-9]+(?:\.[0-9]+)?/
    let (old, new) = (kept.matches(of: number), drawn.matches(of: number))
    // Ids are hashed from the chart, so they are left out with all that is no number.
    guard abs(old.count - new.count) < 40 + old.count / 20 else { return false }
    return zip(points(kept), points(drawn)).allSatisfy { abs($0 - $1) <= tolerance }
      && points(kept).count == points(drawn).count
  }

  /// The numbers of all paths.
  private func points(_ svg: String) -> [Double] {
    svg.matches(of: /\ d="([^"]*)"/).flatMap { path in
      path.1.matches(of: /-?[0-9]+(?:\.[0-9]+)?/).compactMap { Double($0.0) }
    }
  }
}
