/// Something that was noticed while a run was read, for its reader to know.
public struct Diagnostic: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, Comparable {
    /// Normal, yet worth knowing: the torn last record of a run that is still going on.
    case note
    /// The data is all there and looks wrong: NaN, steps out of order.
    case warning
    /// Data was lost: a damaged record, a file that cannot be read.
    case error

    /// Orders by how much it matters.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much the finding matters.
  public var severity: Severity

  /// The file concerned, relative to the run folder; `nil` if it is the run as a whole.
  public var file: String?

  /// Where in the file, in bytes from its start; `nil` if that makes no sense.
  public var byteOffset: Int?

  /// The finding in a sentence.
  public var message: String

  /// Creates a finding.
  public init(_ severity: Severity, file: String? = nil, byteOffset: Int? = nil, message: String) {
    self.severity = severity
    self.file = file
    self.byteOffset = byteOffset
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// Severity, file, offset and finding on one line.
  public var description: String {
    let offset = byteOffset.map { " at byte \($0)" } ?? ""
    let place = file.map { "\($0)\(offset): " } ?? ""
    return "\(severity.rawValue): \(place)\(message)"
  }
}
