internal import Plot

extension Chart {
  /// The chart with a description in the page's language for readers who cannot see it. Plot's own, and one that a
  /// program gave, stay as they are.
  func described(in language: ReportLanguage) -> Chart {
    guard language == .korean, alternativeText == nil else { return self }
    return alternativeText(KoreanDescription(chart: self).text)
  }
}

extension ReportLanguage {
  /// What charts write of themselves.
  var chartWording: ChartWording {
    var wording = ChartWording()
    guard self == .korean else { return wording }
    wording.noData = "데이터 없음"
    wording.pointsPerCell = "칸마다 점의 수"
    wording.moreEntries = "그 밖에 {}개"
    return wording
  }
}

/// Describes a chart in Korean from its data, as Plot does in English: its kind, its axes, and where each line began,
/// ended and turned.
private struct KoreanDescription {
  var chart: Chart

  var text: String {
    let parts = chart.marks.compactMap(part)
    guard !parts.isEmpty else { return "데이터가 없는 차트." }
    // A reader listens to all of it; many series are counted instead of listed.
    let rest = parts.count > 8 ? "; 그 밖에 \(parts.count - 8)개" : ""
    return "\(kind)\(axes). \(parts.prefix(8).joined(separator: "; "))\(rest)."
  }

  private var kind: String {
    for mark in chart.marks {
      switch mark {
      case .heatmap: return "열지도"
      case .histogram: return "히스토그램"
      case .box: return "상자 그림"
      case .line, .density: return "선 차트"
      case .area, .band: return "영역 차트"
      case .bar: return "막대 차트"
      case .point where chart.marks.allSatisfy({ !$0.isLine }): return "산점도"
      default: continue
      }
    }
    return "차트"
  }

  private var axes: String {
    let scale = chart.y.scale == .log ? "(로그)" : ""
    return (chart.y.title.map { ", 세로축 \($0)\(scale)" } ?? "") + (chart.x.title.map { ", 가로축 \($0)" } ?? "")
  }

  private func part(_ mark: Mark) -> String? {
    let name = if case .named(let name) = mark.rowSeries { name + " " } else { "" }
    switch mark {
    case .line(let line):
      guard case .numbers(let y) = line.y else { return nil }
      return name + course(y, line.x)
    case .point(let points): return points.x.count > 1 ? "\(name)점 \(NumberText.grouped(points.x.count))개" : nil
    case .bar(let bars): return "\(name)막대 \(NumberText.grouped(bars.x.count))개"
    case .heatmap(let cells): return "칸 \(NumberText.grouped(cells.x.count))개"
    case .histogram(let values): return "\(name)값 \(NumberText.grouped(values.x.count))개"
    case .rule: return nil
    default: return name.isEmpty ? nil : name
    }
  }

  /// "2.31 → 0.048, 최저 0.03(380)".
  private func course(_ y: [Double], _ x: Column) -> String {
    let finite = y.indices.filter { y[$0].isFinite }
    guard let first = finite.first, let last = finite.last,
      let lowest = finite.min(by: { y[$0] < y[$1] }), let highest = finite.max(by: { y[$0] < y[$1] })
    else { return "값 없음" }
    var text = NumberText.measured(y[first])
    if last != first { text += " → " + NumberText.measured(y[last]) }
    for (word, row) in [("최저", lowest), ("최고", highest)] where row != first && row != last {
      text += ", \(word) \(NumberText.measured(y[row]))" + (place(x, row).map { "(\($0))" } ?? "")
    }
    return text
  }

  private func place(_ x: Column, _ row: Int) -> String? {
    switch x {
    case .numbers(let values): NumberText.measured(values[row])
    case .categories(let names): names[row]
    case .seconds(let values): TimeText.moment(values[row], .korean)
    }
  }
}

extension Mark {
  fileprivate var isLine: Bool { if case .line = self { true } else { false } }
}
