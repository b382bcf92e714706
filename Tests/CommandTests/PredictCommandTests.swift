import Foundation
import Testing

@Suite struct PredictCommandTests {
  private func trained(_ arguments: String...) throws -> Command {
    let lossline = try Command()
    #expect(try lossline.run(["train"] + arguments + ["--name", "a", "--quiet"]).status == 0)
    return lossline
  }

  @Test func numbersAnswerNumbers() throws {
    let lossline = try trained("sequence")
    defer { lossline.remove() }
    let rows = try lossline.files(below: "runs/a/tables")["predictions.csv"]
    let table = String(decoding: try #require(rows), as: UTF8.self)
    for input in [["0.6", "0.7", "0.8", "0.9"], ["-0.1", "0.0", "0.1", "0.2"], ["-0.1,0,0.1;0.2"]] {
      let result = try lossline.run(["predict", "runs/a"] + input)
      let answer = try #require(Double(result.output.trimmingCharacters(in: .newlines)), "\(result.errors)")
      // The report's table has the same prediction with three decimals.
      let rounded = (answer * 1000).rounded() / 1000
      #expect(result.status == 0 && table.contains(",\(rounded),"), "\(answer)")
    }
    #expect(try lossline.run(["predict", "runs/a"], input: "0.6 0.7\n0.8 0.9\n").status == 0)
  }

  @Test func airlineAndForecastAndGohome() throws {
    let airline = try trained("airline", "--epochs", "100")
    defer { airline.remove() }
    let year = ["417", "391", "419", "461", "472", "535", "622", "606", "508", "461", "390", "432"]
    let result = try airline.run(["predict", "runs/a"] + year)
    let passengers = try #require(Double(result.output.trimmingCharacters(in: .newlines)), "\(result.errors)")
    #expect((300...600).contains(passengers))
    let forecast = try trained("forecast", "--series", "20", "--epochs", "1")
    defer { forecast.remove() }
    let values = (0..<50).map { "\(Double($0 % 7) / 10)" }
    #expect(try forecast.run(["predict", "runs/a"] + values).output.split(separator: " ").count == 10)
    let gohome = try trained("gohome")
    defer { gohome.remove() }
    #expect(try gohome("predict", "runs/a", "gohom").output == "ohome\n")
    #expect(try gohome("predict", "runs/a", "go").output == "oh\n")
  }

  @Test(arguments: [
    (["0.6", "0.7", "0.8"], "3 numbers were given. Give four"), (["1", "2", "3", "x"], "“x” is no finite number"),
    (["1", "2", "3", "nan"], "“nan” is no finite number"), (["1", "2", "3", "1e300"], "“1e300”"),
  ])
  func inputThatDoesNotFit(input: [String], message: String) throws {
    let lossline = try trained("sequence", "--epochs", "1")
    defer { lossline.remove() }
    let result = try lossline.run(["predict", "runs/a"] + input)
    #expect(result.status == 1 && result.output == "" && result.errors.contains(message), "\(result.errors)")
  }

  @Test func lettersThatAreNotThereAreNamed() throws {
    let lossline = try trained("gohome", "--epochs", "1")
    defer { lossline.remove() }
    let result = try lossline("predict", "runs/a", "hello")
    #expect(result.status == 1 && result.errors.contains("letters g, o, h and m"))
  }

  @Test func whatIsNoTrainedRunIsNamed() throws {
    let lossline = try trained("sequence", "--epochs", "1")
    defer { lossline.remove() }
    #expect(try lossline("predict", "runs/missing", "1 2 3 4").errors.contains("runs/missing"))
    try lossline.change("runs/a/checkpoints/last.safetensors") { $0.removeLast(8) }
    let torn = try lossline("predict", "runs/a", "1 2 3 4")
    #expect(torn.status == 1 && torn.errors.contains("last.safetensors"), "\(torn.errors)")
    try FileManager.default.removeItem(at: lossline.folder.appending(path: "runs/a/checkpoints"))
    let empty = try lossline("predict", "runs/a", "1 2 3 4")
    #expect(empty.status == 1 && empty.errors.contains("no trained weights"), "\(empty.errors)")
    try lossline.change("runs/a/run.json") { bytes in
      bytes = Data(String(decoding: bytes, as: UTF8.self).replacing("\"units\" : 10", with: "\"units\" : -3").utf8)
    }
    let settings = try lossline("predict", "runs/a", "1 2 3 4")
    #expect(settings.status == 1 && settings.errors.contains("“units” is -3"), "\(settings.errors)")
  }
}
