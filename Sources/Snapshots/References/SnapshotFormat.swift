/// What is kept of a chart.
package enum SnapshotFormat: String, Sendable, Hashable, CaseIterable, Codable {
  /// The scene as text: every shape and text with its place.
  case scene
  /// The picture.
  case png
  /// The text that can be selected in the PDF.
  case pdf

  /// How its files end.
  package var ending: String {
    switch self {
    case .scene: "scene"
    case .png: "png"
    case .pdf: "pdf.txt"
    }
  }
}
