internal import ArgumentParser
internal import Examples

/// An example with dropout in its cells.
protocol DropoutExample: Example {
  var dropout: Double { get set }
  var recurrentDropout: Double { get set }
}

extension Forecast: DropoutExample {}
extension IMDB: DropoutExample {}

/// What training leaves out at random.
struct DropoutOptions<E: DropoutExample>: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The part of a cell's input that training drops, from 0 to below 1. (default: \(E().dropout))", valueName: "part")
  )
  var dropout: Double?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The part of a cell's state that training does not feed back. (default: \(E().recurrentDropout))",
      valueName: "part"))
  var recurrentDropout: Double?

  func validate() throws {
    for (option, value) in [("--dropout", dropout), ("--recurrent-dropout", recurrentDropout)] {
      if let value, !(0..<1).contains(value) {
        throw ValidationError("\(option) is \(value); give a number of at least 0 and below 1.")
      }
    }
  }

  func apply(to example: inout E) {
    example.dropout = dropout ?? example.dropout
    example.recurrentDropout = recurrentDropout ?? example.recurrentDropout
  }

  var fixed: [String] { Given.names([("--dropout", dropout), ("--recurrent-dropout", recurrentDropout)]) }
}
