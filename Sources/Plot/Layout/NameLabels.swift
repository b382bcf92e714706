internal import Foundation

/// Writes the names of bands along an axis: whole if they fit, else in up to three lines, else tilted, else only every
/// second, third, … of them; “…” is the last resort.
///
/// No name is shaped that could not be shown: the work depends on the length of the axis, not on the number of names.
struct NameLabels {
  let ticks: [Tick]
  /// Where names lie along the axis.
  let scale: Scale
  let setter: TextSetter

  private var size: Double { setter.theme.labelSize }
  /// Between neighbours, in points.
  private static let gap = 6.0
  /// Between neighbours where some are left out, in points.
  private static let thinnedGap = 14.0
  /// A name alone may take this much, in points.
  private static let mostRoom = 120.0

  // MARK: Side by side, under or above the plot

  /// Names along a horizontal axis.
  ///
  /// - Parameters:
  ///   - width: The length of the axis, in points.
  ///   - most: How far the names may reach away from the axis.
  ///   - overhang: How far they may reach out before its start or, where they `riseFromAxis`, beyond its end.
  ///   - risesFromAxis: Whether tilted names begin at the axis, as above a plot, instead of ending there.
  func row(width: Double, most: Double, overhang: Double, risesFromAxis: Bool) throws -> AxisLabels {
    let pitch = width / Double(max(ticks.count, 1))
    if let labels = try flat(width, pitch) ?? wrapped(width, pitch, most) { return labels }
    if !areNumbers {
      for (stride, angle) in [(1, 45.0), (1, 60.0), (2, 45.0), (3, 45.0)] {
        let distance = pitch * Double(stride) * sin(angle * .pi / 180)
        guard distance >= size * 1.05 else { continue }
        return try tilted(
          angle, stride, width: width, most: most, overhang: overhang, risesFromAxis: risesFromAxis)
      }
    }
    return try thinned(width, pitch)
  }

  /// Every name in one line, if no two of them touch.
  private func flat(_ width: Double, _ pitch: Double) throws -> AxisLabels? {
    guard pitch >= 4 else { return nil }
    var result = AxisLabels(depth: size)
    var end = -Double.infinity
    for tick in ticks.sorted(by: { center($0, width) < center($1, width) }) {
      let (center, half) = (center(tick, width), try setter.width(tick.label, size: size) / 2)
      guard center - half >= end + Self.gap, 2 * half <= width else { return nil }
      end = center + half
      result.add([tick.label], at: tick.value, from: center - half, to: end, width: width)
    }
    return max(result.before, result.after) <= Self.mostRoom / 2 ? result : nil
  }

  /// Every name in up to three lines, if all words stay whole.
  private func wrapped(_ width: Double, _ pitch: Double, _ most: Double) throws -> AxisLabels? {
    let room = pitch - Self.gap
    guard room >= size * 2.5 else { return nil }
    var result = AxisLabels()
    for tick in ticks {
      for piece in LineBreaker(tick.label).pieces where try setter.width(piece.text, size: size) > room { return nil }
      let lines = try setter.wrap(tick.label, width: room, size: size, limit: 4)
      guard lines.count <= 3 else { return nil }
      let center = center(tick, width)
      result.add(lines, at: tick.value, from: center - room / 2, to: center + room / 2, width: width)
      result.depth = max(result.depth, size * (1 + TextSetter.lineHeight * Double(lines.count - 1)))
    }
    return result.depth <= most ? result : nil
  }

  private func tilted(
    _ angle: Double, _ stride: Int, width: Double, most: Double, overhang: Double, risesFromAxis: Bool
  ) throws -> AxisLabels {
    let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
    let rise = size * TextSetter.capHeight
    var result = AxisLabels(angle: angle, depth: size)
    for number in Swift.stride(from: 0, to: ticks.count, by: stride) {
      let tick = ticks[number]
      let center = center(tick, width)
      let toEdge = risesFromAxis ? width - center : center
      let room = min((most - rise * cosine) / sine, (toEdge + overhang - rise * sine) / cosine)
      let label = try setter.shorten(tick.label, width: max(room, size), size: size)
      let length = try setter.width(label, size: size)
      let reach = length * cosine + rise * sine
      let (from, to) = risesFromAxis ? (center, center + reach) : (center - reach, center)
      result.add([label], at: tick.value, from: from, to: to, width: width)
      result.depth = max(result.depth, length * sine + rise * cosine)
    }
    return result
  }

  /// As many names as can stand side by side in one line, at equal distances.
  private func thinned(_ width: Double, _ pitch: Double) throws -> AxisLabels {
    let room = min(max(pitch, Self.mostRoom), width)
    let most = max(1, Int(min(((room + Self.thinnedGap) / max(pitch, 1e-9)).rounded(.up), Double(max(ticks.count, 1)))))
    var stride = min(max(1, Int(min((size / max(pitch, 1e-9)).rounded(.up), 1e9))), most)
    // Where bands are narrower than points, the next stride would look the same as this one.
    let step = max(1, (most - stride) / 40)
    var known: [Int: (label: String, half: Double)] = [:]
    while true {
      var result = AxisLabels(depth: size)
      var (end, fits) = (-Double.infinity, true)
      let shown = Array(Swift.stride(from: 0, to: ticks.count, by: stride))
      for number in scale.isReversed ? shown.reversed() : shown {
        let entry = try known[number] ?? measured(ticks[number], room)
        known[number] = entry
        let center = center(ticks[number], width)
        fits = fits && center - entry.half >= end + Self.thinnedGap
        guard fits || stride >= most else { break }
        end = center + entry.half
        result.add([entry.label], at: ticks[number].value, from: center - entry.half, to: end, width: width)
      }
      if fits || stride >= most { return result }
      stride = min(stride + step, most)
    }
  }

  private func measured(_ tick: Tick, _ room: Double) throws -> (label: String, half: Double) {
    let label = try setter.shorten(tick.label, width: room, size: size)
    return (label, try setter.width(label, size: size) / 2)
  }

  private func center(_ tick: Tick, _ width: Double) -> Double { (scale.fraction(tick.value) ?? 0) * width }

  /// Numbers are read from their neighbours, so that leaving some out says more than tilting all.
  private var areNumbers: Bool {
    ticks.prefix(50).allSatisfy { Double($0.label.replacing("−", with: "-")) != nil }
  }

  // MARK: Above each other, beside the plot

  /// Names along a vertical axis: in as many lines as their bands are high.
  ///
  /// - Parameters:
  ///   - height: The length of the axis, in points.
  ///   - most: How far the names may reach away from the axis.
  func column(height: Double, most: Double) throws -> AxisLabels {
    let pitch = height / Double(max(ticks.count, 1))
    let lineHeight = size * TextSetter.lineHeight
    let stride = max(1, Int(min((lineHeight / max(pitch, 1e-9)).rounded(.up), 1e9)))
    let limit = max(1, min(Int(((pitch - 2) / lineHeight).rounded(.down)), 4))
    var result = AxisLabels()
    for number in Swift.stride(from: 0, to: ticks.count, by: stride) {
      let lines = try setter.wrap(ticks[number].label, width: most, size: size, limit: limit)
      result.labels.append(AxisLabels.Label(value: ticks[number].value, lines: lines))
      for line in lines { result.depth = max(result.depth, try setter.width(line, size: size)) }
    }
    return result
  }
}

extension AxisLabels {
  fileprivate mutating func add(_ lines: [String], at value: Double, from: Double, to: Double, width: Double) {
    labels.append(Label(value: value, lines: lines))
    before = max(before, -from)
    after = max(after, to - width)
  }
}
