/// A layer of a network, for a diagram of it.
public struct LayerBox: Sendable, Hashable {
  /// What the layer is called, such as `LSTM`.
  public var name: String
  /// Its output shape or its width, such as `(None, 10)`.
  public var detail: String
  /// How many parameters it has; `nil` to say nothing of them.
  public var parameterCount: Int?

  /// A layer.
  public init(_ name: String, detail: String, parameterCount: Int? = nil) {
    self.name = name
    self.detail = detail
    self.parameterCount = parameterCount
  }
}

extension Chart {
  /// The layers of a network from left to right, joined by arrows.
  ///
  /// - Parameter layers: The layers from the input on; 160 points each.
  public static func layerDiagram(_ layers: [LayerBox]) -> Chart {
    let centers = layers.indices.map { Double($0) * 1.5 }
    let end = (centers.last ?? 0) + 0.65
    return Chart("Layers") {
      for center in centers {
        RectangleMark(x: center - 0.5...center + 0.5, y: 0.1...0.9).opacity(0.15)
      }
      for (a, b) in zip(centers, centers.dropFirst()) {
        LineMark(x: [a + 0.55, b - 0.55], y: [0.5, 0.5]).foregroundStyle(Theme.light.axis).lineWidth(1.25)
        LineMark(x: [b - 0.64, b - 0.55, b - 0.64], y: [0.55, 0.5, 0.45]).foregroundStyle(Theme.light.axis).lineWidth(
          1.25)
      }
      TextMark(x: centers, y: centers.map { _ in 0.68 }, text: layers.map(\.name))
      TextMark(x: centers, y: centers.map { _ in 0.5 }, text: layers.map(\.detail))
      TextMark(
        x: centers, y: centers.map { _ in 0.32 },
        text: layers.map { $0.parameterCount.map { $0 == 1 ? "1 parameter" : "\($0) parameters" } ?? "" })
    }
    .xAxis(domain: -0.65...max(end, 0.65), values: []).yAxis(domain: 0...1, values: [])
    .size(width: max(160 * Double(layers.count), 200), height: 180)
    .alternativeText(
      "Diagram of \(layers.count) layers: " + layers.map { "\($0.name) \($0.detail)" }.joined(separator: ", then "))
  }
}
