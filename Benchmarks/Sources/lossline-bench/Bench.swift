import Train

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Times `fit` alone, warm, as `peers/train_torch.py` does, or charts, as `peers/plot_mpl.py` does, and prints a line of
/// JSON a case.
@main
struct Bench {
  static func main() throws {
    for name in CommandLine.arguments.dropFirst() {
      switch name {
      case "airline": try airline()
      case "charts": try Charts.measure()
      default: throw UnknownCase(name: name)
      }
    }
  }

  /// LSTM(10) → Dense(1) on the first 104 windows of 12 months: 400 epochs of 4 batches, Adam, mean squared error.
  static func airline() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../data/airline-passengers.csv").path
    let passengers = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .compactMap { Double($0.split(separator: ",")[1]) }
    let normalized = try Standardization(of: passengers, divisor: 5).apply(passengers)
    let samples = try WindowedSeries(normalized, length: 12)
    let training = Array(0..<104)
    let (x, y) = (samples.x.gathering(training), samples.y.gathering(training))
    let model = Sequential([LSTM(10), Dense(1)], seed: 1)
    try model.compile(optimizer: Adam(), loss: .meanSquaredError)
    try model.fit(x, y, epochs: 1)
    var history = History?.none
    let duration = try ContinuousClock().measure { history = try model.fit(x, y, epochs: 400) }
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    let loss = history?["loss"].last ?? .nan
    print(#"{"peer": "lossline", "case": "airline", "seconds": \#(seconds), "loss": \#(loss)}"#)
  }
}

struct UnknownCase: Error, CustomStringConvertible {
  var name: String
  var description: String { "There is no case “\(name)”; there are: airline, charts." }
}
