#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Where a run took place, as far as it could change the result or the speed.
public struct RunEnvironment: Hashable, Sendable, Codable {
  /// The version of the Swift compiler that built the program: `6.3`.
  public var swiftVersion: String?

  /// The model of the processor: `AMD EPYC 9B14`.
  public var processor: String?

  /// The number of logical processors that the system has online.
  public var processorCount: Int?

  /// The operating system and its kernel: `Debian GNU/Linux 12 (bookworm), Linux 6.1.0`.
  public var operatingSystem: String?

  /// The commit that was checked out, 40 or 64 hexadecimal digits; `nil` outside a git repository.
  public var gitCommit: String?

  /// Whether tracked files differed from ``gitCommit``; `nil` where that is not known. New files do not count.
  public var gitIsDirty: Bool?

  /// Creates a description from what is known.
  public init(
    swiftVersion: String? = nil, processor: String? = nil, processorCount: Int? = nil, operatingSystem: String? = nil,
    gitCommit: String? = nil, gitIsDirty: Bool? = nil
  ) {
    self.swiftVersion = swiftVersion
    self.processor = processor
    self.processorCount = processorCount
    self.operatingSystem = operatingSystem
    self.gitCommit = gitCommit
    self.gitIsDirty = gitIsDirty
  }

  /// Describes this machine and the git repository around `folder`.
  ///
  /// It runs `git status` once and waits at most 0.3 s for it; what cannot be found out stays `nil`.
  ///
  /// - Parameter folder: A folder in the program's repository; by default the current one.
  public static func current(in folder: URL? = nil) -> RunEnvironment {
    let git = GitState(of: folder?.path ?? ".")
    return RunEnvironment(
      swiftVersion: SystemFacts.swiftVersion, processor: SystemFacts.processor,
      processorCount: SystemFacts.processorCount, operatingSystem: SystemFacts.operatingSystem,
      gitCommit: git.commit, gitIsDirty: git.isDirty)
  }
}
