internal import Runs

/// What the page says about a run as a whole: its metrics, each judged once, and how far it came.
struct RunOutcome {
  /// A metric and what it did.
  struct Judged {
    var family: MetricFamily
    var curve: MetricFamily.Curve
    var assessment: Assessment
  }

  var run: Run
  /// The language in which the page speaks of it.
  var language: ReportLanguage
  var progress: Progress
  /// Every metric with a curve, the most telling first.
  var families: [MetricFamily]
  /// The metrics that tell how well the model does, the most telling first.
  var judged: [Judged]

  init(of run: Run, language: ReportLanguage = .english) {
    self.run = run
    self.language = language
    progress = Progress(of: run, language: language)
    families = MetricFamily.families(of: run, language: language)
    judged = families.filter(\.isOutcome).compactMap { family in
      guard let curve = family.judged, let assessment = family.assessment else { return nil }
      return Judged(family: family, curve: curve, assessment: assessment)
    }
  }
}
