internal import CKernels

extension Variable {
  /// One step of a sequence: (batch, time, features) → (batch, features).
  public func timeStep(_ t: Int) -> Variable {
    precondition(shape.count == 3 && (0..<shape[1]).contains(t), "Step \(t) was asked for in the shape \(shape).")
    let (batch, row, features) = (shape[0], shape[1] * shape[2], shape[2])
    let output = tape.arena.allocate(batch * features)
    for sample in 0..<batch {
      (output + sample * features).update(from: values + sample * row + t * features, count: features)
    }
    return tape.record(output, shape: [batch, features], inputs: self) { [node] tape, gradient in
      guard let target = tape.neededGradient(of: node) else { return }
      for sample in 0..<batch {
        tape.kernels.table.pointee.scale_add(
          Int64(features), 1, gradient + sample * features, target + sample * row + t * features)
      }
    }
  }

  /// Steps put together to a sequence: time times (batch, features) → (batch, time, features). At least one is needed.
  public static func stackedOverTime(_ steps: [Variable]) -> Variable {
    precondition(!steps.isEmpty && steps.allSatisfy { $0.shape == steps[0].shape }, "Steps of one shape are stacked.")
    let (tape, batch, features) = (steps[0].tape, steps[0].shape[0], steps[0].shape[1])
    let row = steps.count * features
    let output = tape.arena.allocate(batch * row)
    for (t, step) in steps.enumerated() {
      for sample in 0..<batch {
        (output + sample * row + t * features).update(from: step.values + sample * features, count: features)
      }
    }
    let nodes = steps.map(\.node)
    return tape.record(output, shape: [batch, steps.count, features], inputs: steps) { tape, gradient in
      for (t, node) in nodes.enumerated() {
        guard let target = tape.neededGradient(of: node) else { continue }
        for sample in 0..<batch {
          tape.kernels.table.pointee.scale_add(
            Int64(features), 1, gradient + sample * row + t * features, target + sample * features)
        }
      }
    }
  }

  /// The same sequences with their steps in reverse order: (batch, time, features).
  public func reversedInTime() -> Variable {
    Variable.stackedOverTime((0..<shape[1]).reversed().map(timeStep))
  }

  /// The same sequences with zeros at the steps that do not count: (batch, time, features).
  func zeroed(by mask: SequenceMask) -> Variable {
    let factors = tape.data(shape: shape)
    for index in 0..<count { factors.values[index] = mask.values[index / lastLength] }
    return self * factors
  }

  /// The rows of samples whose step `t` counts, and those of another variable for the rest; both (batch, features).
  ///
  /// Rows are copied, so that what padding made of the others, even infinity, has no effect.
  func selected(by mask: SequenceMask, at t: Int, otherwise other: Variable) -> Variable {
    precondition(
      shape == other.shape && shape.first == mask.batch, "One row is chosen for each of \(mask.batch) samples.")
    let features = lastLength
    let output = tape.arena.allocate(count)
    for sample in 0..<mask.batch {
      let chosen = mask[sample, t] ? values : other.values
      (output + sample * features).update(from: chosen + sample * features, count: features)
    }
    return tape.record(output, shape: shape, inputs: self, other) { [node, other = other.node] tape, gradient in
      let targets = (tape.neededGradient(of: node), tape.neededGradient(of: other))
      for sample in 0..<mask.batch {
        guard let target = mask[sample, t] ? targets.0 : targets.1 else { continue }
        let start = sample * features
        tape.kernels.table.pointee.scale_add(Int64(features), 1, gradient + start, target + start)
      }
    }
  }
}
