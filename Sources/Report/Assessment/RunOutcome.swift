internal import Runs

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

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

  /// How long the run took or, while it runs or if nothing says so, the time up to its last value.
  var duration: Double? {
    if let duration = run.manifest.duration { return duration }
    let times = run.scalars.flatMap { [$0.wallTimes.first, $0.wallTimes.last].compactMap { $0 }.filter(\.isFinite) }
    guard let last = times.max(), let first = run.manifest.startTime?.timeIntervalSince1970 ?? times.min() else {
      return nil
    }
    return last > first ? last - first : nil
  }

  /// When the run began, in seconds since 1970.
  var startTime: Double? {
    run.manifest.startTime?.timeIntervalSince1970 ?? run.scalars.compactMap { $0.wallTimes.first { $0.isFinite } }.min()
  }
}
