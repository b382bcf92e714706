internal import Plot

/// What is said about the data, beside the data.
enum Annotations: GalleryTopic {
  static let title = "Annotations"

  static let entries: [Entry] = [
    ("Marked points and ranges", "annotations", annotations),
    ("Words at places", "labels", labels),
  ]

  /// A shaded range, a rule and a marked point, each with its words.
  static func annotations() -> Chart {
    let epochs = Array(1...100)
    let validation = epochs.map {
      0.3 + 0.9 / Double($0).squareRoot() + 0.00002 * Double($0 * $0)
    }
    return Chart("Stop at the lowest validation loss") {
      RectangleMark(x: 1...12).annotation("warm-up")
      LineMark(x: epochs, y: validation)
      RuleMark(y: 0.5).annotation("target")
      PointMark(x: [42], y: [validation[41]]).annotation("lowest at 42")
    }
    .xAxis("Epoch")
    .yAxis("Loss")
  }

  /// Text as a mark: each place has its own words.
  static func labels() -> Chart {
    Chart("Accuracy by cost") {
      PointMark(x: [1.0, 2.2, 4.1, 6.5], y: [71, 78, 84, 86])
      TextMark(
        x: [1.0, 2.2, 4.1, 6.5], y: [72.2, 79.2, 85.2, 87.2],
        text: ["SimpleRNN", "GRU", "LSTM", "Transformer"])
    }
    .xAxis("Cost, hours", domain: 0...7.5)
    .yAxis("Accuracy, %", domain: 65...90)
  }
}
