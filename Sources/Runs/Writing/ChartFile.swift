/// A logged chart on disk, `charts/<number>-<slug>.json`: its words and its spec in one JSON object.
enum ChartFile {
  static let folder = "charts"

  /// What a file holds.
  struct Content<Spec: Encodable>: Encodable {
    var slug: String
    var title: String
    var caption: String
    var spec: Spec
  }

  /// What a file holds beside the spec.
  struct Words: Decodable {
    var slug: String?
    var title: String?
    var caption: String?
  }

  /// The name of a file: the number in two digits or more, then the slug.
  static func name(number: Int, slug: String) -> String {
    "\(number < 10 ? "0" : "")\(number)-\(slug).json"
  }

  /// Number and slug of a file's name. A name of another form has no number, nor has one beyond a billion charts.
  static func parts(of name: String) -> (number: Int?, slug: String) {
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    let pieces = stem.split(separator: "-", maxSplits: 1)
    guard pieces.count == 2, let number = Int(pieces[0]), (0...1_000_000_000).contains(number) else {
      return (nil, stem)
    }
    return (number, String(pieces[1]))
  }

  /// The number of each chart in a run folder, by slug.
  static func numbers(in folder: String) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for name in (try? FileSystem.names(in: "\(folder)/\(ChartFile.folder)")) ?? [] {
      let (number, slug) = parts(of: name)
      if let number, name.hasSuffix(".json") { numbers[slug] = number }
    }
    return numbers
  }
}
