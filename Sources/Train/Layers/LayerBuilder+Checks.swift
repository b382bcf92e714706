/// What layers check before they create their parameters.
extension LayerBuilder {
  /// The length of the last axis of an input shape.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) when there is none or it varies.
  public func features(of inputShape: [Int?]) throws -> Int {
    guard let last = inputShape.last, let features = last else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(layerName) needs an input whose last axis, the features, has a fixed length; it was given "
          + "\(ShapeText.lettered([nil] + inputShape)).")
    }
    return features
  }

  /// Checks the number of axes of an input shape, not counting the batch.
  ///
  /// - Throws: ``TrainError`` (`shapeMismatch`) naming the expected axes in letters.
  public func require(rank: Int, of inputShape: [Int?], expected: String) throws {
    guard inputShape.count == rank else {
      throw TrainError(
        .shapeMismatch,
        "The layer \(layerName) expects an input of \(expected); it was given "
          + "\(ShapeText.lettered([nil] + inputShape)).")
    }
  }

  /// Checks a number of units.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) below 1, and where several times as many could not be counted.
  public func requireUnits(_ units: Int) throws {
    guard (1...LayerBuilder.largestCount).contains(units) else {
      throw TrainError(
        .invalidSetting,
        "The layer \(layerName) has \(units) units. Give at least 1 unit and at most \(LayerBuilder.largestCount).")
    }
  }

  /// Checks that a rate of dropout leaves something.
  ///
  /// - Throws: ``TrainError`` (`invalidSetting`) outside 0 ..< 1.
  public func requireRate(_ rate: Float, _ what: String = "dropout rate") throws {
    guard (0..<1).contains(rate) else {
      throw TrainError(
        .invalidSetting, "The layer \(layerName) has a \(what) of \(rate). Give a number of at least 0 and below 1.")
    }
  }

  /// The largest number of values of a parameter, 8 GiB of them.
  static let largestCount = 1 << 31
}
