import Foundation
import Testing

@testable import Plot

/// Specifications that come from files and hold what nobody would write.
@Suite struct OddSpecTests {
  private let lines = Chart {
    for name in ["a", "b", "c"] { LineMark(y: [1.0, 2], series: .named(name)) }
  }

  private func message(_ chart: Chart) -> String? {
    do { _ = try chart.drawing() } catch let error as PlotError where error.code == .invalidGeometry {
      return error.message
    } catch { return "\(error)" }
    return nil
  }

  @Test(arguments: [0, -3, .nan, .infinity, 1e300]) func textSizesAreChecked(_ size: Double) {
    for path in [\Theme.titleSize, \.subtitleSize, \.labelSize] {
      var theme = Theme.light
      theme[keyPath: path] = size
      let chart = lines.theme(theme).legend(.top)
      #expect(message(chart)?.contains("size of \(size) points; use a value from 1 to 1000") == true)
      #expect(throws: PlotError.self) { try Figure { chart }.size(width: 300, height: 200).drawing() }
    }
  }

  @Test(arguments: [-1, .nan, .infinity, 1e300]) func widthsAreChecked(_ width: Double) {
    var theme = Theme.light
    theme.lineWidth = width
    #expect(message(lines.theme(theme))?.contains("line width of \(width)") == true)
    #expect(
      message(Chart { LineMark(y: [1.0, 2]).lineWidth(width) })
        == "LineMark has a line width of \(width) points; use a value from 0 to 1000.")
    #expect(message(Chart { PointMark(y: [1.0, 2]).radius(width) })?.contains("radius") == true)
    #expect(message(Chart { RuleMark(y: 1).dash([4, width]) })?.contains("RuleMark has the dash [4.0, ") == true)
  }

  @Test func dashesThatAreNoneAreFound() {
    #expect(message(Chart { RuleMark(y: 1).dash([0, 0]) })?.contains("or none for a solid line") == true)
    #expect(message(Chart { RuleMark(y: 1).dash([]) }) == nil && message(Chart { RuleMark(y: 1).dash([3]) }) == nil)
    #expect(message(Chart { RuleMark(y: 1).opacity(.nan) })?.contains("opacity") == true)
  }

  @Test func errorsSayWhichOfSeveralMarks() {
    let chart = Chart {
      LineMark(y: [1.0, 2])
      LineMark(x: [1, 2], y: [1.0], series: "late")
    }
    let error = #expect(throws: PlotError.self) { try chart.drawing() }
    #expect(error?.message.hasPrefix("Mark 2 of 2, “late”: LineMark has 2 values of x and 1 of y") == true)
    let bars = Chart {
      RuleMark(y: 0)
      BarMark(x: ["a"], y: ["b"])
    }
    let other = #expect(throws: PlotError.self) { try bars.drawing() }
    #expect(other?.message.hasPrefix("Mark 2 of 2: BarMark has names on both axes") == true)
  }

  @Test func intervalsThatCannotBeAreRemarkedOn() throws {
    let slip = Chart { BarMark(x: ["a", "a"], y: [1.0, 2], estimate: .mean, interval: .ci(95)) }
    #expect(
      try slip.drawing().diagnostics.map(\.message) == [
        "The interval ci(95.0) of BarMark is left out; ci and pi take a level between 0 and 1, sd and se a factor above 0."
      ])
    let right = Chart { BarMark(x: ["a", "a"], y: [1.0, 2], estimate: .mean, interval: .ci(0.95)) }
    #expect(try right.drawing().diagnostics.isEmpty)
  }

  @Test func aSecondAxisThatCannotBeIsRemarkedOn() throws {
    let chart = Chart { LineMark(y: [-1.0, 2]) }.secondaryYAxis("s", forward: .reciprocal())
    #expect(try chart.drawing().diagnostics.map(\.message).count { $0.contains("second axis of y is left out") } == 1)
    #expect(try chart.secondaryYAxis("s", forward: .percent(of: 2)).drawing().diagnostics.isEmpty)
    #expect(try Chart {}.secondaryYAxis("s", forward: .percent(of: 2)).drawing().diagnostics.isEmpty)
  }

  @Test func decimalsAreLimitedHoweverTheyAreSet() {
    var format = NumberFormat.decimal(400)
    #expect(format.string(0.5) == "0.500000000000")
    format.places = -3
    #expect(format.string(0.5) == "0" || format.string(0.5) == "1")
  }

  @Test func identifiersCannotLeaveTheirAttribute() throws {
    #expect(try !lines.drawing().svg(embeddedAs: "a\"><script>").contains("<script>"))
    #expect(
      try lines.drawing().svg(embeddedAs: "val_loss-표").contains(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"val_loss-표\""))
  }

  @Test(.timeLimit(.minutes(1))) func veryManyAnnotationsAreCounted() throws {
    let chart = Chart {
      for number in 0..<1000 {
        PointMark(x: [Double(number % 60)], y: [Double(number / 60)]).annotation("note \(number)")
      }
    }
    let messages = try chart.drawing().diagnostics.map(\.message)
    let count = messages.last?.firstMatch(of: /room for (\d+) more/).flatMap { Int($0.1) } ?? 0
    #expect(messages.count == 4 && (797...990).contains(count), "\(messages)")
  }

  @Test func manyFontFamiliesAreCut() throws {
    var theme = Theme.light
    theme.fontFamilies = (0..<100_000).map { "No such font \($0)" }
    #expect(throws: PlotError.self) { try lines.theme(theme).drawing() }
  }

  /// A bar of its own for each of thousands of names, as when the names are the series too.
  @Test(.timeLimit(.minutes(1))) func aSeriesForEachBandTakesLittle() throws {
    let names = (0..<4000).map { "name \($0)" }
    let chart = Chart { BarMark(x: names, y: names.indices.map(Double.init), series: .column(names)) }
    let layers = try Resolver.resolve(chart).layers
    #expect(layers.count == 4000)
    guard case .rectangles(let bars, _)? = layers[3999].shapes.first else { return #expect(Bool(false)) }
    #expect(bars.count == 1 && bars[0].y1 == 3999)
    let stacked = Chart { BarMark(x: names, y: names.map { _ in 1.0 }, series: .column(names)).stacked() }
    #expect(try Resolver.resolve(stacked).layers.count == 4000)
    let points = Chart {
      PointMark(x: names.indices.map(Double.init), y: names.indices.map(Double.init), series: .column(names))
        .symbol(by: .value("name", names))
    }
    #expect(try Resolver.resolve(points).layers.count == 4000)
  }
}
