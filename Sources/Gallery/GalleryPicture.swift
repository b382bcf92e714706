package import Plot
internal import Report

/// What an example of the gallery draws: a chart or a figure.
package protocol GalleryPicture: Sendable {
  /// Whether it keeps colours of its own, whatever the page's are.
  var hasOwnTheme: Bool { get }
  /// The same for screens of the width of a telephone.
  var narrowed: Self { get }
  /// The same in another theme.
  func theme(_ theme: Theme) -> Self
  /// Lays it out.
  func drawing() throws -> Drawing
}

extension Chart: GalleryPicture {
  package var hasOwnTheme: Bool { theme != .light }
  package var narrowed: Chart { forNarrowScreens }
  package func drawing() throws -> Drawing { try drawing(fonts: .installed) }
}

extension Figure: GalleryPicture {
  package var hasOwnTheme: Bool { theme.map { $0 != .light } ?? panels.contains { $0.theme != .light } }
  package func drawing() throws -> Drawing { try drawing(fonts: .installed) }

  /// The panels one below the other; a grid whose rows have titles keeps its columns, in less width.
  package var narrowed: Figure {
    var figure = self
    if rowTitles.isEmpty { figure.columns = 1 } else { return figure.panelSize(width: 190, height: 170) }
    figure.panels = panels.map(\.forNarrowScreens)
    figure.widthInPoints = nil
    figure.heightInPoints = nil
    return figure
  }
}
