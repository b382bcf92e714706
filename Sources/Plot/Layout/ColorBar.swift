/// What the colours of cells and points mean: a strip of them with labelled values, upright beside the plot or lying in a
/// row of its own.
struct ColorBar {
  /// Where the strip stands.
  enum Place { case top, bottom, right }

  let key: ColorKey
  let place: Place
  private let setter: TextSetter
  private let ticks: [Tick]
  private let scale: Scale

  /// The length of a lying strip, and the one that the labels of an upright strip are chosen for.
  private static let length = 160.0
  private static let thickness = 10.0
  private static let gap = 7.0
  /// Between the plot's side and an upright strip.
  private static let distance = 16.0
  /// Charts as wide as this have room for an upright strip.
  private static let leastWidth = 300.0

  /// - Returns: `nil` for a chart that hides its legend.
  init?(_ key: ColorKey, chart: Chart, hasLegendOnRight: Bool, setter: TextSetter) throws {
    guard var place = try Self.place(key, chart, hasLegendOnRight, setter) else { return nil }
    // How wide the labels of counts will be is not known before the plot has its place.
    if key.countsPoints, place == .right { place = .top }
    self.init(key, place: place, length: chart.heightInPoints / 2, setter: setter)
  }

  /// - Parameter length: About how long an upright strip will be, in points.
  init(_ key: ColorKey, place: Place, length: Double, setter: TextSetter) {
    self.key = key
    self.place = place
    self.setter = setter
    var axis = ResolvedAxis()
    axis.domain = key.scale.domain
    if key.scale.usesLogarithm { axis.kind = .log }
    let isUpright = place == .right
    let chosen = AxisLayout.scaleAndTicks(
      axis, length: isUpright ? length : Self.length,
      pointsPerTick: isUpright ? Spacing.pointsPerYTick : Spacing.pointsPerEqualTick)
    let isFinite = axis.domain.lowerBound.isFinite && axis.domain.upperBound.isFinite
    (scale, ticks) = isFinite ? chosen : (chosen.scale, [])
  }

  private static func place(
    _ key: ColorKey, _ chart: Chart, _ hasLegendOnRight: Bool, _ setter: TextSetter
  ) throws -> Place? {
    switch chart.legend {
    case .hidden: return nil
    case .top: return .top
    case .bottom: return .bottom
    case .right: return hasLegendOnRight ? .top : .right
    case .automatic, .inside, .lineEnds: break
    }
    let isTaken = hasLegendOnRight || chart.secondaryY != nil || chart.y.position == .trailing
    guard !isTaken, chart.widthInPoints >= leastWidth else { return .top }
    // Its title and that of the y axis share a row.
    let size = setter.theme.labelSize
    let titles = try [key.title, chart.y.title].compactMap { $0 }.map { try setter.width($0, size: size) }
    let room = chart.widthInPoints - 2 * Spacing.margin - Spacing.legendGap
    return titles.reduce(0, +) <= room ? .right : .top
  }

  // MARK: Space

  /// The height of a lying bar with its labels, in points.
  var height: Double { setter.theme.labelSize * 2.9 }

  /// The width of an upright bar with its labels and the space before it, in points.
  var width: Double {
    get throws { Self.distance + Self.thickness + Self.gap + (try labelWidth) }
  }

  private var labelWidth: Double {
    get throws { try ticks.map { try setter.width($0.label, size: setter.theme.labelSize) }.max() ?? 0 }
  }

  // MARK: Drawing

  /// The bar beside a plot, as high as it.
  func node(in frame: ChartFrame, yTitleWidth: Double) throws -> Node {
    let right = frame.rightOfAxes
    let room = right + (try width) - frame.yTitleLeft - (yTitleWidth > 0 ? yTitleWidth + Spacing.legendGap : 0)
    return try node(
      left: right, top: frame.plot.y, height: frame.plot.height, titleBaseline: frame.yTitleBaseline, room: room)
  }

  /// An upright bar.
  ///
  /// - Parameters:
  ///   - left: Where the space before the bar begins.
  ///   - room: How wide the title may be, which ends where the labels end.
  func node(left: Double, top: Double, height: Double, titleBaseline: Double, room: Double) throws -> Node {
    let size = setter.theme.labelSize
    let box = Rect(x: left + Self.distance, y: top, width: Self.thickness, height: height)
    var nodes = strip(box)
    var last = Double.infinity
    for tick in ticks {
      let y = box.maxY - (scale.fraction(tick.value) ?? 0.5) * height
      guard last - y >= size * 1.2 else { continue }
      last = y
      let origin = Point(box.maxX + Self.gap, y + size * TextSetter.capHeight / 2)
      nodes.append(.text(try setter.line(tick.label, at: origin, size: size, paint: .muted)))
    }
    if let title = key.title {
      let text = try setter.shorten(title, width: max(room, 1), size: size)
      let origin = Point(left + (try width), titleBaseline)
      nodes.append(.text(try setter.line(text, at: origin, size: size, anchor: .end, paint: .muted)))
    }
    return .group(Group("color bar", nodes))
  }

  /// A lying bar in a row of its own: title, strip, labels under it.
  func node(left: Double, top: Double, most: Double) throws -> Node {
    let size = setter.theme.labelSize
    let middle = top + size * 0.8
    var nodes: [Node] = []
    var x = left
    let half = try labelWidth / 2
    let wanted = min(Self.length, most / 2)
    if let title = key.title {
      let text = try setter.shorten(title, width: max(most - wanted - Self.gap - 2 * half, 1), size: size)
      let origin = Point(x, middle + size * TextSetter.capHeight / 2)
      nodes.append(.text(try setter.line(text, at: origin, size: size, paint: .muted)))
      x += try setter.width(text, size: size) + Self.gap
    }
    x += half
    let length = max(min(wanted, left + most - half - x), 1)
    let box = Rect(x: x, y: middle - Self.thickness / 2, width: length, height: Self.thickness)
    nodes += strip(box)
    var last = -Double.infinity
    for tick in ticks {
      let center = box.x + (scale.fraction(tick.value) ?? 0.5) * length
      let half = try setter.width(tick.label, size: size) / 2
      guard center - half >= last else { continue }
      last = center + half + Self.gap
      let origin = Point(center, box.maxY + 4 + size * TextSetter.capHeight)
      nodes.append(.text(try setter.line(tick.label, at: origin, size: size, anchor: .middle, paint: .muted)))
    }
    return .group(Group("color bar", nodes))
  }

  /// Narrow pieces that overlap a little, so that no paper shows between them; from the left, or from below.
  private func strip(_ box: Rect) -> [Node] {
    let pieces = 64
    let (width, height) = (box.width / Double(pieces), box.height / Double(pieces))
    return (0..<pieces).map { piece in
      let value = key.scale.value(at: (Double(piece) + 0.5) / Double(pieces))
      let overlap = piece + 1 < pieces ? 0.5 : 0
      let part =
        place == .right
        ? Rect(
          x: box.x, y: box.maxY - Double(piece + 1) * height - overlap, width: box.width, height: height + overlap)
        : Rect(x: box.x + Double(piece) * width, y: box.y, width: width + overlap, height: box.height)
      return .path(PathNode(Path(rect: part), fill: Paint(.fixed(key.scale.color(for: value)))))
    }
  }
}
