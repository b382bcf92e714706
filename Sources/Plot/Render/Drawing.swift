public import Foundation

/// A chart laid out and ready to be written in any format; all formats show the same shapes at the same places.
public struct Drawing: Sendable {
  package let scene: Scene

  /// What a reader who cannot see the chart is told.
  public var alternativeText: String { scene.alternativeText }

  /// What was odd about the data or the fonts; empty for a chart without any problem.
  public var diagnostics: [Diagnostic] { scene.diagnostics }

  /// The data of a chart of lines and where they lie, for pages with a script; `nil` for other charts.
  package var lines: PlottedLines? { scene.lines }

  /// The values of any other chart and where they lie, for pages with a script; empty for charts of very many marks.
  package var marks: [PlottedMarks] { scene.marks }

  /// Width and height in points.
  package var size: (width: Double, height: Double) { (scene.width, scene.height) }

  /// The chart as a PNG picture.
  ///
  /// - Parameter scale: Pixels a point; 2 by default, which is 144 dots an inch.
  /// - Throws: ``PlotError/Code/invalidGeometry`` for a scale that gives an empty or a huge picture.
  public func png(scale: Double = 2) throws -> [UInt8] { try PNGEncoder.encode(scene, scale: scale) }

  /// The chart as a PDF page with embedded fonts and selectable text.
  ///
  /// Words can be found and copied in every script. Readers differ where several letters are one glyph or stand on a
  /// slope: Poppler (`pdftotext`) turns round لا and letters with vowel points, and tilted names in Arabic and Hebrew;
  /// and it takes a tilted name apart where its words are of several fonts.
  public func pdf() throws -> [UInt8] { try PDFWriter.write([scene]) }

  /// The chart as an SVG document with real text.
  public func svg() -> String { SVGWriter.write(scene, embedded: false, identifier: nil) }

  /// The chart as an `svg` element for a page that includes ``Theme/styleSheet(dark:)``.
  ///
  /// - Parameter identifier: A prefix for the element's ids, unique in the page: letters, digits, hyphens and underscores.
  public func svg(embeddedAs identifier: String) -> String {
    SVGWriter.write(scene, embedded: true, identifier: identifier)
  }

  /// Writes the chart in the format that the file's ending names: `.png`, `.pdf` or `.svg`.
  ///
  /// The file appears whole or not at all: it is written beside its place and then moved there.
  ///
  /// - Parameters:
  ///   - file: The place to write to, in a folder that exists.
  ///   - scale: Pixels a point, for PNG.
  /// - Throws: ``PlotError/Code/unknownFormat`` for another ending, ``PlotError/Code/unwritableFile``.
  public func write(to file: URL, scale: Double = 2) throws {
    let bytes: [UInt8]
    switch file.pathExtension.lowercased() {
    case "png": bytes = try png(scale: scale)
    case "pdf": bytes = try pdf()
    case "svg": bytes = Array(svg().utf8)
    default:
      throw PlotError(
        .unknownFormat, "\(file.path(percentEncoded: false)) names no format; end it in .png, .pdf or .svg.")
    }
    try OutputFile.write(bytes, to: file)
  }
}

extension Chart {
  /// Lays the chart out, once for all formats.
  ///
  /// - Throws: ``PlotError`` for columns of unequal length or of the wrong kind, an unusable size, or missing fonts.
  public func drawing(fonts: FontLibrary = .installed) throws -> Drawing {
    try drawing(fonts: fonts, wording: ChartWording())
  }

  /// Lays the chart out with the words of another language.
  package func drawing(fonts: FontLibrary = .installed, wording: ChartWording) throws -> Drawing {
    Drawing(scene: try ChartLayout.scene(self, fonts: fonts, wording: wording))
  }

  /// The chart as a PNG picture; see ``Drawing/png(scale:)``.
  public func png(scale: Double = 2) throws -> [UInt8] { try drawing().png(scale: scale) }

  /// The chart as a PDF page; see ``Drawing/pdf()``.
  public func pdf() throws -> [UInt8] { try drawing().pdf() }

  /// The chart as an SVG document; see ``Drawing/svg()``.
  public func svg() throws -> String { try drawing().svg() }

  /// Writes the chart in the format that the file's ending names; see ``Drawing/write(to:scale:)``.
  public func write(to file: URL, scale: Double = 2) throws { try drawing().write(to: file, scale: scale) }
}
