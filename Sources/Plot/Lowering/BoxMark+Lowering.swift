extension BoxMark: SeriesMark {
  var bandAxes: Set<AxisName> { [.x] }

  func lower(in lowering: inout Lowering) throws -> [Layer] {
    guard let y = y.quantities else {
      throw PlotError(.unsuitableColumn, "BoxMark has names on y; put the names on x and the numbers on y.")
    }
    let x = lowering.positions(x, on: .x)
    return lowering.parts(series, style, sample: .area).map { part in
      let edges = lowering.slots.edges(part.name)
      var layer = Layer(role: Lowering.role("boxes", part.name))
      var sentences: [String] = []
      for (place, values) in GroupedValues(part.select(x), part.select(y)).groups {
        guard let box = BoxSummary(values) else { continue }
        layer.shapes += shapes(box, from: place + edges.start, to: place + edges.end, part.key, lowering.theme)
        sentences.append(
          "\(lowering.x.name(of: place)) median \(NumberLabel.short(box.median)), "
            + "quartiles \(NumberLabel.short(box.q1)) and \(NumberLabel.short(box.q3))")
      }
      layer.summary = (part.name.map { $0 + ": " } ?? "") + sentences.joined(separator: ", ")
      return layer
    }
  }

  private func shapes(
    _ box: BoxSummary, from start: Double, to end: Double, _ key: SeriesKey, _ theme: Theme
  ) -> [Shape] {
    let middle = (start + end) / 2
    let stroke = Stroke(key.paint, width: style.lineWidth ?? 1.25)
    var fill = key.paint
    fill.opacity *= 0.25
    let narrow = (end - start) * 0.08
    var shapes: [Shape] = [
      .segments(
        [DataSegment(middle, box.whiskerLow, middle, box.q1), DataSegment(middle, box.q3, middle, box.whiskerHigh)],
        stroke),
      .rectangles(
        [DataRectangle(x0: start + narrow, y0: box.q1, x1: end - narrow, y1: box.q3)],
        RectangleStyle(fills: [fill], stroke: stroke)),
      .segments(
        [DataSegment(start + narrow, box.median, end - narrow, box.median)],
        Stroke(key.paint, width: theme.lineWidth + 0.5)),
    ]
    if !box.outliers.isEmpty {
      let x = [Double](repeating: middle, count: box.outliers.count)
      shapes.append(.points(PointCloud(x: x, y: box.outliers, radii: [style.radius ?? 2], fills: [key.paint])))
    }
    return shapes
  }
}
