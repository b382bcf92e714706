/// Times `fit` alone, warm, as `peers/train_torch.py` does, or charts, as `peers/plot_mpl.py` does, and prints a line of
/// JSON a case.
@main
struct Bench {
  static func main() throws {
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
