internal import Dispatch
internal import Foundation
internal import Plot
internal import Runs
internal import Synchronization

/// Trains the points of a grid as processes of this same program, several at once.
struct Sweep: Sendable {
  let example: String
  /// The folder of all its runs.
  let folder: URL
  let isQuiet: Bool

  /// What became of the trainings.
  struct Outcome {
    var failures: [String] = []
    var isInterrupted = false
  }

  /// Trains what is not trained yet.
  ///
  /// - Throws: ``CommandError`` if this program cannot be started again, or the folder cannot be written.
  func train(_ points: [SweepGrid.Point], jobs: Int) throws -> Outcome {
    let program = try Sweep.program()
    let lock = try SweepLock(folder) {
      if !isQuiet { try Output.write("Waiting for trainings that another sweep began in \(folder.path).") }
    }
    let children = SweepChildren(input: lock.file)
    let state = Mutex((next: 0, done: 0, failures: [String?](repeating: nil, count: points.count)))
    let group = DispatchGroup()
    for _ in 0..<min(jobs, points.count) {
      // A thread each: they do nothing but wait for a process.
      let thread = Thread {
        while !children.isInterrupted {
          let index = state.withLock { state in
            state.next += 1
            return state.next - 1
          }
          guard index < points.count else { break }
          let (failure, line) = train(points[index], program, children)
          let done = state.withLock { state in
            state.failures[index] = failure.map { "\(points[index].label): \($0)" }
            state.done += 1
            return state.done
          }
          if !isQuiet, !children.isInterrupted {
            try? Output.write(Self.line(done, of: points, index, line))
          }
        }
        group.leave()
      }
      group.enter()
      thread.start()
    }
    group.wait()
    return Outcome(
      failures: state.withLock { $0.failures.compactMap { $0 } }, isInterrupted: children.isInterrupted)
  }

  /// The run of a point, if there is one that can be read.
  func read(_ point: SweepGrid.Point) throws -> (point: SweepGrid.Point, run: Run)? {
    let place = folder.appending(path: point.name, directoryHint: .isDirectory)
    guard FileManager.default.fileExists(atPath: place.path) else { return nil }
    return (point, try Run(reading: place))
  }

  /// Trains one point, or goes on with it, or leaves it as it is.
  ///
  /// - Returns: Why it failed, and what there is to say of it on its line.
  private func train(
    _ point: SweepGrid.Point, _ program: URL, _ children: SweepChildren
  ) -> (failure: String?, line: String) {
    let place = folder.appending(path: point.name, directoryHint: .isDirectory)
    var arguments = ["train", example] + point.arguments
    arguments += ["--name", point.name, "--runs", folder.path(percentEncoded: false), "--quiet"]
    if FileManager.default.fileExists(atPath: place.path) {
      switch status(of: place) {
      case .finished: return (nil, "finished before")
      case .failed: return ("it failed before; remove \(place.path) to try again", "failed before")
      case .running: return ("it is being trained by another process", "running")
      case .interrupted, .unknown:
        if hasCheckpoint(place) {
          arguments = ["train", example, "--resume", place.path(percentEncoded: false), "--quiet"]
        } else if let failure = setAside(place) {
          return (failure, "failed")
        }
      }
    }
    let began = DispatchTime.now().uptimeNanoseconds
    let failure = children.run(program, arguments)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
    return (failure, failure == nil ? String(format: "%.1f s", seconds) : "failed")
  }

  /// "03/20  cell=dense seed=1   0.5 s", with the times below each other.
  private static func line(_ done: Int, of points: [SweepGrid.Point], _ index: Int, _ outcome: String) -> String {
    let count = "\(points.count)"
    let number = "\(done)"
    let width = points.map(\.label.count).max() ?? 0
    let label = points[index].label
    return String(repeating: " ", count: count.count - number.count) + "\(number)/\(count)  \(label)"
      + String(repeating: " ", count: width - label.count + 2) + outcome
  }

  private func status(of place: URL) -> RunStatus {
    (try? Run.list(in: place).first { $0.folder.standardizedFileURL.path == place.standardizedFileURL.path })?.status
      ?? .unknown
  }

  private func hasCheckpoint(_ place: URL) -> Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: place.appending(path: "checkpoints").path)
    return names?.contains { $0.hasSuffix(".safetensors") } ?? false
  }

  /// A run that was stopped before its first checkpoint cannot go on, and nothing is ever overwritten: it moves into a
  /// hidden folder, where no list of runs finds it.
  private func setAside(_ place: URL) -> String? {
    let attic = folder.appending(path: ".stopped-early", directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: attic, withIntermediateDirectories: true)
      try FileManager.default.moveItem(
        at: place, to: attic.appending(path: "\(place.lastPathComponent)-\(UUID().uuidString.prefix(8))"))
      return nil
    } catch {
      return "\(place.path) was stopped before its first checkpoint and cannot be moved away: \(error.systemReason)."
    }
  }

  private static func program() throws -> URL {
    #if os(Linux)
      let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let program = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    #endif
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw CommandError("\(program.path) cannot be started again. Was the program moved while it ran?")
    }
    return program
  }
}
