import Foundation
import Plot
import Runs
import Testing

/// Each system of the notes from data to report, with few epochs.
@Suite struct SystemTests {
  /// Trains into `runs/a`, checks that the page can be written with every chart, and returns the run.
  private func train(_ lossline: Command, _ arguments: [String]) throws -> Run {
    let result = try lossline.run(["train"] + arguments + ["--name", "a"])
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    let run = try Run(reading: lossline.folder.appending(path: "runs/a"))
    #expect(run.status == .finished && run.diagnostics.isEmpty)
    let report = try lossline("report", "runs/a")
    #expect(report.status == 0 && report.errors == "", "\(report.errors)")
    let files = try lossline.files(below: "reports/a")
    for chart in run.charts {
      #expect(files["charts/\(chart.slug).png"] != nil, "\(chart.slug)")
      #expect(!chart.caption.isEmpty && !chart.title.isEmpty)
    }
    #expect(try lossline.files(below: "runs/a/checkpoints").keys.sorted() == ["last.safetensors"])
    return run
  }

  @Test func sequence() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let run = try train(lossline, ["sequence"])
    #expect(run.series("loss")?.count == 100)
    #expect(run.charts.map(\.slug) == ["history", "predictions", "errors"])
    #expect(run.manifest.model?.layers.map(\.parameterCount) == [120, 11])
    #expect(run.manifest.model?.layers.map(\.outputShape) == [[nil, 10], [nil, 1]])
    let rows = try #require(run.tables.first).rows
    #expect(rows.count == 8 && rows.filter { $0[4] == "never seen" }.map { $0[1] } == ["0.3", "1"])
    // Keras over four seeds: 0.78 … 0.95 for 1.0, 0.21 … 0.39 for 0.3, a loss of 2e-4 … 8e-3.
    let high = try #require(Double(rows[7][2]))
    let low = try #require(Double(rows[0][2]))
    #expect((0.75...1).contains(high) && (0.15...0.45).contains(low))
    #expect(try #require(run.manifest.metrics["loss"]?.last) < 2e-2)
    #expect(run.manifest.notes?.contains("only roughly right") == true)
  }

  @Test(arguments: ["simple", "lstm", "gru", "dense"]) func everyCellOfWindows(cell: String) throws {
    for example in ["sequence", "airline"] {
      let lossline = try Command()
      defer { lossline.remove() }
      let run = try train(lossline, [example, "--cell", cell, "--epochs", "2", "--units", "3"])
      #expect(run.manifest.config["cell"]?.stringValue == cell && run.manifest.group == "\(example)-\(cell)")
      let gates = ["simple": 1, "lstm": 4, "gru": 3][cell] ?? 1
      let window = example == "sequence" ? 4 : 12
      let hidden = cell == "dense" ? window * 3 + 3 : gates * (3 + 9 + 3) + (cell == "gru" ? 9 : 0)
      #expect(run.manifest.model?.parameterCount == hidden + 4)
    }
  }

  @Test func gohome() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let run = try train(lossline, ["gohome"])
    #expect(run.charts.map(\.slug) == ["history", "decoded", "probabilities"])
    #expect(run.manifest.model?.parameterCount == 4 * 5 + 5 * 5 + 5)
    let texts = run.texts.filter { $0.tag == "decoded" }
    #expect(texts.count == 50 && texts.last?.text == "ohome" && texts.first?.text != "ohome")
    #expect(try #require(run.tables.first).rows.last?[1] == "ohome")
    #expect(run.series("accuracy")?.values.last == 1)
    let heatmap = try #require(run.charts.last).spec(as: Chart.self)
    #expect(heatmap.x.title == "Letter read")
  }

  @Test(arguments: ["lstm", "simple", "gru", "custom"]) func forecast(cell: String) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let run = try train(
      lossline, ["forecast", "--cell", cell, "--series", "100", "--epochs", "2", "--clip-norm", "1"])
    #expect(
      run.charts.map(\.slug) == ["history", "last-step", "forecast-1", "forecast-2", "forecast-3", "by-step"])
    #expect(run.series("val_last_time_step_mse")?.count == 2)
    let parameters = ["lstm": 5250, "simple": 1470, "gru": 4110, "custom": 1550]
    #expect(run.manifest.model?.parameterCount == parameters[cell])
    #expect(run.manifest.model?.layers.first?.outputShape == [nil, nil, 20])
    #expect(run.manifest.config["clip_norm"]?.doubleValue == 1)
    let chart = try #require(run.charts.first { $0.slug == "forecast-1" }).spec(as: Chart.self)
    let counts = chart.marks.compactMap { mark -> Int? in if case .line(let line) = mark { line.y.count } else { nil } }
    // What follows is joined to the last value that was given.
    #expect(counts == [50, 11, 11])
  }

  @Test func forecastWithDropoutIsAnotherTraining() throws {
    let losses = try [[], ["--dropout", "0.2"], ["--recurrent-dropout", "0.2"], ["--clip-value", "0.001"]].map {
      let lossline = try Command()
      defer { lossline.remove() }
      let result = try lossline.run(
        ["train", "forecast", "--series", "60", "--epochs", "2", "--name", "a", "--quiet"] + $0)
      #expect(result.status == 0 && result.output == "")
      return try Run(reading: lossline.folder.appending(path: "runs/a")).series("loss")?.values
    }
    #expect(Set(losses).count == 4)
  }

  @Test(arguments: [true, false]) func imdb(fromArchive: Bool) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try TinyReviews.write(to: lossline.folder)
    if fromArchive { try TinyReviews.pack(in: lossline.folder) }
    let data = fromArchive ? "reviews.tar.gz" : "aclImdb"
    let run = try train(lossline, ["imdb", "--data", data] + TinyReviews.options + ["--epochs", "12"])
    #expect(run.charts.map(\.slug) == ["history", "accuracy", "confusion", "roc", "scores"])
    #expect(run.manifest.model?.layers.map(\.type) == ["Embedding", "LSTM", "Dense"])
    #expect(run.series("val_accuracy")?.count == 12)
    #expect(try #require(run.manifest.metrics["val_accuracy"]?.test) > 0.9)
    #expect(run.manifest.notes?.contains("same split") == true)
    let good = try lossline("predict", "runs/a", "The", "film was lovely and its end great")
    let bad = try lossline.run(["predict", "runs/a"], input: "The film was awful and its end dull")
    #expect(good.output.hasPrefix("positive 0.") && bad.output.hasPrefix("negative 0."), "\(good) \(bad)")
    #expect(bad.output.contains("8 words"))
    #expect(try lossline("predict", "runs/a", "  ").status == 1)
  }

  /// Texts of reviews come from anybody.
  @Test func mostWrongReviewsAreEscaped() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try TinyReviews.write(to: lossline.folder)
    let run = try train(lossline, ["imdb", "--data", "aclImdb"] + TinyReviews.options + ["--learning-rate", "1e-6"])
    let wrong = try #require(run.tables.first { $0.slug == "most-wrong" })
    #expect(wrong.rows.contains { $0[2].contains("<b>") && !$0[2].contains("<br />") })
    let page = String(decoding: try #require(try lossline.files(below: "reports/a")["index.html"]), as: UTF8.self)
    #expect(page.contains("&lt;b&gt;") && !page.contains("was <b>"))
  }
}
