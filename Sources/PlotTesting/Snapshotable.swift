public import Plot

/// What can be snapshot-tested: charts, figures, and drawings that are laid out already.
public protocol Snapshotable {
  /// Lays it out.
  ///
  /// - Throws: `PlotError` when it cannot be drawn; the test then fails with its message.
  func drawing(fonts: FontLibrary) throws -> Drawing
}

extension Chart: Snapshotable {}
extension Figure: Snapshotable {}

extension Drawing: Snapshotable {
  /// The drawing itself, in the fonts that it was laid out with.
  public func drawing(fonts: FontLibrary) -> Drawing { self }
}
