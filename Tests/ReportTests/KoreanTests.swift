import Foundation
import Plot
import Runs
import Testing

@testable import Report

/// The report in Korean: every word of its own is Korean, whatever it has to say.
@Suite struct KoreanTests {
  /// A run about whose name, settings and charts nothing is English, and that has every section.
  private static func run(_ scalars: [ScalarSeries], _ status: RunStatus = .finished) -> Run {
    var manifest = RunManifest(
      name: "항공", startTime: Date(timeIntervalSince1970: 1_795_314_095.25), command: ["1"],
      config: ["층": "둘", "에폭": 400], seed: 1, group: "가",
      environment: RunEnvironment(
        swiftVersion: "6.3.1", processor: "4", processorCount: 2, operatingSystem: "12",
        gitCommit: String(repeating: "5", count: 40), gitIsDirty: true),
      model: ModelSummary(layers: [
        .init(name: "가", type: "나", outputShape: [nil, nil, 1], parameterCount: 0),
        .init(name: "다", type: "라", outputShape: [nil, 10], parameterCount: 480),
      ]),
      metrics: ["손실": MetricSummary(direction: .min, test: 0.00123)], dataHash: "12", notes: "메모.")
    manifest.status = status
    manifest.failure = status == .failed ? "메모리 부족." : nil
    if status != .running { manifest.endTime = manifest.startTime?.addingTimeInterval(300_000) }
    let table = LoggedTable(
      slug: "표", caption: "설명.", header: (0..<24).map { "열 \($0)" },
      rows: (0..<27).map { row in (0..<24).map { "\(row * $0)" } })
    return Run(
      folder: URL(filePath: "/nowhere/1"), manifest: manifest, scalars: scalars, charts: charts, tables: [table],
      diagnostics: diagnostics)
  }

  private static let charts: [LoggedChart] = {
    let bars = Chart("막대") { BarMark(x: ["가", "나"], y: [1, 2.5]) }
    let cells = Chart("칸") { HeatmapMark(x: ["가", "나"], y: ["가", "나"], value: [1, 2]) }
    let empty = Chart("빈 차트") { LineMark(y: [Double.nan], series: "가") }
    let counts = Chart("점") { PointMark(x: [1, 2], y: [1, 2]).binned() }
    let specs =
      [bars, cells, empty, counts].map { (try? JSONEncoder().encode($0)) ?? Data() } + [
        Data("{\"marks\": [".utf8), Data("{}".utf8),
      ]
    return specs.enumerated().map { LoggedChart(slug: "\($0)", title: "차트 \($0)", caption: "설명.", data: $1) }
  }()

  private static let diagnostics: [Runs.Diagnostic] =
    [
      .init(
        .note, file: "1", message: "the run was restarted at step 12; 3 earlier points from there on are replaced."),
      .init(
        .note, file: "1", byteOffset: 120_000,
        message: "the file ends within a record, as it does while it is being written or when its writer was killed; "
          + "its last 7 bytes are passed over."),
      .init(.error, message: "the checksum of a record is wrong; the record is passed over."),
      .init(.warning, message: "손실: steps go back once and repeat 2 times; every point is kept in its order."),
      .init(.warning, message: "손실: 2 of 100 values are not finite, the first (nan) at step 3."),
    ] + (0..<60).map { _ in .init(.warning, message: "column 3 has no name of its own and is left out.") }

  private static let places = (0..<100).map { Double($0) / 100 }

  private static func curve(_ tag: String, _ value: (Double) -> Double, firstStep: Int = 1) -> ScalarSeries {
    SampleRun.series(tag, places.map(value), firstStep: firstStep)
  }

  /// A loss for each finding, as training and validation curves, and what the Korean page calls it.
  private static let courses: [(words: String, scalars: [ScalarSeries])] = [
    ("과적합", [curve("loss") { exp(-4 * $0) }, curve("val_loss") { 0.5 + 0.3 * ($0 - 0.3) * ($0 - 0.3) }]),
    ("높아지고", [curve("val_loss") { 0.5 + 0.3 * ($0 - 0.3) * ($0 - 0.3) }]),
    ("낮아지고", [curve("accuracy") { 0.5 - 0.3 * ($0 - 0.3) * ($0 - 0.3) }]),
    ("아직", [curve("loss") { exp(-2 * $0) }, curve("val_loss") { 0.01 + exp(-2 * $0) }]),
    ("변하지", [curve("loss") { exp(-20 * $0) }]),
    ("발산", [curve("loss") { 1 + $0 * $0 * 50 }]),
    ("수가 아닙니다", [curve("loss") { $0 > 0.5 ? .nan : 1 - $0 }, curve("mse") { $0 > 0.5 ? .nan : 1 }]),
    ("한 번도", [curve("loss") { _ in .nan }]),
    ("잡음", [curve("loss") { 1 + 0.1 * sin($0 * 1000) }]),
    ("벌어졌습니다", [curve("loss") { 1 - 0.5 * $0 }, curve("val_loss") { 1 - 0.2 * $0 }]),
    ("지표 6개", (0..<30).map { SampleRun.series("\($0)", [2, 1]) }),
    ("지표가 없습니다", []),
  ]

  /// Latin words that a Korean page may have: formats, units of time, signs and the program's own name.
  private static let known: Set<String> = [
    "Lossline", "Swift", "UTC", "NaN", "CSV", "PNG", "PDF", "SVG", "None", "MSE", "seed", "JSON", "nan", "spec",
    "marks", "PointMark",
  ]

  private static func foreign(_ text: String) -> [String] {
    text.split { !($0.isASCII && $0.isLetter) }.map(String.init).filter { $0.count > 1 && !known.contains($0) }
  }

  @Test(arguments: courses.indices) func noEnglishIsLeftOnAPage(_ number: Int) throws {
    let course = Self.courses[number]
    let others = [RunStatus.running, .failed, .interrupted, .unknown]
    for status in [RunStatus.finished, others[number % others.count]] {
      let run = Self.run(course.scalars, status)
      let markup = try Markup(try TrainingReport(run: run, language: .korean).html())
      #expect(Self.foreign(markup.text) == [])
      let words = markup.elements.flatMap { element in
        ["aria-label", "title", "alt", "content"].compactMap { element.attributes[$0] }
          .filter { _ in
            element.attributes["http-equiv"] == nil
              && !["viewport", "color-scheme", "referrer", "generator"].contains(element.attributes["name"] ?? "")
          }
      }
      #expect(Self.foreign(words.joined(separator: " ")) == [])
      #expect(markup.all("html").first?.attributes["lang"] == "ko")
      if status == .finished { #expect(markup.text.contains(course.words), "\(markup.text.prefix(400))") }
      let content = TrainingContent(run: run, language: .korean, formats: [.markdown])
      #expect(
        Self.foreign(TrainingSummary(content: content).markdown.replacing(/\]\(charts\/.*\.png\)/, with: "")) == [])
    }
  }

  @Test func everyFixedTextHasBothLanguages() {
    for (key, row) in InterfaceText.table {
      #expect(row.ko.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(key) is not in Korean.")
      #expect(!row.en.isEmpty && row.en.unicodeScalars.allSatisfy { $0.value < 0x1100 }, "\(key) is not in English.")
      #expect(Self.foreign(row.ko).filter { !["Esc", "Shift"].contains($0) } == [], "\(key)")
    }
  }

  @Test func theScriptsTextsAreThere() {
    for key in InterfaceText.scriptKeys { #expect(InterfaceText.table[key] != nil, "\(key) is missing.") }
  }

  @Test(arguments: [
    ("손실", "손실은"), ("정확도", "정확도는"), ("MSE", "MSE는"), ("NLL", "NLL은"), ("top5", "top5는"), ("f1", "f1은"),
    ("dice", "dice은(는)"), ("…", "…은(는)"),
  ])
  func particlesFollowTheSound(_ word: String, _ expected: String) { #expect(KoreanParticle.topic(word) == expected) }

  @Test func datesAndDurationsAreKorean() {
    #expect(TimeText.moment(1_795_314_095, .korean) == "2026년 11월 22일 02:21 UTC")
    let texts = [0.02, 0.26, 12.3, 252, 7500, 273_600].map { TimeText.duration($0, .korean) }
    #expect(texts == ["20밀리초", "0.26초", "12.3초", "4분 12초", "2시간 05분", "3일 4시간"])
  }

  @Test func theHeadSentenceReadsWell() {
    func sentence(_ scalars: [ScalarSeries], _ status: RunStatus = .finished) -> String {
      var run = SampleRun.bare(scalars)
      run.status = status
      run.manifest.config = ["epochs": 3]
      return HeadSentence(outcome: RunOutcome(of: run, language: .korean)).sentence.text
    }
    let losses = [SampleRun.series("loss", [9, 7, 6]), SampleRun.series("val_loss", [10, 8, 8.05])]
    #expect(sentence(losses) == "검증 손실은 에폭 2/3에서 가장 낮았고(8) 마지막 값은 8.050입니다.")
    #expect(
      sentence(losses, .running)
        == "실행 중이며 지금까지 3에폭을 마쳤습니다. 검증 손실의 현재 값은 8.050, 지금까지 가장 낮은 값은 에폭 2/3의 8입니다.")
    #expect(
      sentence([SampleRun.series("loss", [0.45, 0.25, 0.15]), SampleRun.series("val_loss", [0.40, 0.42, 0.51])])
        == "검증 손실은 에폭 1/3에서 가장 낮았고(0.4000) 마지막 값은 0.5100입니다. 에폭 1 무렵부터 학습 손실은 낮아지는데 이 값은 "
        + "높아지고 있어 과적합입니다.")
  }

  /// The readers' own sentences, so that a change of theirs is noticed here.
  @Test func whatReadersRemarkIsKnown() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "remarks-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let logs = [
      "a.csv": "step,loss,name,\n0,1,x,\n1,nan,y,\n1,2,y,\nq,1,2,3\n1,2\n0,3,x,\n1,2,",
      "b.jsonl":
        "{\"step\":0,\"loss\":1}\n[1]\n{\"x\n{\"loss\":2}\n{\"step\":1.5,\"loss\":2}\n{\"step\":0,\"loss\":2}\n{\"st",
    ]
    var messages: Set<String> = []
    for (name, text) in logs {
      let file = folder.appending(path: name)
      try Data(text.utf8).write(to: file)
      messages.formUnion(try Run(reading: file).diagnostics.map(\.message))
    }
    #expect(messages.count >= 8)
    for message in messages { #expect(KoreanRemarks.translation(of: message) != nil, "\(message)") }
    #expect(KoreanRemarks.translation(of: "Something else.") == nil)
    #expect(
      KoreanRemarks.translation(of: "the run was restarted at step 12; 1 earlier point from there on is replaced.")
        == "실행이 스텝 12에서 다시 시작되어 그 뒤의 이전 점 1개를 새 점으로 바꿉니다.")
  }

  /// Every sentence that a reader of logs or a chart may remark, found in the sources.
  @Test func everyRemarkInTheSourcesIsKnown() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized
    func sentences(_ folder: String, _ isRemark: (_ calls: [String]) -> Bool) throws -> [String] {
      let files = FileManager.default.enumerator(at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      let swift = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      return try swift.flatMap { try SourceSentences(reading: $0).found }
        .filter { $0.text.hasSuffix(".") && $0.text.contains(" ") && isRemark($0.calls) }.map(\.text)
    }
    let refusals: Set<String> = ["RunError", "CSVError", "precondition", "preconditionFailure"]
    let remarks =
      try sentences("Runs/Reading") { refusals.isDisjoint(with: $0) }
      + sentences("Runs/Logs") { refusals.isDisjoint(with: $0) }
      + sentences("Plot") { $0.contains("Diagnostic") }
    #expect(remarks.count > 40)
    // Of some the parts are put together from more than one sentence; the readers' tests know them as a whole. Others are
    // refusals, which end the reading.
    let composed = [
      "the run was restarted 7", "7 no step (", "7: steps 7", "7 not positive", "the file ends within a record",
    ]
    let others = composed + ["is no ", "is empty, so there is no run", "holds neither 7", "7 Give "]
    for remark in remarks where !others.contains(where: remark.hasPrefix) {
      #expect(KoreanRemarks.translation(of: remark) != nil, "\(remark)")
    }
    for composed in ["1 value is", "3 values are"] {
      let remark = "\(composed) not positive and cannot be shown on a logarithmic axis."
      #expect(KoreanRemarks.translation(of: remark) != nil)
    }
  }

  @Test func aRemarkWithinARemarkIsTranslated() {
    let remark =
      "line 3: this row has 2 cells and the header has 4. Quote cells that contain a comma, and fill missing cells "
      + "with NA. The table is left out."
    #expect(
      KoreanRemarks.translation(of: remark)
        == "3번째 줄: 칸이 2개인 행이 있으나 머리글은 4개입니다. 쉼표가 든 칸은 따옴표로 묶고, 빠진 칸은 NA로 채우십시오. 표를 생략합니다.")
  }
}
