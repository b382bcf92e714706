#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What is known of a run beside its curves: identity, configuration, surroundings and outcome. It is `run.json`.
public struct RunManifest: Hashable, Sendable {
  /// The version of `run.json` that this module writes. A larger number in a file is read as far as it is understood.
  public static let currentFormatVersion = 1

  /// The name of the file in a run folder.
  static let fileName = "run.json"

  /// The version of the file's form.
  public var formatVersion = RunManifest.currentFormatVersion

  /// The run's name; by default that of its folder.
  public var name: String

  /// How far the run has come, as its writer last said.
  public var status: RunStatus

  /// When the run began, in whole milliseconds; `nil` if nothing says so.
  public var startTime: Date?

  /// When the run ended, in whole milliseconds; `nil` while it runs.
  public var endTime: Date?

  /// The command that repeats the run, program first, one element an argument.
  public var command: [String]

  /// The configuration: everything that was chosen for this run.
  public var config: [String: ConfigValue]

  /// The seed from which every random number of the run came.
  public var seed: UInt64?

  /// The name that runs share which differ only in their seed. By default they are told by equal configuration.
  public var group: String?

  /// Where the run took place.
  public var environment: RunEnvironment?

  /// The model that was trained.
  public var model: ModelSummary?

  /// The outcome of each metric, by its tag. ``RunWriter`` keeps those that are declared here up to date.
  public var metrics: [String: MetricSummary]

  /// The tables that the program logged, in order.
  public var tables: [TableEntry]

  /// A digest of the training data, in whatever form the program chose.
  public var dataHash: String?

  /// Anything a person wants to keep with the run.
  public var notes: String?

  /// Why the run failed.
  public var failure: String?

  /// Creates a manifest.
  ///
  /// - Parameters:
  ///   - name: The run's name; empty (the default) means the name of its folder.
  ///   - startTime: When the run began; now by default. It is rounded to milliseconds.
  ///   - command: The command that repeats the run; by default that of this process.
  ///   - config: Everything that was chosen for this run.
  ///   - seed: Where every random number of the run comes from.
  ///   - group: The name that runs share which differ only in their seed.
  ///   - environment: Where the run takes place; see ``RunEnvironment/current(in:)``.
  ///   - model: The model to be trained.
  ///   - metrics: The metrics to keep up to date, by tag: `["val_loss": MetricSummary(direction: .min)]`.
  ///   - dataHash: A digest of the training data.
  ///   - notes: Anything worth keeping.
  public init(
    name: String = "", startTime: Date? = Date(), command: [String] = CommandLine.arguments,
    config: [String: ConfigValue] = [:], seed: UInt64? = nil, group: String? = nil,
    environment: RunEnvironment? = nil, model: ModelSummary? = nil, metrics: [String: MetricSummary] = [:],
    dataHash: String? = nil, notes: String? = nil
  ) {
    self.name = name
    self.status = .running
    self.startTime = startTime.map(Timestamp.rounded)
    self.command = command
    self.config = config
    self.seed = seed
    self.group = group
    self.environment = environment
    self.model = model
    self.metrics = metrics
    self.tables = []
    self.dataHash = dataHash
    self.notes = notes
  }

  /// How long the run took, in seconds; `nil` while it runs or if nothing is known.
  public var duration: Double? {
    guard let startTime, let endTime else { return nil }
    return endTime.timeIntervalSince(startTime)
  }
}

extension RunManifest {
  /// A table that the program logged, in `tables/<slug>.csv`.
  public struct TableEntry: Hashable, Sendable, Codable {
    /// The name of the file, without its extension.
    public var slug: String

    /// What the table shows, in a sentence; may be empty.
    public var caption: String

    /// Creates an entry.
    public init(slug: String, caption: String) {
      self.slug = slug
      self.caption = caption
    }
  }
}
