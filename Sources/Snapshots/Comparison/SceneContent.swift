package import Foundation
package import Plot

/// A scene as text: exact, whatever rasteriser is installed.
package struct SceneContent: SnapshotContent {
  package let text: String

  /// - Throws: ``ReferenceProblem/blank`` for a scene without shapes and texts.
  package init(_ drawing: Drawing) throws(ReferenceProblem) {
    guard Self.shows(drawing.scene.nodes) else { throw .blank }
    text = drawing.scene.text
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  package func compare(with reference: URL) -> SnapshotVerdict {
    let expected: String
    do { expected = try ReferenceFile.text(of: reference) } catch { return .unusable(error) }
    // Not `==`, for which a composed letter equals a decomposed one.
    guard !expected.utf8.elementsEqual(text.utf8) else { return .same }
    let comparison = TextComparison(expected, text)
    return .different(
      comparison.summary(),
      [SnapshotAttachment("difference.diff", Array(comparison.lines.joined(separator: "\n").utf8))])
  }

  private static func shows(_ nodes: [Node]) -> Bool {
    nodes.contains {
      switch $0 {
      case .group(let group): shows(group.nodes)
      case .path, .text: true
      }
    }
  }
}
