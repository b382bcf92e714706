/// The first line of a run that is exported as JSON lines: everything that is no curve.
struct ExportHead: Codable {
  /// The key by which a reader knows that every row counts.
  static let mark = "lossline_run"

  struct Text: Codable {
    var tag: String
    var step: Int
    /// `nil` where the log tells no time.
    var wall_time: Double?
    var text: String
  }

  /// Where other readers seek it; ``lossline_run`` holds it no second time.
  var config: [String: ConfigValue]
  var lossline_run: RunManifest
  var texts: [Text]

  init(_ run: Run) {
    config = run.manifest.config
    lossline_run = run.manifest
    lossline_run.config = [:]
    texts = run.texts.map {
      Text(tag: $0.tag, step: $0.step, wall_time: $0.wallTime.isFinite ? $0.wallTime : nil, text: $0.text)
    }
  }
}
