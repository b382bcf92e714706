internal import CKernels

extension Variable {
  /// Some rows of a matrix, each as often as it is named: (rows, n) → (shape…, n).
  ///
  /// - Parameters:
  ///   - indices: As many as the shape has places, each below the number of rows.
  ///   - shape: The axes that stand for the indices.
  ///   - updates: Is told which rows have a gradient.
  func rows(_ indices: [Int32], shape: [Int], of updates: RowUpdates? = nil) -> Variable {
    let length = lastLength
    let output = tape.arena.allocate(indices.count * length)
    for (place, index) in indices.enumerated() {
      (output + place * length).update(from: values + Int(index) * length, count: length)
    }
    return tape.record(output, shape: shape + [length], inputs: self) { [node] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      updates?.touch(indices)
      for (place, index) in indices.enumerated() {
        tape.kernels.table.pointee.scale_add(
          Int64(length), 1, gradient + place * length, target + Int(index) * length)
      }
    }
  }
}
