/// Texts as sequences of ids, with their labels.
public struct LabelledSequences: Sendable, Hashable {
  /// The ids of each text: 1 for its start, then its words.
  public let sequences: TokenSequences

  /// The label of each text, (samples): the index of its class.
  public let labels: Tensor

  /// Where each text came from: `train/pos/0_9.txt`; empty where the source does not say.
  public let paths: [String]
}
