/// The tags of Keras' TensorBoard callback, which writes the same ones into the folders `train` and `validation`.
enum KerasTags {
  /// The curves of one of the folders under the names that Keras' history has: `epoch_loss` is `loss` in `train/` and
  /// `val_loss` in `validation/`.
  ///
  /// - Parameter prefix: The folder with its slash; empty for the folder above, whose tags stay.
  static func translated(_ table: ScalarTable, from prefix: String) -> ScalarTable {
    if prefix.isEmpty { return table }
    var result = ScalarTable()
    for series in table.series {
      var series = series
      let metric = series.tag.hasPrefix("epoch_") ? String(series.tag.dropFirst(6)) : series.tag
      series.tag = prefix == "validation/" ? "val_\(metric)" : metric
      result.append(series)
    }
    return result
  }
}
