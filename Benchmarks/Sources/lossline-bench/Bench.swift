/// Times `fit` alone, warm, as `peers/train_torch.py` does, or charts, as `peers/plot_mpl.py` does, and prints a line of
/// JSON a case. `read FOLDER` times the reading of logs.
@main
struct Bench {
  static func main() throws {
    if let place = CommandLine.arguments.firstIndex(of: "write") {
      let arguments = CommandLine.arguments[(place + 1)...]
      guard arguments.count == 2, let count = arguments.first.flatMap({ Int($0) }), let folder = arguments.last else {
        throw UnknownCase(name: "write without a number and a folder")
      }
      return try Writing.measure(count: count, folder: folder)
    }
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
