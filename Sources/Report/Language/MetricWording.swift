/// What metrics and steps are called.
protocol MetricWording: Sendable {
  /// A metric inside a sentence: "loss".
  func metric(_ name: MetricName) -> String
  /// The data that a curve was measured on: "validation".
  func split(_ split: MetricName.Split) -> String
  /// A metric on test data, as a title: "Test loss".
  func test(_ metric: String) -> String
  /// What a step is, inside a sentence: "epoch".
  func unit(_ unit: String) -> String
  /// What a number of steps is labelled with: "Epochs".
  func units(_ unit: String) -> String
  /// A step, and the last one where it is known: "epoch 397 of 400".
  func position(_ step: Int, last: Int?, _ unit: String) -> String
  /// How far a run came: "57 of 400 epochs".
  func extent(_ count: Int, planned: Int?, _ unit: String) -> String
  /// The same beside its label: "57 of 400".
  func bareExtent(_ count: Int, planned: Int?) -> String
}

extension EnglishWording {
  func metric(_ name: MetricName) -> String { name.spoken }

  func split(_ split: MetricName.Split) -> String {
    switch split {
    case .training: "training"
    case .validation: "validation"
    case .test: "test"
    }
  }

  func test(_ metric: String) -> String { "Test \(metric)" }

  func unit(_ unit: String) -> String { unit }

  func units(_ unit: String) -> String { unit.capitalizedFirst + "s" }

  func position(_ step: Int, last: Int?, _ unit: String) -> String {
    "\(unit) \(NumberText.grouped(step))" + (last.map { " of \(NumberText.grouped($0))" } ?? "")
  }

  func extent(_ count: Int, planned: Int?, _ unit: String) -> String {
    guard let planned else { return NumberText.counted(count, unit) }
    return "\(NumberText.grouped(count)) of \(NumberText.counted(planned, unit))"
  }

  func bareExtent(_ count: Int, planned: Int?) -> String {
    NumberText.grouped(count) + (planned.map { " of \(NumberText.grouped($0))" } ?? "")
  }
}

extension KoreanWording {
  /// Common metrics have Korean names; every other one keeps its own.
  func metric(_ name: MetricName) -> String { Self.metrics[name.spoken.lowercased()] ?? name.spoken }

  private static let metrics = [
    "loss": "손실", "accuracy": "정확도", "acc": "정확도", "learning rate": "학습률", "precision": "정밀도",
    "recall": "재현율", "mean squared error": "평균 제곱 오차", "mean absolute error": "평균 절대 오차",
    "perplexity": "퍼플렉서티", "error": "오차", "reward": "보상",
  ]

  func split(_ split: MetricName.Split) -> String {
    switch split {
    case .training: "학습"
    case .validation: "검증"
    case .test: "테스트"
    }
  }

  func test(_ metric: String) -> String { "테스트 \(metric)" }

  func unit(_ unit: String) -> String { ["epoch": "에폭", "step": "스텝"][unit] ?? unit }

  func units(_ unit: String) -> String { "\(self.unit(unit)) 수" }

  func position(_ step: Int, last: Int?, _ unit: String) -> String {
    "\(self.unit(unit)) \(NumberText.grouped(step))" + (last.map { "/\(NumberText.grouped($0))" } ?? "")
  }

  func extent(_ count: Int, planned: Int?, _ unit: String) -> String {
    let done = NumberText.grouped(count) + self.unit(unit)
    return planned.map { "\(NumberText.grouped($0))\(self.unit(unit)) 중 \(done)" } ?? done
  }

  func bareExtent(_ count: Int, planned: Int?) -> String {
    NumberText.grouped(count) + (planned.map { "/\(NumberText.grouped($0))" } ?? "")
  }
}
