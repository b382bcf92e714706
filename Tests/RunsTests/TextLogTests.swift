import Foundation
import Testing

@testable import Runs

/// Logs as tables and as lines of JSON.
@Suite struct TextLogTests {
  private let folder: TestFolder
  init() throws { folder = try TestFolder() }

  private func read(_ text: String, as name: String = "log.csv", format: RunFormat? = nil) throws -> Run {
    try folder.write(text, to: name)
    return try Run(reading: folder.place(name), format: format)
  }

  @Test func sparseRowsOfLightning() throws {
    try folder.write(
      "lr: 0.001\nmodel:\n  units: 10\n  cell: \"lstm\"\nlayers:\n- 3\n- 4\nwide: true\nnone: null\n",
      to: "version_0/hparams.yaml")
    try folder.write(
      "epoch,step,train_loss,val_loss\n0,49,0.5,\n0,49,,0.75\n1,99,0.25,\n1,99,,nan\n", to: "version_0/metrics.csv")
    let run = try Run(reading: folder.place("version_0"))
    #expect(run.series("train_loss")?.steps == [49, 99] && run.series("train_loss")?.values == [0.5, 0.25])
    #expect(run.series("val_loss")?.steps == [49, 99] && run.series("val_loss")?.values[1].isNaN == true)
    #expect(run.series("epoch")?.values == [0, 0, 1, 1])
    #expect(run.manifest.name == "version_0" && run.stepUnit == "step" && run.status == .unknown)
    #expect(
      run.manifest.config == ["lr": 0.001, "model": ["units": 10, "cell": "lstm"], "layers": [3, 4], "wide": true])
    #expect(try Run.list(in: folder.url).map(\.path) == ["version_0"])
  }

  @Test func missingTextAndQuotedCells() throws {
    let run = try read("\u{FEFF}epoch;loss;\"a \"\"b\"\"\";rates\r\n0;0.5;NA;\"[1;2]\"\r\n1;;-inf;\"[1;2]\"\r\n")
    #expect(run.series("loss")?.steps == [0])
    #expect(run.series("a \"b\"")?.steps == [1] && run.series("a \"b\"")?.values == [-.infinity])
    #expect(run.series("rates") == nil)
    #expect(run.diagnostics.contains { $0.message.contains("in the columns rates") })
  }

  @Test func badRowsAreReportedWithTheirPlace() throws {
    let run = try read("step,loss\n1,0.5\n2,0.4,9\nx,1\n1.5,2\n3,0.3\n4")
    #expect(run.series("loss")?.steps == [1, 3])
    #expect(run.diagnostics.map(\.severity) == [.error, .error, .error, .note])
    #expect(run.diagnostics.map(\.byteOffset) == [15, 23, 27, 39])
    #expect(run.diagnostics.allSatisfy { $0.file == "log.csv" })
  }

  @Test func aSecondHeaderHoldsFromThereOn() throws {
    let run = try read("step,loss\n1,0.5\nstep,accuracy\n2,0.9\nstep,accuracy,loss\n3,0.8,0.1\n")
    #expect(run.series("loss")?.steps == [1, 3])
    #expect(run.series("accuracy")?.steps == [2, 3])
    #expect(run.diagnostics.isEmpty)
  }

  @Test func aLogThatWasResumedHasNoZigzag() throws {
    let run = try read("step,loss\n1,1\n2,2\n3,3\n2,20\n3,30\n4,40\n3,300\n")
    #expect(run.series("loss")?.steps == [1, 2, 3])
    #expect(run.series("loss")?.values == [1, 20, 300])
    #expect(run.diagnostics.map(\.message).first?.contains("restarted 2 times, first at step 2; 4 earlier") == true)
  }

  /// A step that comes late and was not there before replaces nothing.
  @Test func stepsOutOfOrderAreKept() throws {
    let run = try read("step,loss\n1,1\n2,2\n4,4\n3,3\n5,5\n5,6\n9223372036854775807,7\n")
    #expect(run.series("loss")?.steps == [1, 2, 4, 3, 5, 5, .max])
    #expect(run.diagnostics.map(\.severity).contains(.warning))
  }

  @Test func timesAndUnits() throws {
    let run = try read("global_step,timestamp,loss\n1,1700000000.5,1\n2,1700000001500,2\n3,12,3\n")
    #expect(run.stepUnit == "step")
    #expect(run.series("loss").map { Array($0.wallTimes.prefix(2)) } == [1_700_000_000.5, 1_700_000_001.5])
    #expect(run.series("loss")?.wallTimes.last?.isNaN == true)
    #expect(run.manifest.startTime == Date(timeIntervalSince1970: 1_700_000_000.5))
  }

  @Test func aTableWithoutStepsIsReadWhenItsFormatIsNamed() throws {
    #expect(throws: RunError.self) { try read("loss,mae\n1,2\n3,4\n") }
    let run = try read("loss,mae\n1,2\n3,4\n", format: .csv)
    #expect(run.series("mae")?.steps == [0, 1] && run.stepUnit == nil)
  }

  @Test func linesOfJSON() throws {
    let run = try read(
      """
      {"config": {"lr": 0.1, "model": {"units": 3}}}
      {"_step": 1, "train": {"loss": 0.5, "deep": {"x": 1}}, "note": "text", "_timestamp": 1700000000}
      {"_step": 2, "train": {"loss": NaN}, "best": true, "list": [1], "inf": -Infinity, "word": "Infinity"}
      not json
      {"loss": 3}

      {"_step": 3, "train": {"loss": 1e-3, "name\\u00e9\\ud83d\\ude00": 2}}
      {"_step": 4, "tra
      """, as: "run.jsonl")
    #expect(run.series("train/loss")?.steps == [1, 2, 3])
    #expect(run.series("train/deep/x")?.values == [1] && run.series("train/nameé😀")?.values == [2])
    #expect(run.series("inf")?.values == [-.infinity] && run.series("word")?.values == [.infinity])
    #expect(run.manifest.config == ["lr": 0.1, "model": ["units": 3]])
    #expect(run.series("train/loss")?.wallTimes.first == 1_700_000_000)
    let findings = run.diagnostics.map(\.severity)
    #expect(findings == [.error, .note, .warning, .warning, .warning, .warning], "\(run.diagnostics)")
  }

  @Test func theStateOfATrainer() throws {
    let state = """
      {"best_metric": null, "global_step": 20, "max_steps": 20, "num_train_epochs": 2, "log_history": [
        {"epoch": 0.5, "loss": 2.5, "step": 10}, {"epoch": 1.0, "eval_loss": 2.0, "step": 10},
        {"epoch": 1.0, "loss": 1.5, "grad_norm": NaN, "step": 20}]}
      """
    try folder.write(state, to: "output/trainer_state.json")
    try folder.write(state, to: "output/checkpoint-20/trainer_state.json")
    #expect(try Run.list(in: folder.url).map(\.path) == ["output"])
    let run = try Run(reading: folder.place("output"))
    #expect(run.series("loss")?.steps == [10, 20] && run.series("eval_loss")?.steps == [10])
    #expect(run.series("grad_norm")?.values.first?.isNaN == true)
    #expect(run.manifest.config == ["max_steps": 20, "num_train_epochs": 2])
    #expect(try read(#"[{"step": 1, "loss": 2}]"#, as: "array.json").series("loss")?.values == [2])
  }

  @Test func logsSideBySideAreARunEach() throws {
    for name in ["a", "b"] { try folder.write("epoch,loss\n0,1\n", to: "logs/\(name).csv") }
    try folder.write("name,age\nx,1\n", to: "logs/people.csv")
    try folder.write("epoch,loss\n0,1\n", to: "single/only.csv")
    #expect(try Run.list(in: folder.url).map(\.path) == ["logs/a.csv", "logs/b.csv", "single/only.csv"])
    #expect(try Run.readAll(in: folder.url).map(\.manifest.name) == ["a", "b", "only"])
    // One log is the run of its folder, unless there are more runs below: then one has to choose.
    #expect(try Run(reading: folder.place("single")).series("loss")?.count == 1)
    try folder.write("epoch,loss\n0,1\n", to: "choice/only.csv")
    try folder.write("epoch,loss\n0,1\n", to: "choice/other/metrics.csv")
    let choice = #expect(throws: RunError.self) { try Run(reading: folder.place("choice")) }
    #expect(choice?.message.contains("only.csv, other") == true)
    #expect(try Run(reading: folder.place("single")).series("loss")?.count == 1)
    let error = #expect(throws: RunError.self) { try Run(reading: folder.place("logs")) }
    #expect(error?.message.hasSuffix("Give one of the runs in it: a.csv, b.csv.") == true)
  }

  @Test func aFormatThatIsNotTheFilesOwnIsAnError() throws {
    try folder.write("epoch,loss\n0,1\n", to: "logs/a.csv")
    for format in RunFormat.allCases where format != .csv && format != .jsonLines {
      #expect(throws: RunError.self, "\(format)") { try Run(reading: folder.place("logs"), format: format) }
    }
    #expect(try Run(reading: folder.place("logs"), format: .csv).series("loss")?.count == 1)
  }
}
