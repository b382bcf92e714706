extension Loss {
  /// The mean of the absolute differences; its derivative where they are 0 is 0.
  public static let meanAbsoluteError = Loss("mean_absolute_error", target: .values) { prediction, target in
    prediction.elementLosses(target) { prediction, target in
      let difference = prediction - target
      return (abs(difference), difference == 0 ? 0 : difference > 0 ? 1 : -1)
    }
  }

  /// Huber's loss (1964): d² / 2 for differences d up to `delta`, beyond it delta · |d| - delta² / 2.
  ///
  /// - Parameter delta: Where the parabola becomes a line; 1 unless told. `compile` refuses what is not a number above 0.
  public static func huber(delta: Float = 1) -> Loss {
    var loss = Loss("huber", target: .values) { prediction, target in
      prediction.elementLosses(target) { prediction, target in
        let difference = prediction - target
        if abs(difference) <= delta { return (0.5 * difference * difference, difference) }
        return (delta * abs(difference) - 0.5 * delta * delta, difference > 0 ? delta : -delta)
      }
    }
    if !(delta > 0 && delta.isFinite) {
      loss.fault = "Huber's loss was given a delta of \(delta). Give a number above 0, such as 1."
    }
    return loss
  }
}
