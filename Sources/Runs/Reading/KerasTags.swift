/// The tags of Keras' TensorBoard callback, which writes the same ones into the folders `train` and `validation`.
enum KerasTags {
  /// The curves of one of the folders under the names that Keras' history has: `epoch_loss` is `loss` in `train/` and
  /// `val_loss` in `validation/`. Of `evaluation_loss_vs_iterations`, which holds the same values by the number of batches,
  /// nothing is taken over: a run has one kind of step, here the epoch. Read the folder `validation` alone to have it.
  ///
  /// - Parameter prefix: The folder with its slash; empty for the folder above, whose tags stay.
  static func translated(_ table: ScalarTable, from prefix: String) -> ScalarTable {
    if prefix.isEmpty { return table }
    var result = ScalarTable()
    for var series in table.series where !repeatsEpochs(series.tag, table.tags) {
      let metric = series.tag.hasPrefix("epoch_") ? String(series.tag.dropFirst(6)) : series.tag
      series.tag = prefix == "validation/" ? "val_\(metric)" : metric
      result.append(series)
    }
    return result
  }

  private static func repeatsEpochs(_ tag: String, _ tags: Set<String>) -> Bool {
    guard tag.hasPrefix("evaluation_"), tag.hasSuffix("_vs_iterations") else { return false }
    return tags.contains("epoch_" + tag.dropFirst("evaluation_".count).dropLast("_vs_iterations".count))
  }
}
