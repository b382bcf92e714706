extension Figure {
  /// The figure with another title.
  public func title(_ text: String?) -> Figure { with { $0.title = text } }
  /// The figure with a line under its title.
  public func subtitle(_ text: String?) -> Figure { with { $0.subtitle = text } }
  /// The figure with a line under it.
  public func caption(_ text: String?) -> Figure { with { $0.caption = text } }
  /// The figure with its legend in another place.
  public func legend(_ placement: LegendPlacement) -> Figure { with { $0.legend = placement } }
  /// The figure in another theme.
  public func theme(_ theme: Theme) -> Figure { with { $0.theme = theme } }
  /// The figure with something bold before the panels' titles, for texts to refer to.
  public func panelLabels(_ labels: PanelLabels) -> Figure { with { $0.panelLabels = labels } }
  /// The figure with another space between neighbouring panels, in points.
  public func spacing(_ points: Double) -> Figure { with { $0.spacingInPoints = points } }
  /// The figure with a description of your own for readers who cannot see it.
  public func alternativeText(_ text: String) -> Figure { with { $0.alternativeText = text } }

  /// The figure with the same horizontal domain in all its panels, or in those of each row or column.
  ///
  /// Ticks are named once where all panels of a column have the same domain and title.
  public func sharedX(_ sharing: Sharing = .all) -> Figure { with { $0.xSharing = sharing } }

  /// The figure with the same vertical domain in all its panels, or in those of each row or column.
  ///
  /// Ticks are named once where all panels of a row have the same domain and title.
  public func sharedY(_ sharing: Sharing = .all) -> Figure { with { $0.ySharing = sharing } }

  /// The figure with the same colours for the same numbers in all its panels, and one colour bar: on the right, or where
  /// ``legend(_:)`` says.
  ///
  /// A panel whose colours are of another scheme keeps its own, which a diagnostic says.
  public func sharedColor(_ isShared: Bool = true) -> Figure { with { $0.sharesColor = isShared } }

  /// The figure with a title for each row of its panels, on their right.
  public func rowTitles(_ titles: [String]) -> Figure { with { $0.rowTitles = titles } }

  /// The whole figure in another size, in points (1/72 inch).
  public func size(width: Double, height: Double) -> Figure {
    with {
      $0.widthInPoints = width
      $0.heightInPoints = height
    }
  }

  /// The figure with each of its charts in another size, in points (1/72 inch), from which its own follows.
  public func panelSize(width: Double, height: Double) -> Figure {
    with {
      $0.panels = $0.panels.map { $0.size(width: width, height: height) }
      $0.widthInPoints = nil
      $0.heightInPoints = nil
    }
  }

  /// The figure with every text that a reader can see replaced, as ``Chart/mapTexts(_:)`` does.
  public func mapTexts(_ transform: (String) -> String) -> Figure {
    with {
      $0.title = title.map(transform)
      $0.subtitle = subtitle.map(transform)
      $0.caption = caption.map(transform)
      $0.alternativeText = alternativeText.map(transform)
      $0.rowTitles = rowTitles.map(transform)
      $0.panels = panels.map { $0.mapTexts(transform) }
    }
  }
}
