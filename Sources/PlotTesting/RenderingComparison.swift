internal import Plot
internal import Snapshots

/// Compares two drawings with each other, scene and pixels.
enum RenderingComparison {
  static func outcome(_ first: Drawing, _ second: Drawing, scale: Double) throws -> SnapshotOutcome {
    if let problem = ComparatorCheck.problem { return SnapshotOutcome(failure: problem) }
    var failures: [String] = []
    let scenes = TextComparison(first.scene.text, second.scene.text)
    if !scenes.isSame { failures.append("The scenes differ:\n\(scenes.summary())") }
    let (one, other) = (try PixelImage(png: first.png(scale: scale)), try PixelImage(png: second.png(scale: scale)))
    var outcome = SnapshotOutcome()
    if let comparison = PixelComparison(one, other) {
      if !comparison.isSame { failures.append("The pictures differ: \(comparison.summary).") }
    } else {
      failures.append(
        "One picture has \(one.width) × \(one.height) pixels, the other \(other.width) × \(other.height).")
    }
    guard !failures.isEmpty else { return outcome }
    outcome.failure = "The two renderings are not the same.\n" + failures.joined(separator: "\n")
    if let picture = DifferencePicture.png(reference: one, actual: other) {
      outcome.attachments = [SnapshotAttachment("difference.png", picture)]
    }
    return outcome
  }
}
