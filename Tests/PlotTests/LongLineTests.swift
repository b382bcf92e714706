import Foundation
import Testing

@testable import Plot

/// Lines with many more points than pixels.
@Suite struct LongLineTests {
  private static let count = 30_000
  private let x = (0..<count).map(Double.init)

  enum Signal: CaseIterable {
    case walk, noise, noisySine, spikes, sawtooth, gaps

    func values(_ count: Int) -> [Double] {
      var random = SplitMix(state: 3)
      var sum = 0.0
      return (0..<count).map { row in
        let unit = random.unit()
        sum += unit - 0.5
        return switch self {
        case .walk: sum
        case .noise: unit
        case .noisySine: sin(Double(row) / Double(count) * 20) + 0.1 * unit
        case .spikes: row % 997 == 0 ? 1 + unit : 0.01 * unit
        case .sawtooth: Double(row % (count / 80))
        case .gaps: row * 23 / count % 5 == 4 ? .nan : row % 3 == 0 ? sum + 20 * unit : sum
        }
      }
    }
  }

  private func frame(y: [Double]) throws -> ChartFrame {
    let plot = Rect(x: 40, y: 40, width: 450, height: 280)
    let low = try #require(y.filter { !$0.isNaN }.min())
    let high = try #require(y.filter { !$0.isNaN }.max())
    return ChartFrame(
      plot: plot, left: 0, right: 504, yTitleBaseline: 0, xTitleBaseline: 0, legendTop: 0, legendBottom: 0, xTicks: [],
      yTicks: [], xLabels: AxisLabels(), yLabels: AxisLabels(), isXOnTop: false, isYTrailing: false,
      xScale: .linear(0...Double(y.count - 1)), yScale: .linear(low...high))
  }

  /// What cairo's own stroke of the rows looks like.
  private func strokedPixels(_ frame: ChartFrame, _ y: [Double], scale: Double) throws -> [UInt32] {
    var path = Path()
    for run in runs(frame, x, y).places(mayReduce: false) { Curve.append(run, method: .linear, to: &path) }
    return try pixels(.path(PathNode(path, stroke: stroke)), scale: scale)
  }

  private let stroke = Stroke(Paint(.series(0)), width: 2, cap: .round)

  private func runs(_ frame: ChartFrame, _ x: [Double], _ y: [Double]) -> LineRuns {
    LineRuns(PolyLine(x: x, y: y, stroke: stroke), plane: frame.plane)
  }

  private func pixels(_ node: Node, scale: Double) throws -> [UInt32] {
    let scene = Scene(
      width: 504, height: 360, theme: .light, title: "", alternativeText: "", nodes: [node], diagnostics: [])
    return try PNGEncoder.withPixels(of: scene, scale: scale) { pixels in
      Array(UnsafeBufferPointer(start: pixels.start, count: pixels.stride * pixels.height))
    }
  }

  private func mask(_ line: DenseLine, scale: Double, mayReduce: Bool) -> [UInt8] {
    let (width, height) = (Int(504 * scale), Int(360 * scale))
    var raster = LineRaster(width: width, height: height, rowBytes: width, radius: scale)
    line.draw(on: &raster, scale: scale, corner: Point(0, 0), mayReduce: mayReduce)
    return raster.mask
  }

  /// M4 keeps the picture: not one pixel differs from that of all rows.
  @Test(arguments: Signal.allCases, [1, 2, 1400.0 / 504])
  func reducingKeepsEveryPixel(_ signal: Signal, scale: Double) throws {
    let y = signal.values(Int(36_000 * scale))
    let line = try #require(runs(try frame(y: y), (0..<y.count).map(Double.init), y).dense)
    let all = mask(line, scale: scale, mayReduce: false)
    let different = zip(mask(line, scale: scale, mayReduce: true), all).count { $0 != $1 }
    #expect(different == 0)
    #expect(Set(all).count > 100, "there is a line, and its edges are smooth")
    let pieces = line.runs.rows.map { line.pieces($0, scale: scale, seen: 0...504 * scale)?.count ?? $0.count }
    #expect(pieces.reduce(0, +) <= LineRaster.column(504 * scale))
  }

  /// The largest difference of a colour's three parts.
  private static func distance(_ a: UInt32, _ b: UInt32) -> Int {
    [0, 8, 16].map { abs(Int(a >> $0 & 255) - Int(b >> $0 & 255)) }.max() ?? 0
  }

  /// The raster draws what cairo strokes, but for the shades by which cairo's polygons are off from round pens.
  @Test(arguments: Signal.allCases, [1, 1400.0 / 504])
  func rasterAgreesWithCairo(_ signal: Signal, scale: Double) throws {
    // All of a noisy line takes seconds to stroke.
    let y = signal.values(signal == .noise ? 9_000 : Self.count)
    let frame = try frame(y: y)
    let node = PathNode(try #require(runs(frame, x, y).dense), stroke: stroke)
    let stroked = try strokedPixels(frame, y, scale: scale)
    let raster = try pixels(.path(node), scale: scale)
    let distances = zip(stroked, raster).map(Self.distance)
    #expect(distances.count { $0 > 32 } == 0)
    #expect(distances.count { $0 > 16 } <= distances.count / 50)
    #expect(Set(raster).count > 20, "there is a line")
  }

  /// Files of shapes get the reduced path; of a line that lies outside the plot nothing is left.
  @Test func thePathIsMadeWhenAskedFor() throws {
    let y = Signal.walk.values(Self.count)
    var frame = try frame(y: y)
    let inside = runs(frame, x, y)
    let node = PathNode(try #require(inside.dense), stroke: stroke)
    #expect(node.path == inside.path && node.path.verbs.count > 1000 && node.path.verbs.count < 4 * 2000)
    var moved = node
    moved.translate(x: 10, y: -5)
    #expect(moved.path.coordinates.count > 1000 && moved.path.coordinates[0] == node.path.coordinates[0] + 10)
    frame.yScale = .linear(1e6...1e7)
    #expect(runs(frame, x, y).dense == nil && runs(frame, x, y).path.isEmpty)
  }

  @Test func reducedRowsAreFewAndOrdered() throws {
    let y = Signal.noise.values(Self.count)
    let runs = self.runs(try frame(y: y), x, y).places(mayReduce: true)
    #expect(runs.count == 1)
    #expect(runs[0].count <= 4 * 901 && runs[0].count > 1000)
    #expect(zip(runs[0], runs[0].dropFirst()).allSatisfy { $0.x <= $1.x })
    let backwards = self.runs(try frame(y: y), x.reversed(), y).places(mayReduce: true)
    #expect(backwards[0].count <= 4 * 901)
  }

  /// Rows that cannot be shown cut the line; rows out of order are all kept.
  @Test func gapsAndDisorderAreKept() throws {
    var y = Signal.walk.values(Self.count)
    let frame = try frame(y: y)
    y[10_000] = .nan
    y[20_000] = .infinity
    y[Self.count - 1] = -.infinity
    let runs = self.runs(frame, x, y).places(mayReduce: true)
    #expect(runs.count == 3)
    #expect(runs[1].first?.x == frame.x(10_001) && runs[1].last?.x == frame.x(19_999))
    var shuffled = x
    shuffled.swapAt(3, Self.count / 2)
    let disordered = self.runs(frame, shuffled, y).places(mayReduce: true)
    #expect(disordered[0].count == 10_000 && disordered[1].count == 9_999 && disordered[2].count < 9_998)
  }

  @Test func columnsOfHostileNumbersEndAllTheSame() throws {
    let frame = try frame(y: [0, 1])
    for value in [Double.nan, .infinity, -.infinity, 1e300, -1e300, .leastNonzeroMagnitude, 0] {
      let values = [Double](repeating: value, count: 10_000)
      let runs = self.runs(frame, values, values).places(mayReduce: true)
      #expect(runs.isEmpty == !value.isFinite)
    }
    #expect(self.runs(frame, [], []).places(mayReduce: true).isEmpty)
  }
}
