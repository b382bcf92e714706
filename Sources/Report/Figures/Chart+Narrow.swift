package import Plot

extension Chart {
  /// The chart in about the width of a telephone's screen, laid out anew so that its text can be read there.
  package var forNarrowScreens: Chart {
    let width = 380.0
    return size(width: width, height: (width * min(max(heightInPoints / widthInPoints, 0.8), 1.2)).rounded())
  }
}
