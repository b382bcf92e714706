import Foundation
import Runs
import Testing

@testable import lossline

@Suite struct WatchTests {
  private func run(_ scalars: [ScalarSeries], status: RunStatus = .running, epochs: Int? = 100) -> Run {
    Run(
      folder: URL(filePath: "/x"),
      manifest: RunManifest(name: "air\u{1B}[2J", config: epochs.map { ["epochs": .integer($0)] } ?? [:]),
      status: status,
      scalars: scalars)
  }

  private let falling = ScalarSeries(
    tag: "loss", steps: Array(1...20), values: (1...20).map { 1 / Double($0) },
    wallTimes: (1...20).map { Double($0) / 2 })

  private func lines(_ run: Run, width: Int = 80, height: Int = 24) -> [String] {
    WatchView(run: run, progress: RunProgress(run, total: nil), now: 40).lines(width: width, height: height)
  }

  @Test func sparklines() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], width: 8) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([0, 0, 7, 7], width: 2) == "▁█")
    #expect(Sparkline.text([1, 1], width: 9) == "▅▅")
    #expect(Sparkline.text([1, .nan, .infinity, 2], width: 4) == "▁××█")
    #expect(Sparkline.text([.nan], width: 4) == "×" && Sparkline.text([], width: 4) == "")
    #expect(Sparkline.text([1, 0.1, 0.01, 1e-3], width: 4) == "█▆▃▁")
    #expect(Sparkline.text([-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude], width: 3) == "▁▅█")
    #expect(Sparkline.text((0..<1000).map(Double.init), width: 10).count == 10)
  }

  @Test func theHeadTellsSpeedAndTimeLeft() {
    let head = lines(run([falling]))[0]
    #expect(head.contains("step 20 of 100") && head.contains("2 steps/s") && head.contains("40 s left"))
    #expect(head.contains("last point 30 s ago"))
    #expect(!lines(run([falling], status: .finished))[0].contains("left"))
    #expect(!lines(run([falling], epochs: nil))[0].contains("left"))
  }

  @Test func epochsAreCalledSoAndLargeNumbersAreWritten() {
    var epochs = run([falling])
    epochs.stepUnit = "epoch"
    #expect(lines(epochs)[0].contains("epoch 20 of 100") && lines(epochs)[0].contains("2 epochs/s"))
    let fast = ScalarSeries(tag: "a", steps: [0, 73_820], values: [0, 12_345], wallTimes: [1, 2])
    #expect(lines(run([fast]))[0].contains("73820 steps/s") && lines(run([fast]))[1].contains("12345  best 0"))
  }

  @Test func linesTellLastAndBest() {
    let line = lines(run([falling]))[1]
    #expect(line.hasPrefix("loss  ") && line.contains("█") && line.hasSuffix("0.05  best 0.05 at 20"))
    let accuracy = ScalarSeries(tag: "val_accuracy", steps: [1, 2], values: [0.75, 0.5], wallTimes: [1, 2])
    #expect(lines(run([accuracy]))[1].hasSuffix("0.5  best 0.75 at 1"))
  }

  @Test(arguments: [1, 5, 12, 20, 30, 45, 200]) func narrowTerminals(width: Int) {
    let wide = ScalarSeries(tag: "손실-손실-손실-손실-손실-손실-손실", steps: [1], values: [1], wallTimes: [1])
    for line in lines(run([falling, wide]), width: width) {
      let columns = line.reduce(0) { $0 + ("가"..."힣" ~= $1 ? 2 : 1) }
      #expect(columns <= width)
    }
  }

  @Test func lowTerminalsSayWhatIsNotShown() {
    let many = (0..<50).map { ScalarSeries(tag: "m\($0)", steps: [1], values: [1], wallTimes: [1]) }
    let shown = lines(run(many), height: 10)
    #expect(shown.count == 10 && shown.last == "and 42 more metrics")
    #expect(lines(run([]))[1] == "no points yet")
  }

  @Test func namesCannotMoveTheCursor() {
    #expect(!lines(run([falling])).joined().contains("\u{1B}"))
  }

  @Test func durations() {
    #expect(RunProgress.text(seconds: 0.25) == "0.25 s" && RunProgress.text(seconds: 59.6) == "1 min")
    #expect(RunProgress.text(seconds: 200) == "3 min 20 s" && RunProgress.text(seconds: 7500) == "2 h 5 min")
    #expect(RunProgress.text(seconds: 273_600) == "3 d 4 h" && RunProgress.text(seconds: .infinity) == "very long")
  }

  @Test func oddTimesGiveNoSpeed() {
    var series = falling
    series.wallTimes = TimeColumn(series.steps.map { _ in .nan })
    #expect(RunProgress(run([series]), total: nil).rate == nil)
    series = ScalarSeries(tag: "a", steps: [.min, .max], values: [1, 2], wallTimes: [1, 2])
    #expect(RunProgress(run([series]), total: nil).rate != nil)
    series = ScalarSeries(tag: "a", steps: [5, 5], values: [1, 2], wallTimes: [1, 1])
    #expect(RunProgress(run([series]), total: nil).rate == nil)
  }

  /// In a pipe: a line for each new step, and the end when the run ends.
  @Test func aRunIsFollowedToItsEnd() async throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let writer = try RunWriter(creating: lossline.folder.appending(path: "run"))
    try writer.log("loss", 0.5, step: 1)
    try writer.flush()
    let (process, output, errors) = try lossline.start(["watch", "run", "--interval", "0.1"])
    let (page, pageOutput, pageErrors) = try lossline.start(["report", "run", "-o", "page", "--watch"])
    try await Task.sleep(for: .seconds(1))
    try writer.log("loss", 0.25, step: 2)
    try writer.flush()
    try await Task.sleep(for: .seconds(1))
    try writer.finish()
    process.waitUntilExit()
    page.waitUntilExit()
    #expect(try Command.text(errors) == "" && process.terminationStatus == 0)
    #expect(try Command.text(output) == "step 1  loss 0.5\nstep 2  loss 0.25\nfinished\n")
    #expect(try Command.text(pageErrors) == "" && page.terminationStatus == 0)
    #expect(try Command.text(pageOutput).split(separator: "\n").count >= 2)
    #expect(try lossline("watch", "run", "--once").output.contains("best 0.25 at 2"))
    #expect(try lossline("watch", "nothing", "--once").status == 1)
  }

  @Test func aRunThatIsNotThereYetIsWaitedFor() async throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let (process, output, errors) = try lossline.start(["watch", "runs/late", "--interval", "0.1"])
    try await Task.sleep(for: .seconds(1))
    let writer = try RunWriter(creating: lossline.folder.appending(path: "runs/late"))
    try writer.log("loss", 0.5, step: 1)
    try writer.finish()
    process.waitUntilExit()
    #expect(try Command.text(errors) == "runs/late is not there yet. Waiting for it; Ctrl-C ends that.\n")
    #expect(try Command.text(output).hasSuffix("step 1  loss 0.5\nfinished\n") && process.terminationStatus == 0)
  }
}
