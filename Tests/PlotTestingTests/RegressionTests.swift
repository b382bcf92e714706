import Foundation
import Testing

@testable import Plot
@testable import Snapshots

/// Fourteen regressions that charts really had, each found in scene and picture, where usual rules miss five to ten of them.
@Suite struct RegressionTests {
  struct Regression: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let drawing: @Sendable () throws -> Drawing

    init(_ name: String, _ drawing: @escaping @Sendable () throws -> Drawing) {
      (testDescription, self.drawing) = (name, drawing)
    }

    /// A regression of the layout: a node that is left away or replaced.
    init(_ name: String, role: String, _ change: @escaping @Sendable (inout [Node]) -> Void) {
      self.init(name) {
        var scene = try SampleChart.chart().drawing().scene
        scene.nodes = Self.changed(scene.nodes, role, change)
        return Drawing(scene: scene)
      }
    }

    private static func changed(_ nodes: [Node], _ role: String, _ change: (inout [Node]) -> Void) -> [Node] {
      nodes.map {
        guard case .group(var group) = $0 else { return $0 }
        if group.role == role { change(&group.nodes) } else { group.nodes = changed(group.nodes, role, change) }
        return .group(group)
      }
    }
  }

  static let regressions: [Regression] = [
    Regression("a digit of a tick label", role: "y-axis") { $0.replaceText("0.5", with: "0.6") },
    Regression("a point moved by 4 px") { try pointMoved(by: 4) },
    Regression("a point moved by 1 px") { try pointMoved(by: 1) },
    Regression("a grid line gone", role: "grid") { $0.removeLast() },
    Regression("a tick label gone", role: "x-axis") { $0.removeFirst() },
    Regression("a label moved by 1 px", role: "x-axis") { $0[0] = $0[0].translated(x: 1, y: 0) },
    Regression("the base line gone", role: "baseline") { $0.removeAll() },
    Regression("a letter of the title") { try SampleChart.chart().with { $0.title = "Loss by Epoch" }.drawing() },
    Regression("a thinner line") { try themed { $0.lineWidth = 1.5 } },
    Regression("a slightly different colour") { try themed { $0.palette[0] = Color(0x0A7AB8) } },
    Regression("the background off-white") { try themed { $0.paper = Color(0xF6F8FA) } },
    Regression("a band of another opacity", role: "band: validation") { nodes in
      nodes = nodes.map { node in
        guard case .path(var path) = node, let fill = path.fill else { return node }
        path.fill?.opacity = fill.opacity + 0.06
        return .path(path)
      }
    },
    Regression("the last value missing") { try SampleChart.chart { $0[19] = .nan }.drawing() },
    Regression("series in another order of colours") { try themed { $0.palette.swapAt(0, 1) } },
  ]

  private static func pointMoved(by pixels: Double) throws -> Drawing {
    // The plot is 117 px high and shows 0 to 1.
    try SampleChart.chart { $0[10] += pixels / 117 }.drawing()
  }

  private static func themed(_ change: (inout Theme) -> Void) throws -> Drawing {
    var theme = Theme.light
    change(&theme)
    return try SampleChart.chart().theme(theme).drawing()
  }

  @Test(arguments: regressions) func isFound(_ regression: Regression) throws {
    let folder = try TemporaryFolder()
    let name = SnapshotName(testFile: folder.url.appending(path: "T.swift"), suites: [], function: "chart()")
    _ = SnapshotCheck(name, mode: .missing).outcome(of: try SampleChart.chart().drawing(), as: [.scene, .png])
    let outcome = SnapshotCheck(name, mode: .never).outcome(of: try regression.drawing(), as: [.png])
    let failure = try #require(outcome.failure)
    #expect(failure.contains("chart.png differs: "))
    let pictures = Dictionary(uniqueKeysWithValues: outcome.attachments.map { ($0.name, $0.bytes) })
    let difference = try PixelImage(png: #require(pictures["chart.difference.png"]))
    #expect(difference.width == 3 * 420 + 4 * 16)
    if let look = ProcessInfo.processInfo.environment["LOOK"] {
      let file = URL(filePath: look).appending(path: "\(regression.testDescription).png")
      try Data(pictures["chart.difference.png"] ?? []).write(to: file)
    }
  }

  @Test func thereAreFourteen() { #expect(Self.regressions.count == 14) }
}

extension [Node] {
  fileprivate mutating func replaceText(_ old: String, with new: String) {
    let setter = TextSetter(theme: .light, fonts: .installed)
    self = map { node in
      guard case .text(var text) = node, text.shaped.string == old else { return node }
      guard
        let line = try? setter.line(new, at: text.origin, size: text.size, anchor: text.anchor, paint: .muted)
      else { return node }
      text = line
      return .text(text)
    }
  }
}

extension Chart {
  fileprivate func with(_ change: (inout Chart) -> Void) -> Chart {
    var copy = self
    change(&copy)
    return copy
  }
}
