internal import SwiftProtobuf

/// Histograms, images, audio and the like that a program logged under one tag. They are listed and not read.
public struct LoggedMedia: Hashable, Sendable {
  /// What they are: `histogram`, `image`, `audio`, or the name of the TensorBoard plugin that shows them.
  public var kind: String

  /// The name under which they were logged.
  public var tag: String

  /// The steps at which they were logged, in the order of the log.
  public var steps: [Int]

  /// Creates an entry.
  public init(kind: String, tag: String, steps: [Int]) {
    self.kind = kind
    self.tag = tag
    self.steps = steps
  }
}

extension ProtoSummary.Value {
  /// What a value is that is no scalar and no text; see ``LoggedMedia/kind``.
  var mediaKind: String {
    let plugin = metadata.pluginData.pluginName
    switch plugin {
    case "histograms": return "histogram"
    case "images": return "image"
    case "": break
    default: return plugin
    }
    // Fields 4, 5 and 6, of which we know no more than their numbers.
    switch unknownFields.data.first {
    case 0x22: return "image"
    case 0x2A: return "histogram"
    case 0x32: return "audio"
    default: return "tensor"
    }
  }
}
