internal import Runs

/// The rules of ``Assessment``, in the order in which its documentation gives them.
struct AssessmentRules {
  var judged: ScalarSeries
  var training: ScalarSeries?
  var direction: MetricSummary.Direction

  private let curve: CostCurve
  private let trainingCurve: CostCurve?
  private let costsArePositive: Bool

  init(judged: ScalarSeries, training: ScalarSeries?, direction: MetricSummary.Direction) {
    self.judged = judged
    self.training = training
    self.direction = direction
    let finite = (judged.values + (training?.values ?? [])).filter(\.isFinite)
    let cost = AssessmentRules.cost(direction, of: finite)
    curve = CostCurve(judged, cost: cost)
    trainingCurve = training.map { CostCurve($0, cost: cost) }.flatMap { $0.count > 0 ? $0 : nil }
    costsArePositive = finite.allSatisfy { cost($0) >= 0 }
  }

  var finding: Assessment.Finding {
    if let step = [judged, training].compactMap({ $0?.nonFiniteTail }).min() { return .notANumber(from: step) }
    guard curve.count >= 3 else { return .nothing }
    let smoothed = curve.smoothed()
    guard let lowest = smoothed.min(), let lowestIndex = smoothed.firstIndex(of: lowest) else { return .nothing }
    if endedWorse { return .endedWorse }
    let unit = unit(lowest: lowest)
    if let onset = onsetOfRise(smoothed, lowest: lowest, at: lowestIndex, unit: unit) {
      return trainingFell(from: onset) ? .overfits(from: onset) : .worsens(from: onset)
    }
    if neverImproved(lowest: lowest) { return .neverImproved }
    if isStillImproving(lowestIndex: lowestIndex, unit: unit) { return .stillImproving }
    return plateau(smoothed, lowest: lowest, unit: unit)
  }

  private static func cost(_ direction: MetricSummary.Direction, of values: [Double]) -> (Double) -> Double {
    if direction == .min { return { $0 } }
    let isFraction = values.allSatisfy { (0...1).contains($0) }
    return isFraction ? { 1 - $0 } : { -$0 }
  }

  /// How large a change counts: the smaller of the lowest cost and what was gained to reach it.
  private func unit(lowest: Double) -> Double {
    let gain = max(0, curve.start - lowest)
    guard costsArePositive else { return gain }
    return gain > 0 ? max(min(lowest, gain), 0.01 * gain) : lowest
  }

  private var endedWorse: Bool {
    guard curve.count >= 5 else { return false }
    let loss = curve.end - curve.start
    let range = (curve.costs.max() ?? 0) - (curve.costs.min() ?? 0)
    return loss > 0.5 * (costsArePositive ? curve.start : range) && loss > 2 * curve.noise
  }

  /// The step from which on the curve stayed worse than its lowest, if it ends so.
  private func onsetOfRise(_ smoothed: [Double], lowest: Double, at lowestIndex: Int, unit: Double) -> Int? {
    let tolerance = max(0.1 * unit, 2.0.squareRoot() * curve.noise)
    guard curve.end - lowest > tolerance else { return nil }
    if curve.count < 10 { return onsetInShortCurve(lowestIndex) }
    guard let last = smoothed.lastIndex(where: { $0 - lowest <= tolerance }) else { return nil }
    let length = curve.count - 1 - last
    return length >= max(2, curve.window / 2) ? curve.steps[last] : nil
  }

  private func onsetInShortCurve(_ lowestIndex: Int) -> Int? {
    let after = curve.costs[lowestIndex...]
    let rises = zip(after, after.dropFirst()).allSatisfy { $0 < $1 }
    return after.count >= 3 && rises ? curve.steps[lowestIndex] : nil
  }

  private func trainingFell(from step: Int) -> Bool {
    guard let trainingCurve else { return false }
    return trainingCurve.end < trainingCurve.level(around: step)
  }

  private func neverImproved(lowest: Double) -> Bool {
    guard curve.count >= 5 else { return false }
    return curve.start - lowest <= max(curve.noise, 1e-3 * lowest.magnitude)
  }

  private func isStillImproving(lowestIndex: Int, unit: Double) -> Bool {
    guard curve.count >= 10 else {
      let last = curve.costs.suffix(3)
      return zip(last, last.dropFirst()).allSatisfy { $0 > $1 } && curve.beforeEnd - curve.end > 0.05 * unit
    }
    let gain = curve.beforeEnd - curve.end
    let isAtTheEnd = lowestIndex >= curve.count - 2 * curve.window
    return isAtTheEnd && gain > max(0.05 * unit, 2.0.squareRoot() * curve.noise)
  }

  private func plateau(_ smoothed: [Double], lowest: Double, unit: Double) -> Assessment.Finding {
    guard curve.count >= 10 else { return .nothing }
    let tolerance = max(0.05 * unit, curve.noise)
    let first = (smoothed.lastIndex { $0 - lowest > tolerance } ?? -1) + 1
    return 10 * first <= 7 * curve.count ? .plateau(since: curve.steps[first]) : .nothing
  }
}

extension ScalarSeries {
  /// The step at which the values that are not finite at the end of the curve begin.
  fileprivate var nonFiniteTail: Int? {
    guard let last = values.last, !last.isFinite else { return nil }
    let lastFinite = values.lastIndex { $0.isFinite } ?? -1
    return steps[lastFinite + 1]
  }
}
