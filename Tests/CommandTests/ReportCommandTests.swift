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

  @Test(arguments: [("pdf", "report.pdf"), ("markdown", "report.md"), ("html", "index.html"), ("all", "index.html")])
  func theFormatChoosesTheFiles(_ format: String, _ page: String) throws {
    let lossline = try trained()
    defer { lossline.remove() }
    let result = try lossline("report", "runs/a", "--format", format, "--lang", "ko")
    #expect(result.status == 0 && result.output.hasSuffix("/reports/a/\(page)\n") && result.errors == "")
    let files = try lossline.files(below: "reports/a").keys.sorted()
    let documents = ["index.html", "report.md", "report.pdf"].filter { format == "all" || $0 == page }
    #expect(files.filter { !$0.contains("/") } == documents)
    let kinds = Set(files.filter { $0.hasPrefix("charts/") }.map { String($0.suffix(3)) })
    #expect(kinds == (format == "pdf" ? [] : format == "markdown" ? ["png"] : ["png", "pdf", "svg", "csv"]))
  }

  /// Two runs of one name in different folders, and a log of another program.
  private func several() throws -> Command {
    let lossline = try trained()
    let elsewhere = lossline.folder.appending(path: "more/a")
    try FileManager.default.createDirectory(
      at: elsewhere.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: lossline.folder.appending(path: "runs/a"), to: elsewhere)
    try lossline.write("epoch,loss,val_loss\n0,3,4\n1,2,3\n2,1,2.5\n", to: "more/keras.csv")
    return lossline
  }

  @Test func severalRunsGetAFolderEachAndAList() throws {
    let lossline = try several()
    defer { lossline.remove() }
    let result = try lossline("report", "runs/a", "more/a", "more/keras.csv", "-o", "all", "--lang", "ko")
    #expect(result.status == 0 && result.errors == "")
    let pages = result.output.split(separator: "\n").map(String.init)
    #expect(pages.count == 4 && pages.last?.hasSuffix("/all/index.html") == true && Set(pages).count == 4)
    let list = String(decoding: try #require(try lossline.files(below: "all")["index.html"]), as: UTF8.self)
    for page in pages.dropLast() {
      let link = page.split(separator: "/").suffix(2).joined(separator: "/")
      #expect(list.contains("href=\"\(link)\""), "\(link)")
      #expect(FileManager.default.fileExists(atPath: page))
    }
    #expect(list.contains("<html lang=\"ko\""))
  }

  @Test func oneBadRunAmongThreeIsNamedAndTheOthersAreWritten() throws {
    let lossline = try several()
    defer { lossline.remove() }
    let result = try lossline("report", "runs/a", "runs/missing", "more/keras.csv", "-o", "all", "--format", "pdf")
    #expect(result.status == 1)
    #expect(result.errors.contains("runs/missing") && result.errors.hasPrefix("Error: "), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    let files = try lossline.files(below: "all").keys
    #expect(files.filter { $0.hasSuffix(".pdf") }.count == 2 && files.contains("index.html"))
    let list = String(decoding: try #require(try lossline.files(below: "all")["index.html"]), as: UTF8.self)
    #expect(list.contains("report.pdf") && !list.contains("missing"))
  }

  @Test func aNameInALogLeadsNowhereElse() throws {
    let lossline = try trained()
    defer { lossline.remove() }
    #expect(try lossline("export", "runs/a", "-o", "log.jsonl").status == 0)
    let log = String(decoding: try #require(try lossline.files(below: "")["log.jsonl"]), as: UTF8.self)
    let name = try #require(log.firstMatch(of: /"name":"a"/))
    for (hostile, folder) in [("../../evil", "evil"), ("/tmp/evil", "tmp-evil"), ("..", "run"), (".hidden", "hidden")] {
      try lossline.write(log.replacing(name.0, with: "\"name\":\"\(hostile)\""), to: "log.jsonl")
      let result = try lossline("report", "log.jsonl", "--format", "markdown")
      #expect(result.status == 0 && result.output.hasSuffix("/reports/\(folder)/report.md\n"), "\(result.output)")
    }
    let below = lossline.folder.appending(path: "runs/a/charts").path
    let process = try lossline.run(["report", "\(below)/..", "--format", "markdown"])
    #expect(process.output.hasSuffix("/reports/a/report.md\n"), "\(process.output)\(process.errors)")
  }

  @Test func onlyBadRunsWriteNothing() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try lossline.write("nothing", to: "noise")
    let result = try lossline("report", "missing", "noise")
    #expect(result.status == 1 && result.output == "")
    #expect(result.errors.contains("missing") && result.errors.contains("noise"))
    #expect(!FileManager.default.fileExists(atPath: lossline.folder.appending(path: "reports").path))
  }

  @Test func languagesAndFormatsThatDoNotExistAreRefused() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for (arguments, words) in [
      (["--lang", "fr"], "'en' and 'ko'"), (["--format", "docx"], "markdown"), (["--watch", "x"], "one run"),
    ] {
      let result = try lossline.run(["report", "x"] + arguments)
      #expect(result.status == 64 && result.errors.contains(words), "\(result.errors)")
    }
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
