internal import Plot
internal import Runs

/// The main metric against each setting that was varied, and all of them together from three on.
struct SettingComparison {
  let comparison: Comparison
  let metric: ComparedMetric

  /// More settings than this are not drawn one by one.
  static let limit = 6
  /// More lines than this hide each other.
  static let lineLimit = 150
  /// More axes than this do not fit beside each other.
  static let axisLimit = 8

  /// The settings that are worth a chart: those that vary, except a single one of texts, which the bars show already.
  var settings: [String] {
    let varying = comparison.varying.filter { distinct($0).count > 1 }
    if varying.count == 1, numbers(varying[0]) == nil { return [] }
    return Array(varying.prefix(SettingComparison.limit))
  }

  /// One figure a setting.
  func figures(_ slugs: inout Slugs) -> [Figure] {
    settings.compactMap { setting in
      let slug = slugs.unique("by-" + setting, fallback: "setting")
      return Figure(
        slug: slug, title: title(setting), caption: caption(setting), content: .chart(chart(setting)))
    }
  }

  /// The figure of all settings at once, from three on.
  func parallel(slug: String) -> Figure? {
    let varying = comparison.varying.filter { distinct($0).count > 1 }.prefix(SettingComparison.axisLimit)
    guard varying.count >= 3 else { return nil }
    let groups = comparison.ranking.thinned(to: SettingComparison.lineLimit)
    let axes = varying.map { setting -> (name: String, values: Column) in
      let values = groups.map { comparison.setting(setting, $0) }
      if numbers(setting) != nil { return (short(setting), .numbers(values.map { $0?.doubleValue ?? .nan })) }
      return (short(setting), .categories(values.map { $0.map { VisibleText.name($0.text) } }))
    }
    let results = groups.map { Sample(comparison.groups[$0].finals(metric.tag)).mean }
    guard groups.count > 1,
      let chart = try? Chart.parallelCoordinates(axes, metric: metric.title, results: results)
    else { return nil }
    return Figure(
      slug: slug, title: comparison.words.settingsTitle(metric.spoken),
      caption: comparison.words.parallelCaption(
        hasGroups: comparison.hasSeveral, drawn: groups.count, of: comparison.ranking.count), content: .chart(chart))
  }

  private func title(_ setting: String) -> String { comparison.words.title(metric.title, by: short(setting)) }

  /// The last part of a dotted name, where that tells it from the others.
  private func short(_ setting: String) -> String {
    let last = setting.split(separator: ".").last.map(String.init) ?? setting
    let isUnique = comparison.varying.filter { $0 == last || $0.hasSuffix("." + last) }.count == 1
    return VisibleText.name(isUnique ? last : setting)
  }

  private func distinct(_ setting: String) -> Set<ConfigValue?> {
    Set(comparison.runs.map { $0.settings[setting] })
  }

  /// The setting of each run as a number; nil unless all that have it have numbers.
  private func numbers(_ setting: String) -> [Double]? {
    let values = comparison.runs.compactMap { $0.settings[setting] }
    let numbers = values.compactMap(\.doubleValue)
    return numbers.count == values.count ? numbers : nil
  }

  private struct Row {
    var run: ComparedRun
    var value: ConfigValue
    var result: Double
  }

  private func rows(_ setting: String) -> [Row] {
    comparison.runs.compactMap { run in
      guard let value = run.settings[setting], let result = run.final(metric.tag), result.isFinite else { return nil }
      return Row(run: run, value: value, result: result)
    }
    // Boxes stand in the order in which their values first occur.
    .sorted { ($0.value.doubleValue ?? 0) < ($1.value.doubleValue ?? 0) }
  }

  private func chart(_ setting: String) -> Chart {
    let rows = rows(setting)
    let results = rows.map(\.result)
    let series = companion(of: setting).map { other in
      Series.column(
        rows.map { $0.run.settings[other].map { label(other, $0) } ?? comparison.words.without(short(other)) })
    }
    let x = rows.map { $0.value.doubleValue ?? .nan }
    let chart = Chart(title(setting)) {
      switch style(setting, rows) {
      case .boxes: BoxMark(x: .categories(names(setting, rows)), y: .numbers(results), series: series)
      case .dots where numbers(setting) == nil:
        LineMark(x: .categories(names(setting, rows)), y: .numbers(results), series: series).meaned
        PointMark(x: .categories(names(setting, rows)), y: .numbers(results), series: series).opacity(0.6)
      case .dots:
        PointMark(x: x, y: results, series: series).opacity(0.6)
        LineMark(x: .numbers(x), y: .numbers(results), series: series).meaned
      case .cloud: PointMark(x: x, y: results, series: series).radius(2.5).opacity(0.6)
      case .bins: PointMark(x: x, y: results).binned()
      }
    }
    .yAxis(metric.title, scale: scale(results))
    switch style(setting, rows) {
    case .boxes: return chart.xAxis(short(setting))
    case .dots where numbers(setting) == nil: return chart.xAxis(short(setting), scale: .point)
    case .dots, .cloud, .bins: return chart.xAxis(short(setting), scale: scale(x))
    }
  }

  /// How the runs are drawn.
  enum Style {
    /// Quartiles of each value, where dots of many runs would hide each other.
    case boxes
    /// A dot a run and a line through the means.
    case dots
    /// Dots alone: where hardly two runs have the same value, their means are the dots themselves.
    case cloud
    /// The runs in each small part of the plot are counted.
    case bins
  }

  private func style(_ setting: String, _ rows: [Row]) -> Style {
    let values = Set(rows.map(\.value)).count
    if numbers(setting) != nil, values > 24, 2 * values > rows.count { return rows.count > 500 ? .bins : .cloud }
    return rows.count > 150 && values <= 24 ? .boxes : rows.count > 500 ? .bins : .dots
  }

  /// The setting of each run as a name. Names stand in the order of their first runs, numbers in their own.
  private func names(_ setting: String, _ rows: [Row]) -> [String?] {
    rows.map { VisibleText.name($0.value.text) }
  }

  /// Logarithmic where all values are positive and the largest is ten times the smallest or more.
  private func scale(_ values: [Double]) -> AxisSpec.Scale {
    guard let least = values.min(), let most = values.max(), least > 0 else { return .linear }
    return most / least >= 9.99 ? .log : .linear
  }

  /// Another setting of few values that the colours can stand for.
  private func companion(of setting: String) -> String? {
    comparison.varying.first { other in
      other != setting && (2...6).contains(distinct(other).count)
        && (numbers(other) == nil || comparison.varying.count == 2)
    }
  }

  private func label(_ setting: String, _ value: ConfigValue) -> String {
    VisibleText.name(value.stringValue ?? "\(short(setting)) \(value.text)")
  }

  private func caption(_ setting: String) -> String {
    let others = comparison.varying.count { $0 != setting }
    let style = style(setting, rows(setting))
    return comparison.words.settingCaption(
      style, colours: style == .bins ? nil : companion(of: setting).map(short), hasOthers: others > 1)
  }
}

extension [Int] {
  /// At most so many, the first and the last among them, at equal distances.
  fileprivate func thinned(to limit: Int) -> [Int] {
    count <= limit ? self : (0..<limit).map { self[$0 * (count - 1) / (limit - 1)] }
  }
}

extension LineMark {
  /// The line through the means of rows at one place.
  fileprivate var meaned: LineMark {
    var line = self
    line.aggregation = Aggregation(.mean)
    return line
  }
}
