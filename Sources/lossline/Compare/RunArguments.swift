internal import ArgumentParser
internal import Foundation
internal import Report
internal import Runs

/// Runs to judge and those that they are compared with. Each is named by a path, by a folder of runs, or by a pattern with
/// `*`, `?` or `[…]`.
struct RunArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The runs: folders or logs, folders of runs, or quoted patterns.", valueName: "run"),
    completion: .file())
  var runs: [String]
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The runs that the others are compared with, one or several.", valueName: "run"),
    completion: .file())
  var baseline: [String] = []

  /// Reads the runs and the baseline, each run once, in the order of the arguments; runs of a folder in the order of their
  /// names.
  ///
  /// What cannot be read is told on standard error and left out.
  ///
  /// - Throws: ``CommandError`` for an argument that names no run, `RunError` for a folder that cannot be read.
  func read() throws -> (runs: [Run], baseline: [Run]) {
    (try Self.read(runs), baseline.isEmpty ? [] : try Self.read(baseline))
  }

  private static func read(_ arguments: [String]) throws -> [Run] {
    let folders = try places(arguments)
    let results = folders.concurrentMap { folder in Result { try Run(reading: folder) } }
    var runs: [Run] = []
    for (folder, result) in zip(folders, results) {
      switch result {
      case .success(let run): runs.append(run)
      case .failure(let error) where folders.count > 1:
        Output.error("\((error as? RunError).map { "\($0)" } ?? "\(folder.path): \(error)") It is left out.")
      case .failure(let error): throw error
      }
    }
    guard !runs.isEmpty else { throw CommandError("None of the \(folders.count) runs can be read.") }
    return runs
  }

  private static func places(_ arguments: [String]) throws -> [URL] {
    var places: [URL] = []
    var known = Set<String>()
    for argument in arguments {
      var found: [URL] = []
      for path in try expand(argument) { found += try runs(at: path) }
      guard !found.isEmpty else {
        throw CommandError(
          "\(argument): there is no run in it. Name a run, a folder of runs or a pattern such as 'runs/a-*'.")
      }
      for place in found where known.insert(place.standardizedFileURL.path).inserted { places.append(place) }
    }
    return places
  }

  /// The paths that a pattern stands for; a shell may have left it to us, because it was quoted.
  private static func expand(_ argument: String) throws -> [String] {
    guard argument.contains(where: { "*?[".contains($0) }), !FileManager.default.fileExists(atPath: argument) else {
      return [argument]
    }
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(argument, 0, nil, &result) == 0 else {
      throw CommandError("\(argument): nothing fits this pattern. Check it and the current folder.")
    }
    return (0..<Int(result.gl_pathc)).compactMap { index in result.gl_pathv[index].map { String(cString: $0) } }
  }

  private static func runs(at path: String) throws -> [URL] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      return [URL(filePath: path)]
    }
    return try Run.list(in: URL(filePath: path, directoryHint: .isDirectory)).map(\.folder)
  }
}
