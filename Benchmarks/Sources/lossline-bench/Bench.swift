/// Times `fit` alone, warm, as `peers/train_torch.py` does, or charts, as `peers/plot_mpl.py` does, and prints a line of
/// JSON a case. `read FOLDER` times the reading of logs.
@main
struct Bench {
  static func main() throws {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "read" {
      return try Reading.measure(CommandLine.arguments[2])
    }
    for name in CommandLine.arguments.dropFirst() {
      switch name {
      case "charts": try Charts.measure()
      case "peak": MatrixPeak.measure()
      default: try Training(name).measure()
      }
    }
  }
}

struct UnknownCase: Error, CustomStringConvertible {
  var name: String
  var description: String {
    "There is no case “\(name)”; there are: \((Training.names + ["charts", "peak"]).joined(separator: ", "))."
  }
}
