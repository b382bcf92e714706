#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The one form of JSON in a run folder: sorted keys, and strings for the numbers that JSON lacks.
enum RunJSON {
  static func encoder(pretty: Bool) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return encoder
  }

  static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return decoder
  }
}

extension RunJSON {
  /// What is wrong with a JSON file, as a sentence for a person that follows the file's name.
  static func finding(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "is damaged: \(error)." }
    switch error {
    case .keyNotFound(let key, let context):
      return "is damaged\(place(context)): the key \"\(key.stringValue)\" is missing."
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      let text = context.debugDescription
      return "is damaged\(place(context)): \(text)\(text.hasSuffix(".") ? "" : ".")"
    @unknown default: return "is damaged: \(error)."
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "" : " at \"\(path)\""
  }
}
