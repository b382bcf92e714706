internal import Runs
internal import Train

/// Logs what the model reads after every epoch.
final class DecodedText: Callback {
  typealias Entry = (epoch: Int, text: String)

  private let x: Tensor
  private let run: RunWriter
  private weak var model: Model?
  private(set) var texts: [Entry]
  private static let tag = "decoded"

  /// The epochs at which the text became another one.
  var changes: [Entry] { texts.indices.filter { $0 == 0 || texts[$0].text != texts[$0 - 1].text }.map { texts[$0] } }

  init(_ x: Tensor, _ session: TrainingSession) {
    self.x = x
    run = session.run
    let earlier = session.earlier?.texts.filter { $0.tag == Self.tag && $0.step <= session.initialEpoch } ?? []
    let byEpoch = Dictionary(earlier.map { ($0.step, $0.text) }, uniquingKeysWith: { $1 })
    texts = byEpoch.sorted { $0.key < $1.key }.map { (epoch: $0.key, text: $0.value) }
  }

  func trainingBegan(_ plan: TrainingPlan, model: Model) { self.model = model }

  func epochEnded(_ epoch: Int, metrics: [String: Double]) throws -> TrainingControl {
    guard let model, metrics["loss"]?.isFinite == true else { return .proceed }
    let text = GoHome.decode(try model.predict(x))
    texts.append((epoch, text))
    try run.log(text: text, tag: Self.tag, step: epoch)
    return .proceed
  }
}
