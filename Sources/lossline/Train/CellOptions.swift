internal import ArgumentParser
internal import Examples

/// What the model is made of.
struct CellOptions<E: CellExample>: ParsableArguments {
  @Option(
    help: "The cell: \(Cell.list(E.cells)). (default: \(E().cell.rawValue))",
    completion: .list(E.cells.map(\.rawValue)), transform: Self.cell)
  var cell: Cell?
  @Option(parsing: .unconditional, help: "The width of the hidden layers. (default: \(E().units))")
  var units: Int?

  func validate() throws {
    try Given.require(units, "--units", in: E.unitRange)
  }

  private static func cell(named name: String) throws -> Cell {
    guard let cell = Cell(rawValue: name), E.cells.contains(cell) else {
      throw ValidationError("give \(Cell.list(E.cells)).")
    }
    return cell
  }

  func apply(to example: inout E) {
    example.cell = cell ?? example.cell
    example.units = units ?? example.units
  }

  var fixed: [String] { Given.names([("--cell", cell), ("--units", units)]) }
}
