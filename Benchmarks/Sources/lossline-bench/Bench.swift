import Foundation

/// Times `fit` alone, warm, as `peers/train_torch.py` does, or charts, as `peers/plot_mpl.py` does, or the writing and
/// reading of logs, and prints a line of JSON a case.
@main
struct Bench {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("lossline-bench: \(error)\n".utf8))
      exit(error is UsageError ? EX_USAGE : EXIT_FAILURE)
    }
  }

  private static func run(_ arguments: [String]) throws {
    switch arguments.first {
    case nil: throw UsageError(problem: "What is to be measured?")
    case "read": try Reading.measure(folder(in: arguments))
    case "write":
      guard arguments.count == 3, let count = Int(arguments[1]), count > 0 else {
        throw UsageError(problem: "“write” takes a number and a folder.")
      }
      try Writing.measure(count: count, folder: arguments[2])
    default:
      for name in arguments { try measure(name) }
    }
  }

  private static func measure(_ name: String) throws {
    switch name {
    case "charts": try Charts.measure()
    case "peak": MatrixPeak.measure()
    default: try Training(name).measure()
    }
  }

  private static func folder(in arguments: [String]) throws -> String {
    guard arguments.count == 2 else { throw UsageError(problem: "“\(arguments[0])” takes a folder.") }
    return arguments[1]
  }
}

/// Arguments that name nothing to measure.
struct UsageError: Error, CustomStringConvertible {
  var problem: String

  var description: String {
    """
    \(problem)
    There are: \((Training.names + ["charts", "peak"]).joined(separator: ", ")), of which several can be named, \
    read FOLDER and write COUNT FOLDER.
    """
  }
}
