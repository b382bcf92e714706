internal import Plot
internal import Runs

/// The main metric against each setting that was varied, and all of them together from three on.
struct SettingComparison {
  let comparison: Comparison
  let metric: ComparedMetric

  /// More settings than this are not drawn one by one.
  static let limit = 6
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
    let groups = comparison.ranking
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
      caption: comparison.words.parallelCaption(hasGroups: comparison.hasSeveral), content: .chart(chart))
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
  }

  private func chart(_ setting: String) -> Chart {
    let rows = rows(setting)
    let results = rows.map(\.result)
    let other = companion(of: setting)
    let series = other.map { other in
      rows.map { $0.run.settings[other].map { label(other, $0) } ?? comparison.words.without(short(other)) }
    }
    guard let numbers = numbers(setting), !numbers.isEmpty else {
      let names = rows.map { Optional(VisibleText.name($0.value.text)) }
      return Chart(title(setting)) {
        LineMark(x: .categories(names), y: .numbers(results), series: series.map { .column($0) }).meaned
        PointMark(x: .categories(names), y: .numbers(results), series: series.map { .column($0) }).opacity(0.6)
      }
      .xAxis(short(setting), scale: .point).yAxis(metric.title, scale: scale(results))
    }
    let x = rows.map { $0.value.doubleValue ?? .nan }
    return Chart.parameterSweep(
      short(setting), values: x, metric: metric.title, results: results, series: series, scale: scale(x)
    )
    .yAxis(metric.title, scale: scale(results))
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
    return comparison.words.settingCaption(colours: companion(of: setting).map(short), hasOthers: others > 1)
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
