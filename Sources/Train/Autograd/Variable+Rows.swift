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
    Variable.eachPart(of: indices, length: length) { [table = tape.kernels.table, values] in
      table.pointee.copy_rows($0, $1, $2, values, output)
    }
    return tape.record(output, shape: shape + [length], inputs: self) { [node] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      updates?.touch(indices)
      Variable.eachPart(of: indices, length: length) { [table = tape.kernels.table] in
        table.pointee.add_rows($0, $1, $2, gradient, target)
      }
    }
  }

  /// Divides the columns among threads, so that a row that is named twice is added to in order.
  private static func eachPart(
    of indices: [Int32], length: Int, _ body: (_ rows: ll_row_set, _ first: Int64, _ columns: Int64) -> Void
  ) {
    indices.withUnsafeBufferPointer { indices in
      guard let start = indices.baseAddress else { return }
      let rows = ll_row_set(count: Int64(indices.count), length: Int64(length), indices: start)
      let threads = Threads.parts(operations: indices.count * length * operationsForElement)
      // Whole cache lines.
      let each = ((length + threads - 1) / threads + 15) / 16 * 16
      Threads.run(each == 0 ? 0 : (length + each - 1) / each, threads: threads) { part in
        body(rows, Int64(part * each), Int64(min(each, length - part * each)))
      }
    }
  }

  /// Memory is what these operations wait for; an element takes as long as so many multiplications.
  private static let operationsForElement = 16
}
