internal import Runs

/// The curves of one metric as CSV: the x of each row, and of each group the mean and, of several runs, both ends of the
/// interval and n.
///
/// Of hundreds of runs these are millions of numbers, so they lie in one block, row after row, before they are written.
struct CurveTable {
  private let header: [String]
  private let places: [Double]
  /// Row after row, without the places.
  private var cells: [Double]

  /// - Parameter curves: The groups' names and curves; those without one are left out.
  init(_ curves: [(name: String, curve: GroupCurve)], xTitle: String) {
    let columns = curves.flatMap { name, curve -> [(name: String, x: [Double], values: [Double])] in
      guard curve.hasInterval else { return [(name, curve.x, curve.mean)] }
      let count = [Double](repeating: Double(curve.count), count: curve.x.count)
      return [
        (name + " mean", curve.x, curve.mean), (name + " low", curve.x, curve.low),
        (name + " high", curve.x, curve.high), (name + " n", curve.x, count),
      ]
    }
    header = [xTitle] + columns.map(\.name)
    places = CurveTable.places(curves.map(\.curve.x))
    cells = [Double](repeating: CurveTable.missing, count: places.count * columns.count)
    for (number, column) in columns.enumerated() {
      var row = 0
      for (x, value) in zip(column.x, column.values) {
        while row < places.count, places[row] < x { row += 1 }
        guard row < places.count else { break }
        if places[row] == x { cells[row * columns.count + number] = value }
      }
    }
  }

  /// UTF-8.
  var csv: [UInt8] {
    let width = header.count - 1
    var bytes = Array(CSVWriter.row(header).utf8)
    bytes.reserveCapacity(bytes.count + cells.count * 11 + places.count * 8)
    for (row, place) in places.enumerated() {
      bytes.append(contentsOf: CSVWriter.text(place).utf8)
      for cell in cells[row * width..<(row + 1) * width] {
        bytes.append(UInt8(ascii: ","))
        CurveTable.append(cell, to: &bytes)
      }
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
  }

  /// A NaN that no log holds: the group has nothing at this place.
  private static let missing = Double(bitPattern: 0x7FF8_0000_0000_00C5)

  private static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.bitPattern != missing.bitPattern else { return }
    // Event files hold single precision, whose own shortest text has half the digits.
    let single = Float(value)
    guard Double(single) == value else { return bytes.append(contentsOf: CSVWriter.text(value).utf8) }
    bytes.append(contentsOf: single.description.utf8)
    if bytes.last == UInt8(ascii: "0"), bytes.dropLast().last == UInt8(ascii: ".") { bytes.removeLast(2) }
  }

  /// The places of all curves in ascending order; of curves that share them all this is quick.
  private static func places(_ columns: [[Double]]) -> [Double] {
    guard let first = columns.first else { return [] }
    let isShared = columns.dropFirst().allSatisfy { $0 == first }
    return isShared && zip(first, first.dropFirst()).allSatisfy { $0 < $1 } ? first : Set(columns.joined()).sorted()
  }
}
