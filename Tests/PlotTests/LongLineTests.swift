import Foundation
import Testing

@testable import Plot

/// Lines with many more points than pixels.
@Suite struct LongLineTests {
  private static let count = 30_000
  private let x = (0..<count).map(Double.init)

  enum Signal: CaseIterable {
    case walk, noise

    func values(_ count: Int) -> [Double] {
      var random = SplitMix(state: 3)
      var sum = 0.0
      return (0..<count).map { _ in
        let unit = random.unit()
        switch self {
        case .walk:
          sum += unit - 0.5
          return sum
        case .noise: return unit
        }
      }
    }
  }

  private func frame(y: [Double]) throws -> ChartFrame {
    let plot = Rect(x: 40, y: 40, width: 450, height: 280)
    let low = try #require(y.min())
    let high = try #require(y.max())
    return ChartFrame(
      plot: plot, left: 0, right: 504, yTitleBaseline: 0, xTitleBaseline: 0, legendTop: 0, legendBottom: 0, xTicks: [],
      yTicks: [], xLabels: AxisLabels(), yLabels: AxisLabels(), isXOnTop: false, isYTrailing: false,
      xScale: .linear(0...Double(y.count - 1)), yScale: .linear(low...high))
  }

  private func pixels(_ frame: ChartFrame, _ y: [Double], mayReduce: Bool, scale: Double) throws -> [UInt32] {
    var path = Path()
    let runs = LineRuns(frame: frame).places(x, y, mayReduce: mayReduce)
    for run in runs { Curve.append(run, method: .linear, to: &path) }
    let line = PathNode(path, stroke: Stroke(Paint(.series(0)), width: 2, cap: .round))
    let scene = Scene(
      width: 504, height: 360, theme: .light, title: "", alternativeText: "", nodes: [.path(line)], diagnostics: [])
    return try PNGEncoder.withPixels(of: scene, scale: scale) { pixels in
      Array(UnsafeBufferPointer(start: pixels.start, count: pixels.stride * pixels.height))
    }
  }

  /// The largest difference of a colour's three parts.
  private static func distance(_ a: UInt32, _ b: UInt32) -> Int {
    [0, 8, 16].map { abs(Int(a >> $0 & 255) - Int(b >> $0 & 255)) }.max() ?? 0
  }

  /// At most one pixel in 200 differs by more than a shade that nobody sees (8 of 255) from the picture of every point.
  @Test(arguments: Signal.allCases, [2, 1400.0 / 504])
  func reducingKeepsThePicture(_ signal: Signal, scale: Double) throws {
    // All of a noisy line takes seconds to stroke.
    let y = signal.values(signal == .noise ? 9_000 : Self.count)
    let frame = try frame(y: y)
    let all = try pixels(frame, y, mayReduce: false, scale: scale)
    let reduced = try pixels(frame, y, mayReduce: true, scale: scale)
    let different = zip(all, reduced).count { Self.distance($0, $1) > 8 }
    #expect(Double(different) <= 0.005 * Double(all.count), "\(different) of \(all.count) pixels")
    #expect(Set(reduced).count > 2, "there is a line")
  }

  @Test func reducedRowsAreFewAndOrdered() throws {
    let y = Signal.noise.values(Self.count)
    let runs = LineRuns(frame: try frame(y: y)).places(x, y, mayReduce: true)
    #expect(runs.count == 1)
    #expect(runs[0].count <= 4 * 901 && runs[0].count > 1000)
    #expect(zip(runs[0], runs[0].dropFirst()).allSatisfy { $0.x <= $1.x })
    let backwards = LineRuns(frame: try frame(y: y)).places(x.reversed(), y, mayReduce: true)
    #expect(backwards[0].count <= 4 * 901)
  }

  /// Rows that cannot be shown cut the line; rows out of order are all kept.
  @Test func gapsAndDisorderAreKept() throws {
    var y = Signal.walk.values(Self.count)
    let frame = try frame(y: y)
    y[10_000] = .nan
    y[20_000] = .infinity
    y[Self.count - 1] = -.infinity
    let runs = LineRuns(frame: frame).places(x, y, mayReduce: true)
    #expect(runs.count == 3)
    #expect(runs[1].first?.x == frame.x(10_001) && runs[1].last?.x == frame.x(19_999))
    var shuffled = x
    shuffled.swapAt(3, Self.count / 2)
    let disordered = LineRuns(frame: frame).places(shuffled, y, mayReduce: true)
    #expect(disordered[0].count == 10_000 && disordered[1].count == 9_999 && disordered[2].count < 9_998)
  }

  @Test func columnsOfHostileNumbersEndAllTheSame() throws {
    let frame = try frame(y: [0, 1])
    for value in [Double.nan, .infinity, -.infinity, 1e300, -1e300, .leastNonzeroMagnitude, 0] {
      let values = [Double](repeating: value, count: 10_000)
      let runs = LineRuns(frame: frame).places(values, values, mayReduce: true)
      #expect(runs.isEmpty == !value.isFinite)
    }
    #expect(LineRuns(frame: frame).places([], [], mayReduce: true).isEmpty)
  }
}
