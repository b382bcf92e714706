public import Runs

extension CSVTable {
  /// Columns of numbers as training data.
  ///
  /// - Parameter columns: The names of the columns, in the order wanted.
  /// - Returns: A tensor (rows, columns).
  /// - Throws: `CSVError` for a column that is missing, named twice or holds something else than numbers, with the line;
  ///   ``TrainError`` for a missing or infinite number (`notFinite`, with the line) or no column (`emptyData`).
  public func tensor(_ columns: [String]) throws -> Tensor {
    guard !columns.isEmpty else {
      throw TrainError(
        .emptyData,
        "\(file): no column was asked for. Name at least one of \(header.map { "\"\($0)\"" }.joined(separator: ", ")).")
    }
    var values = [Float](repeating: 0, count: rows.count * columns.count)
    for (place, column) in columns.enumerated() {
      for (row, number) in try numbers(column).enumerated() {
        guard Float(number).isFinite else {
          throw TrainError(
            .notFinite,
            "\(file):\(lines[row]): column \"\(column)\" holds \(number) there, a missing or too large number. Fill it "
              + "in or remove the row.")
        }
        values[row * columns.count + place] = Float(number)
      }
    }
    return Tensor(uncheckedShape: [rows.count, columns.count], values: values)
  }
}
