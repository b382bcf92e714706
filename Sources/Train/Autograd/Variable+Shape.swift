internal import CKernels

extension Variable {
  /// The same elements in another shape of equal size.
  public func reshaped(_ shape: [Int]) -> Variable {
    precondition(
      Tensor.count(of: shape) == count, "The shape \(self.shape) cannot become \(shape): the number of values differs.")
    return tape.record(values, shape: shape, inputs: self) { [node, count] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      tape.kernels.table.pointee.scale_add(Int64(count), 1, gradient, target)
    }
  }

  /// The same node in another shape of equal size: for a value that nothing else reads, as its gradient is the node's.
  func viewed(as shape: [Int]) -> Variable {
    precondition(Tensor.count(of: shape) == count, "The shape \(self.shape) cannot become \(shape).")
    return Variable(tape: tape, node: node, shape: shape)
  }

  /// Some columns of the last axis: (…, n) → (…, range.count).
  public func columns(_ range: Range<Int>) -> Variable {
    let (rows, length, width) = (rows, lastLength, range.count)
    precondition(range.lowerBound >= 0 && range.upperBound <= length, "Columns \(range) of \(shape) do not exist.")
    let output = tape.arena.allocate(rows * width)
    for row in 0..<rows { (output + row * width).update(from: values + row * length + range.lowerBound, count: width) }
    return tape.record(output, shape: shape.dropLast() + [width], inputs: self) { [node] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      for row in 0..<rows {
        tape.kernels.table.pointee.scale_add(
          Int64(width), 1, gradient + row * width, target + row * length + range.lowerBound)
      }
    }
  }

  /// The last axis in equal parts: (…, n) → parts times (…, n / parts).
  public func split(_ parts: Int) -> [Variable] {
    precondition(parts > 0 && lastLength % parts == 0, "The last axis of \(shape) has no \(parts) equal parts.")
    let width = lastLength / parts
    return (0..<parts).map { columns($0 * width..<($0 + 1) * width) }
  }

  /// Variables side by side along the last axis; the other axes are equal. At least one is needed.
  public static func concatenated(_ parts: [Variable]) -> Variable {
    precondition(
      !parts.isEmpty && parts.allSatisfy { $0.shape.dropLast() == parts[0].shape.dropLast() },
      "Shapes that differ only in the last axis are put side by side, and \(parts.map(\.shape)) were given.")
    let (tape, rows) = (parts[0].tape, parts[0].rows)
    let widths = parts.map(\.lastLength)
    let total = widths.reduce(0, +)
    let starts = widths.indices.map { widths[..<$0].reduce(0, +) }
    let output = tape.arena.allocate(rows * total)
    for (part, start) in zip(parts, starts) {
      let width = part.lastLength
      for row in 0..<rows { (output + row * total + start).update(from: part.values + row * width, count: width) }
    }
    let nodes = parts.map(\.node)
    return tape.record(output, shape: parts[0].shape.dropLast() + [total], inputs: parts) { tape, gradient in
      for (index, node) in nodes.enumerated() {
        guard let target = tape.neededGradient(of: node) else { continue }
        let width = widths[index]
        for row in 0..<rows {
          tape.kernels.table.pointee.scale_add(
            Int64(width), 1, gradient + row * total + starts[index], target + row * width)
        }
      }
    }
  }

  /// One row for each sample: (batch, …) → (batch, product of the rest).
  public func flattened() -> Variable {
    let batch = shape.first ?? 1
    return reshaped([batch, shape.dropFirst().reduce(1, *)])
  }
}
