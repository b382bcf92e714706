internal import Plot

extension Chart {
  /// The chart with all its texts made safe to look at, as ``VisibleText`` does it: a chart that a program logged is as
  /// foreign as every other text in its folder.
  var readable: Chart {
    var chart = self
    chart.title = title.map(VisibleText.name)
    chart.subtitle = subtitle.map(VisibleText.name)
    chart.caption = caption.map(VisibleText.name)
    chart.x.title = x.title.map(VisibleText.name)
    chart.y.title = y.title.map(VisibleText.name)
    chart.alternativeText = alternativeText.map(VisibleText.value)
    chart.theme.fontFamilies = theme.fontFamilies.map(VisibleText.name)
    chart.marks = marks.map(\.readable)
    return chart
  }
}

extension Mark {
  fileprivate var readable: Mark {
    switch self {
    case .line(let mark): .line(mark.readable)
    case .bar(let mark): .bar(mark.readable)
    case .point(let mark): .point(mark.readable)
    case .rule(let mark): .rule(mark.withReadableAnnotation)
    }
  }
}

extension MarkContent {
  fileprivate var withReadableAnnotation: Self {
    var mark = self
    mark.style.annotation = style.annotation.map(VisibleText.name)
    return mark
  }
}

extension PositionedMark {
  fileprivate var readable: Self {
    var mark = Self(x: x.readable, y: y.readable, series: series?.readable)
    mark.style = style
    return mark.withReadableAnnotation
  }
}

extension Column {
  fileprivate var readable: Column {
    switch self {
    case .numbers: self
    case .categories(let names): .categories(names.map { $0.map(VisibleText.name) })
    }
  }
}

extension Series {
  fileprivate var readable: Series {
    switch self {
    case .named(let name): .named(VisibleText.name(name))
    case .column(let names): .column(names.map { $0.map(VisibleText.name) })
    }
  }
}
