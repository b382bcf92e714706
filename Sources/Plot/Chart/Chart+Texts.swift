extension Chart {
  /// The chart with every text that a reader can see replaced: titles, names of series and bands, annotations.
  ///
  /// For charts from files that are not trusted, whose texts may be long or hold control characters.
  public func mapTexts(_ transform: (String) -> String) -> Chart {
    var chart = self
    chart.title = title.map(transform)
    chart.subtitle = subtitle.map(transform)
    chart.caption = caption.map(transform)
    chart.x.title = x.title.map(transform)
    chart.y.title = y.title.map(transform)
    chart.secondaryY?.title = secondaryY?.title.map(transform)
    chart.x.format = x.format.mapTexts(transform)
    chart.y.format = y.format.mapTexts(transform)
    chart.alternativeText = alternativeText.map(transform)
    chart.marks = marks.map { mark in
      var content = mark.lowered
      content.mapTexts(transform)
      return content.mark
    }
    return chart
  }
}
