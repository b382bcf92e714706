internal import ArgumentParser
internal import Examples

/// The combinations of a sweep: every value of every option with every other, each with every seed.
struct SweepGrid {
  /// An option of `lossline train EXAMPLE` and its values.
  struct Axis: Hashable {
    var option: String
    var values: [String]
  }

  /// One training.
  struct Point: Hashable {
    var choices: [(option: String, value: String)]
    var seed: Int

    /// The options as `lossline train` takes them.
    var arguments: [String] {
      choices.flatMap { ["--" + $0.option.replacingUnderscores, $0.value] } + ["--seed", "\(seed)"]
    }

    /// The name of the run's folder, the same every time, so that a sweep can go on.
    var name: String {
      let parts = choices.map { "\($0.option)-\($0.value)" } + ["seed-\(seed)"]
      return parts.joined(separator: "_").fileName
    }

    /// For a line of text.
    var label: String { (choices.map { "\($0.option)=\($0.value)" } + ["seed=\(seed)"]).joined(separator: " ") }

    static func == (left: Point, right: Point) -> Bool { left.label == right.label }
    func hash(into hasher: inout Hasher) { hasher.combine(label) }
  }

  let axes: [Axis]
  let seeds: Int

  /// More trainings than this are a slip of the finger.
  static let limit = 10_000

  /// Reads `cell=simple,lstm`.
  ///
  /// - Throws: `ValidationError` that says what to give.
  static func axis(_ text: String) throws -> Axis {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let option = parts.first.map { String($0.drop { $0 == "-" }) } ?? ""
    guard parts.count == 2, !option.isEmpty,
      option.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") })
    else { throw ValidationError("give an option and its values, such as cell=simple,lstm.") }
    if option == "seed" { throw ValidationError("the sweep sets the seed itself; see --seeds.") }
    if ["name", "runs", "resume", "quiet"].contains(option) {
      throw ValidationError("the sweep sets \(option) itself; give another option.")
    }
    let values = parts[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard !values.contains("") else {
      throw ValidationError("there is an empty value; give values with commas between them.")
    }
    return Axis(option: option, values: values.enumerated().filter { !values[..<$0].contains($1) }.map(\.element))
  }

  /// - Throws: `ValidationError` for an option that is given twice, or for far too many trainings.
  init(_ axes: [Axis], seeds: Int) throws {
    for axis in axes where axes.filter({ $0.option == axis.option }).count > 1 {
      throw ValidationError("--grid has \(axis.option) twice; give all its values at once, with commas.")
    }
    self.axes = axes
    self.seeds = seeds
    let count = axes.reduce(Double(seeds)) { $0 * Double($1.values.count) }
    guard count <= Double(SweepGrid.limit) else {
      throw ValidationError("These are \(Int(min(count, 1e15))) trainings; a sweep has at most \(SweepGrid.limit).")
    }
  }

  /// All trainings, the seeds of a combination one after the other.
  var points: [Point] {
    var choices: [[(option: String, value: String)]] = [[]]
    for axis in axes { choices = choices.flatMap { chosen in axis.values.map { chosen + [(axis.option, $0)] } } }
    return choices.flatMap { chosen in (1...seeds).map { Point(choices: chosen, seed: $0) } }
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }

  /// Safe as the name of a folder.
  fileprivate var fileName: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-+".contains($0)) ? $0 : "-" }.prefix(180))
  }
}
