/// The steps that an optimizer has taken, kept for rows that have not taken them yet.
struct StepHistory {
  /// The number of the step before the first one that is kept.
  private(set) var start = 0
  private(set) var steps: [OptimizerStep] = []
  /// The size of each step.
  private(set) var sizes: [Float] = []
  /// The steps from this one on have sizes of at most 1e3, and none of them is larger than the one before it by more than
  /// `calmGrowth`.
  private(set) var calm = 0
  /// The factor up to which a step may grow over the one before and still be calm.
  let calmGrowth: Float

  init(calmGrowth: Float, start: Int = 0) {
    self.calmGrowth = calmGrowth
    self.start = start
  }

  /// Notes the next step.
  mutating func append(_ step: OptimizerStep) {
    let isCalm = step.size <= 1e3 && sizes.last.map { step.size <= $0 * calmGrowth } ?? true
    steps.append(step)
    sizes.append(step.size)
    if !isCalm { calm = sizes.count }
  }
}
