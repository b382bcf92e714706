/// The first line of a run that is exported as JSON lines: everything that is no curve.
struct ExportHead: Codable, Sendable {
  /// The key by which a reader knows that every row counts.
  static let mark = "lossline_run"

  struct Text: Codable, Sendable {
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
  /// What a step is, where the log says so.
  var step_unit: String?

  init(_ run: Run) {
    config = run.manifest.config
    lossline_run = run.manifest
    lossline_run.config = [:]
    lossline_run.status = run.status
    // Tables stay behind.
    lossline_run.tables = []
    step_unit = run.stepUnit
    texts = run.texts.map {
      Text(tag: $0.tag, step: $0.step, wall_time: $0.wallTime.isFinite ? $0.wallTime : nil, text: $0.text)
    }
  }

  /// The manifest with everything in its place. A run that went on when it was exported may have ended since.
  var manifest: RunManifest {
    var manifest = lossline_run
    manifest.config = config
    if manifest.status == .running { manifest.status = .unknown }
    return manifest
  }

  var loggedTexts: [LoggedText] {
    texts.map { LoggedText(tag: $0.tag, step: $0.step, wallTime: $0.wall_time ?? .nan, text: $0.text) }
  }
}
