import Foundation
import Plot
import Runs
import Testing

@Suite struct ReportCommandTests {
  /// A short run to report on.
  private func trained() throws -> Command {
    let lossline = try Command()
    #expect(try lossline("train", "airline", "--epochs", "30", "--name", "a", "--quiet").status == 0)
    return lossline
  }

  @Test func aReportHasThePageAndEveryChartInThreeFormats() throws {
    let lossline = try trained()
    defer { lossline.remove() }
    let result = try lossline("report", "runs/a")
    #expect(result.status == 0 && result.errors == "" && result.output.hasSuffix("reports/a/index.html\n"))
    let files = try lossline.files(below: "reports/a")
    for slug in ["original", "normalized", "history", "validation", "validation-bars", "all"] {
      #expect(files["charts/\(slug).png"]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
      #expect(files["charts/\(slug).pdf"]?.starts(with: Data("%PDF".utf8)) == true)
      #expect(files["charts/\(slug).svg"]?.starts(with: Data("<svg".utf8)) == true)
    }
    let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
    for text in ["#Passengers", "491", "mean_squared_error", "lossline train airline"] { #expect(page.contains(text)) }
  }

  @Test func theSameRunGivesTheSameBytesAnywhere() throws {
    let lossline = try trained()
    defer { lossline.remove() }
    #expect(try lossline("report", "runs/a", "-o", "one").status == 0)
    let elsewhere = ["TZ": "Asia/Seoul", "LC_ALL": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8"]
    #expect(try lossline("report", "runs/a", "-o", "deep/two", environment: elsewhere).status == 0)
    #expect(try lossline("report", "runs/a", "-o", "one").status == 0)
    #expect(try lossline.files(below: "one") == lossline.files(below: "deep/two"))
    #expect(try lossline.files(below: "one").count >= 21)
  }

  /// The book's own code swaps the two labels of this chart.
  @Test func originalAndPredictionAreNotSwapped() throws {
    let lossline = try trained()
    defer { lossline.remove() }
    let run = try Run(reading: lossline.folder.appending(path: "runs/a"))
    let table = try #require(run.tables.first { $0.slug == "passengers" })
    let happened = Set(table.rows.filter { $0[4] == "test" }.compactMap { Double($0[1]) })
    // The normalization is linear: undo it with two values that both tables tell.
    let data = try #require(run.charts.first { $0.slug == "validation" }).spec(as: Chart.self)
    var lines: [String: [Double]] = [:]
    for case .line(let line) in data.marks {
      if case .named(let name) = line.series, case .numbers(let values) = line.y { lines[name] = values }
    }
    let original = try #require(lines["original"])
    let prediction = try #require(lines["prediction"])
    #expect(original.count == 27 && prediction.count == 27)
    let (low, high) = (try #require(original.min()), try #require(original.max()))
    let (least, most) = (try #require(happened.min()), try #require(happened.max()))
    for value in original {
      let passengers = least + (value - low) / (high - low) * (most - least)
      #expect(happened.contains { abs($0 - passengers) < 0.01 }, "\(passengers) is no recorded number of passengers")
    }
    let bars = try #require(run.tables.first { $0.slug == "validation" })
    #expect(bars.rows.filter { $0[2] == "original" }.compactMap { Double($0[1]) } == original)
    #expect(bars.rows.filter { $0[2] == "prediction" }.compactMap { Double($0[1]) } == prediction)
  }

  @Test func foldersThatAreNoRunsAreNamed() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try FileManager.default.createDirectory(
      at: lossline.folder.appending(path: "empty"), withIntermediateDirectories: true)
    try lossline.write("x", to: "file")
    for path in ["missing", "empty", "file"] {
      let result = try lossline("report", path)
      #expect(result.status == 1 && result.errors.contains(path) && result.errors.hasPrefix("Error: "))
    }
    #expect(!FileManager.default.fileExists(atPath: lossline.folder.appending(path: "reports").path))
  }

  @Test func aTornTailIsNotedAndTheRestReported() throws {
    let lossline = try trained()
    defer { lossline.remove() }
    try lossline.changeEvents { $0.removeLast($0.count / 3) }
    #expect(try lossline("report", "runs/a").status == 0)
    let page = String(decoding: try #require(try lossline.files(below: "reports/a")["index.html"]), as: UTF8.self)
    #expect(page.contains("tfevents"))
    #expect(try Run(reading: lossline.folder.appending(path: "runs/a")).series("loss")?.count ?? 0 > 10)
  }

  @Test func aFlippedByteIsNotedWithItsOffset() throws {
    let lossline = try trained()
    defer { lossline.remove() }
    try lossline.changeEvents { $0[$0.count - 6] ^= 1 }
    let run = try Run(reading: lossline.folder.appending(path: "runs/a"))
    let offset = try #require(run.diagnostics.first?.byteOffset)
    #expect(try lossline("report", "runs/a").status == 0)
    let page = String(decoding: try #require(try lossline.files(below: "reports/a")["index.html"]), as: UTF8.self)
    let digits = page.filter { $0.isNumber }
    #expect(page.contains("checksum") && digits.contains("\(offset)"))
  }

  @Test func anOutputFolderThatCannotBeWrittenIsNamed() throws {
    let lossline = try trained()
    defer { lossline.remove() }
    try lossline.write("in the way", to: "taken")
    for path in ["taken", "taken/below", "/proc/nowhere"] {
      let result = try lossline("report", "runs/a", "-o", path)
      #expect(result.status == 1 && result.errors.contains(path))
    }
    #expect(try lossline.files(below: "")["taken"] == Data("in the way".utf8))
  }
}

extension Command {
  /// Changes the bytes of the event file of `runs/a`.
  fileprivate func changeEvents(_ change: (inout Data) -> Void) throws {
    let names = try files(below: "runs/a").keys.filter { $0.contains("tfevents") }
    let file = folder.appending(path: "runs/a/\(try #require(names.first))")
    var bytes = try Data(contentsOf: file)
    change(&bytes)
    try bytes.write(to: file)
  }
}
