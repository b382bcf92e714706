/// The figures of a comparison in the order of its page, and which of them belong to which section.
struct ComparisonFigures {
  /// All of them, to be drawn at once on all cores.
  private(set) var all: [Figure] = []
  private(set) var curveRange = 0..<0
  private(set) var eachRange = 0..<0
  private(set) var finalRange = 0..<0
  private(set) var settingRange = 0..<0
  /// The curves that have a figure, by the name of its files.
  private(set) var curveSlugs: [(slug: String, index: Int)] = []

  /// So many metrics have a chart of final values.
  static let finalLimit = 4

  init(_ comparison: Comparison, _ curves: [MetricCurves], axes: CurveAxes) {
    var slugs = Slugs()
    addCurves(comparison, curves, axes, &slugs)
    guard let main = comparison.main else { return }
    var figures: [Figure?] = []
    if curves.contains(where: { $0.metric.tag == main.tag }) {
      figures = [
        EachRun(comparison: comparison, metric: main, axes: axes)
          .figure(slug: slugs.unique("each-" + main.tag, fallback: "each"))
      ]
    }
    eachRange = add(figures)
    figures = []
    let close = FinalComparison(comparison: comparison, metric: main, isClose: true)
    if close.isFarFromZero {
      figures.append(close.figure(slug: slugs.unique("close-" + main.tag, fallback: "close")))
    }
    for metric in comparison.metrics.filter(\.isOutcome).prefix(ComparisonFigures.finalLimit) {
      figures.append(
        FinalComparison(comparison: comparison, metric: metric)
          .figure(slug: slugs.unique("final-" + metric.tag, fallback: "final")))
    }
    finalRange = add(figures)
    let settings = SettingComparison(comparison: comparison, metric: main)
    let one = settings.figures(&slugs)
    settingRange = add(one + [settings.parallel(slug: slugs.unique("parallel", fallback: "parallel"))])
  }

  private mutating func addCurves(
    _ comparison: Comparison, _ curves: [MetricCurves], _ axes: CurveAxes, _ slugs: inout Slugs
  ) {
    let coloured = comparison.highlighted.count
    for (index, curve) in curves.enumerated() {
      // Rough curves have bands too.
      let hasIntervals = curve.groups.contains { ($0?.hasInterval ?? false) || ($0?.isRough ?? false) }
      let budget = CurveComparison.Budget(
        groups: comparison.groups.count, coloured: coloured, charts: curves.count,
        isMain: curve.metric.tag == comparison.main?.tag, hasIntervals: hasIntervals,
        axes: axes.choices.count)
      let slug = slugs.unique("curve-" + curve.metric.tag, fallback: "curve")
      let figure = CurveComparison(comparison: comparison, curves: curve, axes: axes, budget: budget)
        .figure(slug: slug)
      guard let figure else { continue }
      all.append(figure)
      curveSlugs.append((slug, index))
    }
    curveRange = 0..<all.count
  }

  private mutating func add(_ figures: [Figure?]) -> Range<Int> {
    let start = all.count
    all += figures.compactMap { $0 }
    return start..<all.count
  }
}
