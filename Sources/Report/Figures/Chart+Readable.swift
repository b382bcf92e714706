internal import Plot

extension Chart {
  /// The chart with all its texts made safe to look at, as ``VisibleText`` does it: a chart that a program logged is as
  /// foreign as every other text in its folder.
  var readable: Chart {
    var chart = mapTexts(VisibleText.name)
    // A description may be longer than a name.
    chart.alternativeText = alternativeText.map(VisibleText.value)
    chart.theme.fontFamilies = theme.fontFamilies.map(VisibleText.name)
    return chart
  }
}
