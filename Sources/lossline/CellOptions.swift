internal import ArgumentParser
internal import Examples

/// An example whose cell can be chosen.
protocol CellExample: Example {
  static var cells: [Cell] { get }
  var cell: Cell { get set }
  var units: Int { get set }
}

extension NumberSequence: CellExample {}
extension Forecast: CellExample {}
extension IMDB: CellExample {}
extension Airline: CellExample {}

/// What the model is made of.
struct CellOptions<E: CellExample>: ParsableArguments {
  @Option(
    help: "The cell: \(Cell.list(E.cells)) (default: \(E().cell.rawValue)).",
    completion: .list(E.cells.map(\.rawValue)), transform: Self.cell)
  var cell: Cell?
  @Option(help: "The width of the hidden layers (default: \(E().units)).")
  var units: Int?

  func validate() throws {
    try Given.require(units, "--units", in: 1...4096)
  }

  private static func cell(named name: String) throws -> Cell {
    guard let cell = Cell(rawValue: name), E.cells.contains(cell) else {
      throw ValidationError("\(E.name) has no such cell; give \(Cell.list(E.cells)).")
    }
    return cell
  }

  func apply(to example: inout E) {
    example.cell = cell ?? example.cell
    example.units = units ?? example.units
  }

  var fixed: [String] { Given.names([("--cell", cell), ("--units", units)]) }
}

/// An example with dropout in its cells.
protocol DropoutExample: Example {
  var dropout: Double { get set }
  var recurrentDropout: Double { get set }
}

extension Forecast: DropoutExample {}
extension IMDB: DropoutExample {}

/// What training leaves out at random.
struct DropoutOptions<E: DropoutExample>: ParsableArguments {
  @Option(help: "The part of a cell's input that training drops (default: \(E().dropout)).")
  var dropout: Double?
  @Option(help: "The part of a cell's state that training does not feed back (default: \(E().recurrentDropout)).")
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
