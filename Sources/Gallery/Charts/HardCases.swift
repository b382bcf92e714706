internal import Plot

/// Data that break charts elsewhere.
enum HardCases: GalleryTopic {
  static let title = "Hard cases"

  static let entries: [Entry] = [
    ("No points", "noPoints", noPoints),
    ("One point", "onePoint", onePoint),
    ("All equal", "allEqual", allEqual),
    ("All missing", "allMissing", allMissing),
    ("Infinities", "infinities", infinities),
    ("Huge numbers", "huge", huge),
    ("Zeros on a logarithmic axis", "logWithZeros", logWithZeros),
    ("A million points", "millionPoints", millionPoints),
    ("Forty categories", "fortyCategories", fortyCategories),
    ("Long Korean names", "longKorean", longKorean),
    ("Twelve series", "twelveSeries", twelveSeries),
    ("Negative bars", "negativeBars", negativeBars),
    ("Unsorted and repeated", "unsorted", unsorted),
  ]

  /// An empty chart says that it is meant to be empty.
  static func noPoints() -> Chart {
    Chart("Nothing has been logged yet") {
      LineMark(y: [Double]())
    }
    .xAxis("Epoch")
    .yAxis("Loss")
  }

  /// A line of one point is a dot.
  static func onePoint() -> Chart {
    Chart("After the first epoch") {
      LineMark(x: [1], y: [0.693])
    }
    .xAxis("Epoch")
    .yAxis("Loss")
  }

  /// A constant lies in the middle of a readable axis.
  static func allEqual() -> Chart {
    Chart("A rate that never changed") {
      LineMark(y: [Double](repeating: 0.001, count: 50))
    }
    .xAxis("Epoch")
    .yAxis("Rate")
  }

  /// Nothing but NaN is no data.
  static func allMissing() -> Chart {
    Chart("Diverged from the start") {
      LineMark(y: [Double](repeating: .nan, count: 50))
    }
    .xAxis("Epoch")
    .yAxis("Loss")
  }

  /// What is infinite leaves a gap and a remark.
  static func infinities() -> Chart {
    Chart("Infinite in two places") {
      LineMark(y: [1, 2, 1.5, .infinity, 2, 3, 2.5, -.infinity, 2, 1.8])
    }
    .xAxis("Epoch")
    .yAxis("Loss")
  }

  /// From −1e300 to 1e300.
  static func huge() -> Chart {
    Chart("Exploding gradients") {
      LineMark(y: [0, 1e299, -2e299, 4e299, -1e300, 1e300])
    }
    .xAxis("Step")
    .yAxis("Gradient")
  }

  /// 0 has no logarithm: it leaves a gap and a remark.
  static func logWithZeros() -> Chart {
    Chart("A loss that reached 0") {
      LineMark(y: [10, 3, 1, 0.2, 0, 0.05, 0.01, 0, 0.002, 0.001])
    }
    .xAxis("Epoch")
    .yAxis("Loss", scale: .log)
  }

  /// Reduced to what the pixels can show before it is drawn; the picture is the same.
  static func millionPoints() -> Chart {
    Chart("A million steps") {
      LineMark(y: SampleData.walk(1_000_000, seed: 28))
    }
    .xAxis("Step")
    .yAxis("Place")
  }

  /// Names that do not fit thin out or turn; they never overlap.
  static func fortyCategories() -> Chart {
    Chart("Forty languages") {
      BarMark(
        x: (1...40).map { "language \($0)" },
        y: SampleData.uniform(40, seed: 29))
    }
    .yAxis("Score")
  }

  /// Long names of bars, in Korean.
  static func longKorean() -> Chart {
    Chart("모형별 검증 오차") {
      BarMark(
        x: [
          "순환 신경망으로 학습한 기본 모형", "장단기 기억을 사용한 확장 모형",
          "게이트 순환 유닛을 사용한 경량 모형", "양방향 장단기 기억과 주의 집중을 결합한 모형",
          "합성곱 신경망",
        ], y: [0.42, 0.27, 0.24, 0.19, 0.33])
    }
    .yAxis("검증 데이터의 평균 제곱 오차")
  }

  /// From the fifth series on dashes help; the ninth has the first colour again.
  static func twelveSeries() -> Chart {
    Chart("Twelve seeds") {
      for seed in 1...12 {
        LineMark(
          y: SampleData.walk(60, seed: UInt64(50 + seed)),
          series: .named("seed \(seed)"))
      }
    }
    .xAxis("Step")
    .yAxis("Place")
  }

  /// Bars below 0 hang from the base line.
  static func negativeBars() -> Chart {
    Chart("Difference to the baseline") {
      BarMark(
        x: [
          "dropout", "more layers", "warm-up", "clipping", "larger batch",
        ], y: [-0.8, 1.2, -1.9, -0.3, 0.6])
    }
    .yAxis("Loss, %")
  }

  /// Points are joined in the order of their rows.
  static func unsorted() -> Chart {
    Chart("A walk in the plane") {
      LineMark(
        x: SampleData.walk(300, seed: 31),
        y: SampleData.walk(300, seed: 32))
    }
    .plotAspectRatio(1)
    .size(width: 420, height: 440)
  }
}
