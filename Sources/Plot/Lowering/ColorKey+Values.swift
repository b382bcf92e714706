extension ColorKey {
  /// What the colours of the marks that are coloured by value mean; `nil` when there are none.
  ///
  /// All marks share one scale: the last that a mark brings, or one over the values of all of them.
  init?(of chart: Chart) {
    let channels = chart.marks.compactMap { $0.lowered.style.colorBy }
    guard let last = channels.last else { return nil }
    let scale = channels.last { $0.scale != nil }?.scale
    self.init(title: last.values.label, scale: scale ?? Self.scale(of: channels, chart.theme))
  }

  private static func scale(of channels: [ColorChannel], _ theme: Theme) -> ColorScale {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in channels.lazy.flatMap({ $0.values.column.quantities ?? [] }) where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    if low > high { (low, high) = (0, 1) }
    if low == high { high = low + max(1, abs(low) * 0.5) }
    let domain = low...min(high, .greatestFiniteMagnitude)
    if let midpoint = channels.compactMap(\.midpoint).last {
      return ColorScale(theme.divergingScheme.strengthened(against: theme.paper), domain: domain, midpoint: midpoint)
    }
    return ColorScale(ColorScheme.viridis.standingOut(from: theme.paper), domain: domain)
  }
}

extension ResolvedChart {
  /// Points that are counted in cells get a colour bar where there is a single series of them; elsewhere a remark says why
  /// they are not drawn one by one, unless their mark asks for it.
  mutating func explainCounts(_ chart: Chart) {
    var counted: [(layer: Int, shape: Int)] = []
    var remarks: [Diagnostic] = []
    for (layer, shapes) in layers.map(\.shapes).enumerated() {
      for (shape, content) in shapes.enumerated() {
        guard case .points(let cloud) = content, let binning = cloud.binning else { continue }
        if binning.values == nil { counted.append((layer, shape)) }
        guard !binning.isWanted else { continue }
        let count = cloud.x.count
        remarks.append(
          binning.values == nil
            ? Diagnostic(
              "\(count) points are too many to be told apart; they are drawn as small cells that show how "
                + "many lie in each.")
            : Diagnostic(
              "\(count) points are too many to be told apart; they are drawn as small cells that show their "
                + "mean in each."))
      }
    }
    let hasColorBar = counted.count == 1 && colorKey == nil && chart.legend != .hidden
    if !hasColorBar { diagnostics += remarks }
    guard counted.count == 1, colorKey == nil,
      case .points(var cloud) = layers[counted[0].layer].shapes[counted[0].shape]
    else { return }
    let scheme = chart.theme.sequentialScheme.standingOut(from: chart.theme.paper, contrast: 1.4)
    let scale = ColorScale(scheme, domain: 1...2)
    colorKey = ColorKey(scale: scale, countsPoints: true)
    cloud.binning?.scale = scale
    layers[counted[0].layer].shapes[counted[0].shape] = .points(cloud)
  }
}
