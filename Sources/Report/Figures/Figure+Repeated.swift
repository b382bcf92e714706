internal import Plot
internal import Runs

extension Figure {
  /// Whether the chart has the lines of a metric and no other ones: a program that logs its history of training logs what
  /// the report draws anyway.
  func repeats(_ family: MetricFamily) -> Bool {
    guard case .chart(let chart) = content else { return false }
    var lines: [LineMark] = []
    for mark in chart.marks {
      switch mark {
      case .line(let line): lines.append(line)
      case .point(let points) where points.x.count <= 1: continue
      case .rule: continue
      default: return false
      }
    }
    return lines.count == family.curves.count
      && family.curves.allSatisfy { curve in lines.contains { $0.shows(curve.series) } }
  }

  /// The figure in place of one that a program logged: under its name and title, with its caption before the figure's own.
  func replacing(_ logged: Figure) -> Figure {
    var figure = self
    figure.slug = logged.slug
    figure.title = logged.title
    figure.caption = [logged.caption, caption].filter { !$0.isEmpty }.joined(separator: " ")
    if case .chart(var chart) = content {
      chart.title = logged.title
      // The program's caption may speak of its axis.
      if case .chart(let original) = logged.content { chart.y.scale = original.y.scale }
      figure.content = .chart(chart)
    }
    return figure
  }
}

extension LineMark {
  /// Whether the line has the points of a curve, whose values have single precision on disk.
  fileprivate func shows(_ curve: ScalarSeries) -> Bool {
    guard case .numbers(let x) = x, case .numbers(let y) = y, x.count == curve.count, y.count == curve.count else {
      return false
    }
    if case .column = series { return false }
    return zip(x, curve.steps).allSatisfy { $0 == Double($1) }
      && zip(y, curve.values).allSatisfy { Float($0) == Float($1) || ($0.isNaN && $1.isNaN) }
  }
}
