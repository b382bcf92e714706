/// Looks for what keeps a mark from being drawn, before anything is made of it.
struct MarkCheck {
  private let mark: Mark
  private let lowered: any LoweredMark

  init(_ mark: Mark) { (self.mark, lowered) = (mark, mark.lowered) }

  /// - Throws: ``PlotError/Code/unequalColumns``, ``PlotError/Code/unsuitableColumn`` or
  ///   ``PlotError/Code/invalidGeometry``.
  func run() throws {
    try checkColors()
    try checkLengths()
    try checkStyle()
  }

  private func checkLengths() throws {
    let columns = lowered.channels.map { ($0.axis.rawValue, $0.column.count) } + lowered.rowColumns
    guard let (first, count) = columns.first else { return }
    for (name, other) in columns.dropFirst() where other != count {
      throw PlotError(
        .unequalColumns,
        "\(mark.name) has \(count) values of \(first) and \(other) of \(name); give it one of each for every row.")
    }
  }

  /// Only points have a colour a row.
  private func checkColors() throws {
    guard let values = lowered.style.colorBy?.values.column else { return }
    if case .categories = values {
      throw PlotError(.unsuitableColumn, "\(mark.name) is coloured by names; make them its series.")
    }
    if case .point = mark { return }
    guard values.count != 1 else { return }
    throw PlotError(
      .unsuitableColumn,
      "\(mark.name) has \(values.count) values for its colour; give it one, or use a mark for each value.")
  }

  /// Numbers that no renderer takes: cairo's fixed point wraps silently.
  private func checkStyle() throws {
    let style = lowered.style
    for (name, value) in [("line width", style.lineWidth), ("radius", style.radius)] {
      guard let value, !(0...1000).contains(value) else { continue }
      throw PlotError(
        .invalidGeometry, "\(mark.name) has a \(name) of \(value) points; use a value from 0 to 1000.")
    }
    if let dash = style.dash, !dash.isEmpty, !dash.allSatisfy((0...1000).contains) || dash.reduce(0, +) == 0 {
      throw PlotError(
        .invalidGeometry,
        "\(mark.name) has the dash \(dash); use lengths from 0 to 1000 points that are not all 0, or none for a solid line."
      )
    }
    if let opacity = style.opacity, opacity.isNaN {
      throw PlotError(.invalidGeometry, "\(mark.name) has an opacity that is no number; use a value from 0 to 1.")
    }
  }
}
