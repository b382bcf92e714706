/// The words of differences.
protocol PairWording: Sendable {
  /// "0.0012 (23 %) lower".
  func amount(_ size: String, isLower: Bool) -> String
  /// "from 0.0008 to 0.0016 lower", "from 0.0003 lower to 0.0001 higher".
  func extent(_ low: (size: String, isLower: Bool), _ high: (size: String, isLower: Bool)) -> String
  /// "the same 5 seeds on both sides", "5 runs each", "5 and 3 runs".
  func size(_ a: Int, _ b: Int, pairs: Int?) -> String
  func against(_ first: String, _ second: String) -> String
  func same(_ metric: String) -> String
  var missing: String { get }
  func single(_ metric: String, _ amount: String, size: String?) -> String
  func shown(_ metric: String, _ amount: String, _ extent: String) -> String
  func takenBack(_ metric: String, _ amount: String, _ extent: String) -> String
  func undecided(_ metric: String, _ amount: String, _ extent: String, seeds: Int?) -> String
  func interval(_ low: String, _ high: String, isPaired: Bool) -> String
  func bootstrap(_ low: String, _ high: String) -> String
  func counts(_ a: Int, _ b: Int) -> String
  func corrected(_ p: String) -> String
  func exact(_ p: String) -> String
  func morePairs(_ count: Int) -> String
  func method(pairs: Int, samples: Int) -> String
  var methodOfSingles: String { get }
}

extension EnglishComparison {
  func amount(_ size: String, isLower: Bool) -> String { "\(size) \(isLower ? "lower" : "higher")" }

  func extent(_ low: (size: String, isLower: Bool), _ high: (size: String, isLower: Bool)) -> String {
    let (first, last) = (amount(low.size, isLower: low.isLower), amount(high.size, isLower: high.isLower))
    return low.isLower == high.isLower ? "from \(low.size) to \(last)" : "from \(first) to \(last)"
  }

  func size(_ a: Int, _ b: Int, pairs: Int?) -> String {
    if let pairs { return "the same \(pairs) seeds on both sides" }
    return a == b ? (a == 1 ? "one run each" : "\(a) runs each") : "\(a) and \(NumberText.counted(b, "run"))"
  }

  func against(_ first: String, _ second: String) -> String { "\(first) against \(second)" }

  func same(_ metric: String) -> String { "\(metric) is the same in both." }

  var missing: String { "One of them has no finite value to compare." }

  func single(_ metric: String, _ amount: String, size: String?) -> String {
    "\(metric) is \(amount)." + (size.map { " With \($0), no variance between seeds is known." } ?? "")
  }

  func shown(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric) is \(amount), more than chance between seeds explains. Expect the true difference \(extent)."
  }

  func takenBack(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric) is \(amount), \(extent) with 95\u{A0}% confidence. But of several pairs tested, one may look so by chance, so "
      + "this does not count as shown."
  }

  func undecided(_ metric: String, _ amount: String, _ extent: String, seeds: Int?) -> String {
    "\(metric) is \(amount), but chance between seeds could do that: the true difference may lie anywhere \(extent)."
      + (seeds.map { " About \(NumberText.grouped($0)) seeds each would settle it." } ?? "")
  }

  func interval(_ low: String, _ high: String, isPaired: Bool) -> String {
    "95\u{A0}% interval \(low) to \(high) (\(isPaired ? "paired by seed" : "Welch"))"
  }

  func bootstrap(_ low: String, _ high: String) -> String { "bootstrap \(low) to \(high)" }

  func counts(_ a: Int, _ b: Int) -> String { "n = \(a) and \(b)" }

  func corrected(_ p: String) -> String { "p = \(p) after Holm" }

  func exact(_ p: String) -> String { "exact permutation p = \(p)" }

  func morePairs(_ count: Int) -> String {
    "\(NumberText.counted(count, "more pair")) \(count == 1 ? "is" : "are") in the CSV."
  }

  func method(pairs: Int, samples: Int) -> String {
    "The words rest on the 95\u{A0}% interval of the difference, and on its p after Holm's correction for the "
      + "\(NumberText.counted(pairs, "pair")) tested. The bootstrap interval draws the runs anew "
      + "\(NumberText.grouped(samples)) times; with few seeds it is too narrow."
  }

  var methodOfSingles: String {
    "One run each, so no variance between seeds is known: running them again may turn any of these round. Train each "
      + "setting with several seeds to know."
  }
}

extension KoreanComparison {
  func amount(_ size: String, isLower: Bool) -> String { "\(size) \(isLower ? "낮음" : "높음")" }

  func extent(_ low: (size: String, isLower: Bool), _ high: (size: String, isLower: Bool)) -> String {
    let last = amount(high.size, isLower: high.isLower)
    return low.isLower == high.isLower
      ? "\(low.size) – \(last)" : "\(amount(low.size, isLower: low.isLower)) – \(last)"
  }

  func size(_ a: Int, _ b: Int, pairs: Int?) -> String {
    if let pairs { return "양쪽에 같은 시드 \(pairs)개" }
    return a == b ? "실행 \(a)개씩" : "실행 \(a)개와 \(b)개"
  }

  func against(_ first: String, _ second: String) -> String { "\(first) 대 \(second)" }

  func same(_ metric: String) -> String { "\(KoreanParticle.topic(metric)) 양쪽이 같습니다." }

  var missing: String { "한쪽에 비교할 유한한 값이 없습니다." }

  func single(_ metric: String, _ amount: String, size: String?) -> String {
    "\(metric): \(amount)." + (size.map { " \($0)이므로 시드에 따른 분산은 알 수 없습니다." } ?? "")
  }

  func shown(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric): \(amount). 시드의 우연으로 설명할 수 있는 것보다 큽니다. 참된 차이는 \(extent) 범위로 보입니다."
  }

  func takenBack(_ metric: String, _ amount: String, _ extent: String) -> String {
    "\(metric): \(amount), 95\u{A0}% 신뢰도로 \(extent). 그러나 여러 쌍을 시험하면 하나쯤은 우연히 그렇게 보일 수 있으므로 입증된 것으로 치지 않습니다."
  }

  func undecided(_ metric: String, _ amount: String, _ extent: String, seeds: Int?) -> String {
    "\(metric): \(amount). 그러나 시드의 우연으로도 날 수 있는 차이입니다. 참된 차이는 \(extent) 범위 어디든 될 수 있습니다."
      + (seeds.map { " 시드가 각각 약 \(NumberText.grouped($0))개이면 가려질 것입니다." } ?? "")
  }

  func interval(_ low: String, _ high: String, isPaired: Bool) -> String {
    "95\u{A0}% 신뢰 구간 \(low) – \(high) (\(isPaired ? "시드별 짝" : "웰치"))"
  }

  func bootstrap(_ low: String, _ high: String) -> String { "부트스트랩 \(low) – \(high)" }

  func counts(_ a: Int, _ b: Int) -> String { "n = \(a), \(b)" }

  func corrected(_ p: String) -> String { "홀름 보정 p = \(p)" }

  func exact(_ p: String) -> String { "정확 순열 검정 p = \(p)" }

  func morePairs(_ count: Int) -> String { "\(NumberText.grouped(count))쌍이 CSV에 더 있습니다." }

  func method(pairs: Int, samples: Int) -> String {
    "글은 차이의 95\u{A0}% 신뢰 구간과, 시험한 \(NumberText.grouped(pairs))쌍에 홀름 보정을 한 p에 바탕을 둡니다. 부트스트랩 구간은 실행들을 "
      + "\(NumberText.grouped(samples))번 다시 뽑은 것이며, 시드가 적으면 너무 좁습니다."
  }

  var methodOfSingles: String {
    "실행이 하나씩이어서 시드에 따른 분산을 알 수 없습니다. 다시 학습하면 결과가 뒤집힐 수 있으니, 설정마다 여러 시드로 학습해 보십시오."
  }
}
