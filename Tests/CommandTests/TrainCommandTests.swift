import Foundation
import Runs
import Testing

@Suite struct TrainCommandTests {
  @Test func aTrainingIsRecordedWhole() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let result = try lossline("train", "airline", "--epochs", "5", "--name", "first")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.contains("5 epochs") && result.output.contains("runs/first"))

    let run = try Run(reading: lossline.folder.appending(path: "runs/first"))
    #expect(run.status == .finished && run.diagnostics.isEmpty)
    #expect(run.series("loss")?.steps == [1, 2, 3, 4, 5])
    #expect(run.series("val_loss")?.count == 5)
    #expect(
      run.charts.map(\.slug) == ["original", "normalized", "history", "validation", "validation-bars", "all"])
    #expect(run.tables.map(\.slug) == ["validation", "passengers"])
    #expect(run.tables[0].header == ["Sample", "Normalized #Passengers", "Type"] && run.tables[0].rows.count == 54)
    #expect(run.tables[1].rows.count == 131)
    #expect(run.manifest.model?.parameterCount == 491)
    #expect(run.manifest.seed == 1 && run.manifest.config["cell"]?.stringValue == "lstm")
    #expect(run.manifest.command == ["lossline", "train", "airline", "--epochs", "5", "--name", "first"])
    let last = try #require(run.manifest.metrics["val_loss"]?.last)
    #expect(try #require(run.manifest.metrics["val_loss"]?.test) == last)
  }

  /// Every system that diverges fails, and its report shows where.
  @Test(arguments: [
    ["sequence", "--cell", "dense"], ["airline", "--cell", "dense"],
    ["forecast", "--series", "20", "--cell", "custom"],
  ])
  func divergenceIsShownWhereItWas(arguments: [String]) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let result = try lossline.run(
      ["train"] + arguments + ["--epochs", "60", "--learning-rate", "1e38", "--name", "a", "--quiet"])
    #expect(result.status == 1 && result.errors.contains("--learning-rate"), "\(result.errors)")
    let run = try Run(reading: lossline.folder.appending(path: "runs/a"))
    #expect(run.status == .failed && run.manifest.failure?.contains("epoch") == true)
    #expect(run.charts.contains { $0.slug == "history" } && !run.charts.contains { $0.slug == "predictions" })
    #expect(try lossline("report", "runs/a").status == 0)
    let page = String(decoding: try #require(try lossline.files(below: "reports/a")["index.html"]), as: UTF8.self)
    #expect(page.contains("Failed") && (page.contains("diverged at") || page.contains("never a number")))
  }

  /// Weights so large that the loss is still a number, and a last step that ruins weights of which no batch tells.
  @Test(arguments: ["simple", "lstm", "gru"], ["1e12", "1e30"]) func ruinedReviewsFail(
    cell: String, rate: String
  ) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try TinyReviews.write(to: lossline.folder)
    let result = try lossline.run(
      [
        "train", "imdb", "--data", "aclImdb", "--words", "60", "--length", "10", "--units", "6", "--epochs", "3",
        "--cell",
        cell, "--learning-rate", rate, "--name", "a", "--quiet",
      ])
    #expect(result.status == 1 && result.errors.contains("--learning-rate"), "\(result.errors)")
    let run = try Run(reading: lossline.folder.appending(path: "runs/a"))
    #expect(run.status == .failed && run.manifest.failure?.contains("epoch") == true)
    #expect(run.charts.contains { $0.slug == "history" })
    #expect(try lossline("report", "runs/a").status == 0)
    let page = String(decoding: try #require(try lossline.files(below: "reports/a")["index.html"]), as: UTF8.self)
    #expect(page.contains("Failed") && page.contains("The run failed: "))
  }

  @Test func reviewsThatCannotBeReadAreNamed() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for arguments in [["train", "imdb"], ["train", "imdb", "--data", "nowhere"]] {
      let result = try lossline.run(arguments)
      #expect(result.status == 1 && result.errors.contains("Fetch the Large Movie Review Dataset"), "\(result.errors)")
    }
    #expect(try lossline.files(below: "").isEmpty)
    try TinyReviews.write(to: lossline.folder)
    try TinyReviews.pack(in: lossline.folder)
    try lossline.change("reviews.tar.gz") { $0.removeLast(100) }
    try FileManager.default.createDirectory(
      at: lossline.folder.appending(path: "empty"), withIntermediateDirectories: true)
    try lossline.write("no archive", to: "text.npz")
    for (name, data) in [("a", "reviews.tar.gz"), ("b", "empty"), ("c", "text.npz")] {
      let result = try lossline.run(["train", "imdb", "--data", data, "--name", name] + TinyReviews.options)
      #expect(result.status == 1 && result.errors.contains(data), "\(result.errors)")
      #expect(try Run(reading: lossline.folder.appending(path: "runs/\(name)")).status == .failed)
    }
  }

  @Test(arguments: ["", "sequence", "gohome", "forecast", "imdb", "airline"]) func helpSaysWhatThereIs(
    name: String
  ) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let help = try lossline.run(["help", "train"] + (name.isEmpty ? [] : [name]))
    let wanted =
      name.isEmpty
      ? ["sequence", "gohome", "forecast", "imdb", "airline"]
      : ["--epochs", "--learning-rate", "--clip-norm", "--resume", "default: 1)"]
    #expect(help.status == 0)
    for word in wanted { #expect(help.output.contains(word), "\(word)") }
    if name == "forecast" { #expect(help.output.contains("simple, lstm, gru or custom")) }
  }

  @Test func anExistingRunIsNeverOverwritten() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    #expect(try lossline("train", "airline", "--epochs", "1", "--name", "a", "--quiet").status == 0)
    let before = try lossline.files(below: "runs/a")
    let second = try lossline("train", "airline", "--epochs", "2", "--name", "a")
    #expect(second.status == 1 && second.errors.contains("exists already"))
    #expect(try lossline.files(below: "runs/a") == before)
  }

  @Test func namesStayInsideTheFolderOfRuns() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    for name in ["../outside", "/tmp/outside", "a/b", "..", ""] {
      let result = try lossline("train", "airline", "--epochs", "1", "--name", name)
      #expect(result.status != 0 && !result.errors.isEmpty, "\(name)")
    }
    #expect(try lossline.files(below: "").isEmpty)
  }

  @Test func theDefaultNameTellsCellSeedAndTime() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    #expect(try lossline("train", "airline", "--epochs", "1", "--seed", "7", "--quiet").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: lossline.folder.appending(path: "runs").path)
    #expect(names.count == 1 && names[0].wholeMatch(of: /airline-lstm-7-\d{8}-\d{6}/) != nil)
  }

  /// The same seed gives the same bits in another folder, time zone and locale.
  @Test func theSameSeedGivesTheSameRun() throws {
    var scalars: [[ScalarSeries]] = []
    var charts: [[String: Data]] = []
    for environment in [["TZ": "UTC"], ["TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8"]] {
      let lossline = try Command()
      defer { lossline.remove() }
      #expect(
        try lossline("train", "airline", "--epochs", "3", "--name", "a", "--quiet", environment: environment).status
          == 0)
      scalars.append(
        try Run(reading: lossline.folder.appending(path: "runs/a")).scalars.map {
          ScalarSeries(tag: $0.tag, steps: $0.steps, values: $0.values, wallTimes: TimeColumn($0.steps.map { _ in 0 }))
        })
      charts.append(try lossline.files(below: "runs/a/charts"))
      charts.append(try lossline.files(below: "runs/a/tables"))
    }
    #expect(scalars[0] == scalars[1] && !scalars[0].isEmpty)
    #expect(charts[0] == charts[2] && charts[0].count == 6)
    #expect(charts[1] == charts[3] && charts[1].count == 2)
  }

  @Test func interruptedTrainingKeepsWhatItHas() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let (process, output, errors) = try lossline.start(["train", "airline", "--epochs", "10000000", "--name", "a"])
    let events = lossline.folder.appending(path: "runs/a")
    // Until the first second's metrics are on disk.
    let deadline = Date() + 60
    while (try? Run(reading: events).series("loss")?.count ?? 0) ?? 0 == 0 && Date() < deadline {
      Thread.sleep(forTimeInterval: 0.1)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try Command.text(errors).contains("Interrupted after"))
    _ = try Command.text(output)
    let run = try Run(reading: events)
    #expect(run.status == .interrupted && run.diagnostics.isEmpty)
    #expect(try #require(run.series("loss")?.count) > 0)
    let report = try lossline("report", "runs/a")
    #expect(report.status == 0)
    let page = try #require(try lossline.files(below: "reports/a")["index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("interrupted"))
  }

  @Test func aDivergingLossFailsAndIsRecorded() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let result = try lossline(
      "train", "airline", "--cell", "dense", "--epochs", "50", "--learning-rate", "1e38", "--name", "a", "--quiet")
    #expect(result.status == 1 && result.errors.contains("--learning-rate"))
    #expect(try Run(reading: lossline.folder.appending(path: "runs/a")).status == .failed)
    #expect(try lossline("report", "runs/a").status == 0)
  }

  @Test(arguments: [
    ["train", "nothing"], ["train", "airline", "--colour", "red"], ["train", "airline", "--epochs", "0"],
    ["train", "airline", "--learning-rate", "nan"], ["train", "sequence", "--learning-rate", "0"],
    ["train", "forecast", "--dropout", "1"], ["train", "forecast", "--cell", "dense"],
    ["train", "forecast", "--cell", "custom", "--dropout", "0.1"], ["train", "forecast", "--series", "3"],
    ["train", "airline", "--clip-norm", "0"], ["train", "airline", "--clip-norm", "1", "--clip-value", "1"],
    ["train", "gohome", "--units", "3"], ["train", "sequence", "--units", "100000"], ["train", "imdb", "--words", "4"],
    ["predict"], ["train", "airline", "--cell", "transformer"],
    ["plot", "a.csv", "--x", "a", "--y", "b", "-o", "a.bmp"], ["plot", "a.csv", "--x", "a", "--y", ",", "-o", "a.png"],
    ["runs", "--format", "xml"], ["fly"],
  ])
  func wrongUsageIs64(arguments: [String]) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let (process, output, errors) = try lossline.start(arguments)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    _ = try Command.text(output)
    #expect(try Command.text(errors).hasPrefix("Error: "))
    #expect(try lossline.files(below: "").isEmpty)
  }
}
