import Foundation

/// Times `fit` alone, warm, as `peers/train_torch.py` does, or charts, as `peers/plot_mpl.py` does, or the writing and
/// reading of logs, and prints a line of JSON a case; draws the results of such cases.
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
    let operands = Array(arguments.dropFirst())
    switch (arguments.first, operands.count) {
    case (nil, _): throw UsageError(problem: "What is to be measured?")
    case ("peak", 0): MatrixPeak.measure()
    case ("charts", 1): try Charts.measure(folder: URL(filePath: operands[0]))
    case ("read", 1): try Reading.measure(operands[0])
    case ("write", 2):
      guard let count = Int(operands[0]), count > 0 else {
        throw UsageError(problem: "“\(operands[0])” is no number of scalars.")
      }
      try Writing.measure(count: count, folder: operands[1])
    case ("draw", 2): try ResultCharts(file: URL(filePath: operands[0])).write(to: URL(filePath: operands[1]))
    default: for name in arguments { try Training(name).measure() }
    }
  }
}

/// Arguments that name nothing to measure.
struct UsageError: Error, CustomStringConvertible {
  var problem: String

  var description: String {
    """
    \(problem)
    There are: \(Training.names.joined(separator: ", ")), of which several can be named, and peak, charts FOLDER, \
    read FOLDER, write COUNT FOLDER, draw RESULTS FOLDER.
    """
  }
}
