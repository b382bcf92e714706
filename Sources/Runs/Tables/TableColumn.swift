/// One column of a table to be logged.
///
/// Numbers are written in the shortest form that reads back as the same value: `0.1`, `1e-05`, `10`, a missing value as
/// `nan`, infinity as `inf`.
public struct TableColumn: Hashable, Sendable {
  /// The name at the head of the column.
  public var name: String

  /// The cells from top to bottom.
  public var cells: [String]

  /// Creates a column of text.
  public init(_ name: String, _ values: [String]) {
    self.name = name
    self.cells = values
  }

  /// Creates a column of whole numbers.
  public init(_ name: String, _ values: [Int]) {
    self.init(name, values.map { "\($0)" })
  }

  /// Creates a column of numbers in single or double precision.
  public init<Value: BinaryFloatingPoint & CustomStringConvertible & Sendable>(_ name: String, _ values: [Value]) {
    self.init(name, values.map(CSVWriter.text))
  }
}
