/// An example whose cell can be chosen.
public protocol CellExample: Example {
  /// The cells to choose from.
  static var cells: [Cell] { get }
  /// What reads the sequences.
  var cell: Cell { get set }
  /// The width of the hidden layers, within ``unitRange``.
  var units: Int { get set }
}

extension CellExample {
  /// What ``units`` may be.
  public static var unitRange: ClosedRange<Int> { 1...4096 }

  /// The cell, for names of runs.
  public var variant: String { cell.rawValue }
}
