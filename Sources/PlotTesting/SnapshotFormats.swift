internal import Snapshots

/// In which forms a chart is compared with its references.
public struct SnapshotFormats: OptionSet, Sendable, Hashable {
  /// The forms as bits.
  public let rawValue: Int

  /// From bits; unknown ones mean nothing.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Every shape and text with its place, as text: exact, whatever rasteriser is installed. In `.scene` files.
  public static let scene = SnapshotFormats(rawValue: 1)
  /// The picture: exact to the eye where libraries and fonts are those that drew the reference. In `.png` files.
  public static let image = SnapshotFormats(rawValue: 2)
  /// The text that can be selected in the PDF, in `.pdf.txt` files. Needs `pdftotext` (Debian: poppler-utils).
  public static let pdf = SnapshotFormats(rawValue: 4)

  var formats: [SnapshotFormat] {
    let all: [(SnapshotFormats, SnapshotFormat)] = [(.scene, .scene), (.image, .png), (.pdf, .pdf)]
    return all.compactMap { contains($0.0) ? $0.1 : nil }
  }
}
