public import Foundation

extension Figure {
  /// Lays the figure out, once for all formats.
  ///
  /// - Throws: ``PlotError`` for an unusable size, missing fonts, or a panel that cannot be drawn; its message names the
  ///   panel.
  public func drawing(fonts: FontLibrary = .installed) throws -> Drawing {
    Drawing(scene: try FigureLayout.scene(self, fonts: fonts))
  }

  /// The figure as a PNG picture; see ``Drawing/png(scale:)``.
  public func png(scale: Double = 2) throws -> [UInt8] { try drawing().png(scale: scale) }

  /// The figure as a PDF page; see ``Drawing/pdf()``.
  public func pdf() throws -> [UInt8] { try drawing().pdf() }

  /// The figure as an SVG document; see ``Drawing/svg()``.
  public func svg() throws -> String { try drawing().svg() }

  /// Writes the figure in the format that the file's ending names; see ``Drawing/write(to:scale:)``.
  public func write(to file: URL, scale: Double = 2) throws { try drawing().write(to: file, scale: scale) }
}
