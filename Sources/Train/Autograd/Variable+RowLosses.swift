internal import CKernels

extension Variable {
  /// A loss for each row of the last axis: (batch, …, n) → (batch, …).
  ///
  /// - Parameters:
  ///   - target: Rows of any length, as many as this variable has.
  ///   - loss: Given a row of the prediction and one of the target, returns the loss and fills in its derivative by the
  ///     prediction. No gradient flows into the target.
  func rowLosses(
    _ target: Variable,
    _ loss: (
      _ prediction: UnsafeBufferPointer<Float>, _ target: UnsafeBufferPointer<Float>,
      _ derivative: UnsafeMutableBufferPointer<Float>
    ) throws -> Float
  ) rethrows -> Variable {
    let (rows, length) = (rows, lastLength)
    let targetLength = rows == 0 ? 0 : target.count / rows
    precondition(target.count == rows * targetLength, "The target \(target.shape) does not fit \(shape).")
    let output = tape.arena.allocate(rows)
    let derivatives = tape.arena.allocate(count)
    for row in 0..<rows {
      output[row] = try loss(
        UnsafeBufferPointer(start: values + row * length, count: length),
        UnsafeBufferPointer(start: target.values + row * targetLength, count: targetLength),
        UnsafeMutableBufferPointer(start: derivatives + row * length, count: length))
    }
    return tape.record(output, shape: shape.dropLast(), inputs: self) { [node] tape, gradient in
      guard let goal = tape.neededGradient(of: node) else { return }
      for row in 0..<rows {
        tape.kernels.table.pointee.scale_add(
          Int64(length), gradient[row], derivatives + row * length, goal + row * length)
      }
    }
  }

  /// The mean over the last axis of a loss of each element, which gives value and derivative.
  func elementLosses(_ target: Variable, _ loss: (_ prediction: Float, _ target: Float) -> (Float, Float)) -> Variable {
    rowLosses(target) { prediction, target, derivative in
      let scale = 1 / Float(prediction.count)
      var sum = Float(0)
      for index in prediction.indices {
        let (value, slope) = loss(prediction[index], target[index])
        sum += value
        derivative[index] = scale * slope
      }
      return scale * sum
    }
  }
}
