import Foundation
import Testing

/// What is said of a mistake: the command that it was made in, the value, and what to do; 64 for wrong usage, else 1.
@Suite struct ErrorMessageTests {
  private func lossline() throws -> Command {
    let lossline = try Command()
    try lossline.write("epoch,loss\n1,0.5\n2,0.25\n", to: "log.csv")
    try lossline.write("", to: "empty.csv")
    return lossline
  }

  @Test(arguments: [
    ("trian", 64, "There is no command “trian”. Did you mean train?\n  See 'lossline --help'"),
    ("help nonsense", 64, "There is no command “nonsense”."),
    ("snapshots reviw", 64, "Did you mean review?\n  See 'lossline snapshots --help'"),
    ("train airlin", 64, "Did you mean airline?\n  See 'lossline train --help'"),
    ("sweep airlines", 64, "Did you mean airline?\nUsage: lossline sweep"),
    ("export log.csv -o log.txt", 64, "--format csv, jsonl or tensorboard.\nUsage: lossline export"),
    ("train sequence --resume a --seed 3", 64, "and only its --epochs can be changed.\nUsage: lossline train sequence"),
    ("train sequence --seed -1", 64, "'-1' is invalid for '--seed <seed>'"),
    ("train sequence --epochs -3", 64, "--epochs is -3; give at least 1."),
    ("sweep sequence --seeds -1", 64, "--seeds is -1; give 1 to 10000."),
    ("watch log.csv --interval -1", 64, "--interval is -1.0; give 0.1 to 3600 seconds."),
    ("sweep sequence --grid cell", 64, "'--grid <option=values>': give an option and its values"),
    (
      "sweep sequence --grid cel=lstm", 64,
      "--cel lstm --seed 1” is refused: Unknown option '--cel'. Did you mean '--cell'?"
    ),
    ("sweep sequence --baseline nope", 64, "--baseline “nope” fits no combination"),
    ("sweep imdb", 1, "is refused: aclImdb_v1.tar.gz: there is no such file or folder."),
    ("runs --filter loss=1", 64, "'--filter <condition>': Compare with =="),
    ("runs --columns run,", 64, "--columns “run,” lacks a name"),
    ("runs . --sort los", 1, "No run has \"los\". Did you mean loss?"),
    ("compare log.csv --group-by ,", 64, "--group-by names no setting"),
    ("compare log.csv --metric lss", 1, "lss: No run recorded this metric. Choose from loss."),
    ("check log.csv", 64, "Missing expected argument '--rule <rule> ...'"),
    (
      "check log.csv --rule loss<baseline", 64,
      "speaks of a baseline; name its runs with --baseline.\nUsage: lossline check"
    ),
    ("watch log.csv --once --format csv", 64, "Unknown option '--format'"),
    ("report empty.csv", 1, "empty.csv: is empty, so there is no run to read."),
    ("predict log.csv 1", 1, "log.csv: lossline train did not make this run."),
    ("plot . --x epoch --y loss -o a.png", 1, "is a folder. Give the file itself."),
    ("plot log.csv --x epoch --y loss -o log.csv/a.png", 1, "a.png was not written: Not a directory."),
    ("plot log.csv --x epoch --y loss -o none/a.png", 1, "a.png was not written: No such file or directory."),
    ("sweep sequence --runs log.csv --quiet", 1, "log.csv/sequence-sweep: the folder cannot be made: Not a directory."),
  ])
  func mistakesAreTold(line: String, status: Int32, words: String) throws {
    let lossline = try lossline()
    defer { lossline.remove() }
    let result = try lossline.run(line.split(separator: " ").map(String.init))
    #expect(result.status == status && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.hasPrefix("Error: ") && result.errors.matches(of: /Error:/).count == 1)
    if status == 1 { #expect(!result.errors.contains("Usage: ")) }
    for word in ["could not be completed", "NSCocoa", "Optional(", "(null)"] { #expect(!result.errors.contains(word)) }
  }

  @Test func pagesOfSnapshotsNeedAFolder() throws {
    let lossline = try lossline()
    defer { lossline.remove() }
    try lossline.write("", to: "Package.swift")
    let result = try lossline("snapshots", "report", "-o", "log.csv")
    #expect(result.status == 1 && result.errors.contains("log.csv: the folder cannot be made: File exists."))
  }

  /// The page is there all the same.
  @Test func aMissingProgramToOpenWithIsNamed() throws {
    let lossline = try lossline()
    defer { lossline.remove() }
    for command in ["report", "compare"] {
      let result = try lossline.run([command, "log.csv", "--open", "-o", "page"], environment: ["PATH": "/nowhere"])
      #expect(result.status == 1 && result.errors.contains("page/index.html is written, but there is no "))
      #expect(try lossline.files(below: "page")["index.html"] != nil)
    }
  }

  @Test func negativeNumbersMayStandBehindTwoDashes() throws {
    let lossline = try lossline()
    defer { lossline.remove() }
    #expect(try lossline("train", "sequence", "--epochs", "2", "--name", "a", "--quiet").status == 0)
    let plain = try lossline("predict", "runs/a", "-1", "2", "3", "4")
    let dashed = try lossline("predict", "runs/a", "--", "-1", "2", "3", "4")
    #expect(plain.status == 0 && plain.output == dashed.output && !plain.output.isEmpty)
  }
}
