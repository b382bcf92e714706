import Foundation
import Runs
import Testing

@Suite struct RunsCommandTests {
  /// Three runs of ours and one that only has an event file.
  private func runs() throws -> Command {
    let lossline = try Command()
    for (number, cell) in ["lstm", "gru", "lstm"].enumerated() {
      let manifest = RunManifest(
        config: ["cell": .string(cell)], seed: UInt64(number), metrics: ["val_loss": .init(direction: .min)])
      let writer = try RunWriter(creating: lossline.folder.appending(path: "runs/r\(number)"), manifest)
      for step in 1...3 { try writer.log("val_loss", Double((step + number) % 3) + 0.5, step: step) }
      try writer.finish()
    }
    try Run(reading: lossline.folder.appending(path: "runs/r1"))
      .export(.tensorboard, to: lossline.folder.appending(path: "runs/theirs"))
    return lossline
  }

  @Test func theTable() throws {
    let lossline = try runs()
    defer { lossline.remove() }
    let lines = try lossline("runs").output.split(separator: "\n")
    #expect(lines.count == 5 && lines[0].hasPrefix("run     status    duration  metric    best  at  last"))
    #expect(lines[4].hasPrefix("theirs  finished") && lines[4].contains("0.5"))
  }

  /// The metric that tells most is named, whatever its program calls it.
  @Test(arguments: [
    ("acc/val,loss/train,loss/val,lr", "loss/val"), ("accuracy,train_loss", "train_loss"),
    ("lr,time,val_acc", "val_acc"), ("grad_norm,mae", "mae"), ("val_aux_loss,val_loss", "val_loss"),
  ]) func theMetricOfTheTable(header: String, metric: String) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    let cells = header.split(separator: ",").map { _ in ",0.5" }.joined()
    try "step,\(header)\n1\(cells)\n".write(
      to: lossline.folder.appending(path: "log.csv"), atomically: true, encoding: .utf8)
    let words = try lossline("runs", ".").output.split(separator: "\n")[1].split(separator: " ")
    #expect(words.dropFirst().map(String.init) == ["unknown", "–", metric, "0.5", "1", "0.5"])
  }

  @Test func filterSortAndColumns() throws {
    let lossline = try runs()
    defer { lossline.remove() }
    let result = try lossline(
      "runs", "--filter", "config.cell == lstm", "--sort", "val_loss.last", "--columns", "run, val_loss.last,seed")
    #expect(
      result.output == "run  val_loss.last  seed\nr0             0.5     0\nr2             2.5     2\n"
        || result.output.contains("r0") && result.errors == "", "\(result.output)")
    let csv = try lossline("runs", "--format", "csv", "--columns", "run,val_loss", "--sort", "run", "--reverse")
    #expect(csv.output == "run,val_loss\r\ntheirs,0.5\r\nr2,0.5\r\nr1,0.5\r\nr0,0.5\r\n")
    let json = try lossline("runs", "--format", "json", "--filter", "run == r1").output
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(list.count == 1 && list[0]["path"] as? String == "r1")
    #expect(try lossline("runs", "--filter", "seed > 7").output == "The filter holds for no run.\n")
  }

  @Test func whatIsMisspeltIsTold() throws {
    let lossline = try runs()
    defer { lossline.remove() }
    for (arguments, status) in [
      (["--filter", "config.cel == lstm"], 1), (["--filter", "(seed"], 64), (["--sort", "val_los"], 1),
      (["--columns", "run,sed"], 1),
    ] {
      let result = try lossline.run(["runs"] + arguments)
      #expect(result.status == Int32(status) && result.output == "" && result.errors.hasPrefix("Error: "), "\(result)")
    }
  }

  @Test func export() throws {
    let lossline = try runs()
    defer { lossline.remove() }
    let toFile = try lossline("export", "runs/r0", "-o", "r0.csv")
    #expect(toFile.status == 0 && toFile.errors.contains("csv has no place for the configuration, 1 text"))
    let text = String(decoding: try #require(try lossline.files(below: ".")["r0.csv"]), as: UTF8.self)
    #expect(text.hasPrefix("step,wall_time,val_loss\r\n1,") && text.split(separator: "\r\n").count == 4)
    #expect(try lossline("export", "runs/r0", "--format", "csv", "-o", "-").output == text)
    #expect(try lossline("export", "runs/r0", "-o", "r0.txt").status == 64)
    #expect(try lossline("export", "runs/missing", "-o", "r0.csv").status == 1)
  }
}
