/// In JSON, an object of the panels and of what differs from a plain figure.
extension Figure: Codable {
  private enum CodingKeys: String, CodingKey {
    case title, subtitle, caption, panels, columns, rowTitles, xSharing, ySharing, sharesColor, legend, panelLabels
    case spacingInPoints, widthInPoints, heightInPoints, theme, alternativeText
  }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let panels = try container.decode([Chart].self, forKey: .panels)
    self.init(
      try container.decodeIfPresent(String.self, forKey: .title),
      columns: try container.decodeIfPresent(Int.self, forKey: .columns)
    ) { panels }
    subtitle = try container.decodeIfPresent(String.self, forKey: .subtitle)
    caption = try container.decodeIfPresent(String.self, forKey: .caption)
    rowTitles = try container.decodeIfPresent([String].self, forKey: .rowTitles) ?? []
    xSharing = try container.decodeIfPresent(Sharing.self, forKey: .xSharing) ?? .none
    ySharing = try container.decodeIfPresent(Sharing.self, forKey: .ySharing) ?? .none
    sharesColor = try container.decodeIfPresent(Bool.self, forKey: .sharesColor) ?? false
    legend = try container.decodeIfPresent(LegendPlacement.self, forKey: .legend) ?? .automatic
    panelLabels = try container.decodeIfPresent(PanelLabels.self, forKey: .panelLabels) ?? .none
    spacingInPoints = try container.decodeIfPresent(Double.self, forKey: .spacingInPoints) ?? spacingInPoints
    widthInPoints = try container.decodeIfPresent(Double.self, forKey: .widthInPoints)
    heightInPoints = try container.decodeIfPresent(Double.self, forKey: .heightInPoints)
    theme = try container.decodeIfPresent(Theme.self, forKey: .theme)
    alternativeText = try container.decodeIfPresent(String.self, forKey: .alternativeText)
  }

  /// Writes the JSON form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(subtitle, forKey: .subtitle)
    try container.encodeIfPresent(caption, forKey: .caption)
    try container.encode(panels, forKey: .panels)
    try container.encodeIfPresent(columns, forKey: .columns)
    if !rowTitles.isEmpty { try container.encode(rowTitles, forKey: .rowTitles) }
    if xSharing != .none { try container.encode(xSharing, forKey: .xSharing) }
    if ySharing != .none { try container.encode(ySharing, forKey: .ySharing) }
    if sharesColor { try container.encode(true, forKey: .sharesColor) }
    if legend != .automatic { try container.encode(legend, forKey: .legend) }
    if panelLabels != .none { try container.encode(panelLabels, forKey: .panelLabels) }
    try container.encode(spacingInPoints, forKey: .spacingInPoints)
    try container.encodeIfPresent(widthInPoints, forKey: .widthInPoints)
    try container.encodeIfPresent(heightInPoints, forKey: .heightInPoints)
    try container.encodeIfPresent(theme, forKey: .theme)
    try container.encodeIfPresent(alternativeText, forKey: .alternativeText)
  }
}
