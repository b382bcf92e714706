/// A column that tells panels apart: its distinct values, and the rows that have each of them.
struct FacetColumn {
  /// Names in the order of first appearance, numbers ascending, and “missing” last where rows have no value.
  let values: [String]
  /// The position of each row's value in ``values``.
  let positions: [Int]

  init(_ column: Column) {
    let names = Bands.names(of: [column])
    let places = Bands.positions(of: column, in: names)
    values = names + (places.contains(where: \.isNaN) ? ["missing"] : [])
    positions = places.map { $0.isNaN ? names.count : Int($0) }
  }

  /// A column that all rows have the same value of.
  init(rowCount: Int) {
    values = [""]
    positions = Array(repeating: 0, count: rowCount)
  }

  /// The title of a panel: `GRU`, or `cell = GRU` with a label.
  func title(_ number: Int, label: String?) -> String {
    label.map { "\($0) = \(values[number])" } ?? values[number]
  }
}
