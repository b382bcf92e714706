#if os(Linux)
  import Foundation
  import Glibc
  import Testing

  @testable import Runs

  /// Processes that are killed while four tasks write, and the run folders that they leave.
  @Suite struct KilledWriterTests {
    private static let taskCount = 4

    /// In each folder a session after the other is killed at a random moment, 200 in all, and each goes on where the one
    /// before it was found to end.
    @Test(arguments: 0..<4) func everyRecordFlushedBeforeIsReadBack(number: Int) async throws {
      let folder = try TestFolder()
      let place = folder.place("run")
      var random = SystemRandomNumberGenerator()
      var next = 0
      var starts: Set<Int> = []
      for session in 0..<50 {
        let path = folder.url.path
        let microseconds = Int.random(in: 0...12_000, using: &random)
        let step = next
        starts.insert(step)
        await #expect(processExitsWith: .signal(SIGKILL)) {
          [path = path as String, step = step as Int, microseconds = microseconds as Int] in
          try await KilledWriterTests.writeUntilKilled(path, from: step, microseconds: microseconds)
        }
        guard FileManager.default.fileExists(atPath: place.appending(path: "run.json").path) else { continue }
        let run = try Run(reading: place)
        #expect(run.status == .interrupted)
        for task in 0..<Self.taskCount {
          let flushed = try Self.progress(of: task, in: folder.url.path)
          let steps = run.series("task\(task)")?.steps ?? []
          #expect(steps.last ?? -1 >= flushed ?? -1, "session \(session), task \(task)")
          // No step is missing: a gap is only where a session ended before this task came as far as the fastest one.
          #expect(zip(steps, steps.dropFirst()).allSatisfy { $1 == $0 + 1 || ($1 > $0 && starts.contains($1)) })
          #expect(zip(steps, run.series("task\(task)")?.values ?? []).allSatisfy { Double($0 % 999) == $1 })
          next = max(next, (steps.last ?? -1) + 1)
        }
        #expect(run.diagnostics.allSatisfy { $0.severity == .note }, "\(run.diagnostics)")
      }
      #expect(next > 100, "the sessions wrote next to nothing")
      let writer = try RunWriter(resuming: place, atStep: next)
      try writer.log("task0", 0, step: next)
      try writer.finish()
      let run = try Run(reading: place)
      #expect(run.status == .finished && run.series("task0")?.steps.last == next)
      #expect(try folder.names("run").allSatisfy { !$0.hasSuffix(".tmp") && !$0.contains("lock") })
    }

    /// A second process may not write what this one writes.
    @Test func anotherProcessIsRefused() async throws {
      let folder = try TestFolder()
      let path = folder.place("run").path
      let writer = try RunWriter(creating: folder.place("run"))
      await #expect(processExitsWith: .success) { [path = path as String] in
        try KilledWriterTests.expectRefusal(path)
      }
      try writer.finish()
      await #expect(processExitsWith: .success) { [path = path as String] in
        try RunWriter(resuming: URL(filePath: path), atStep: 1).finish()
      }
    }

    private static func expectRefusal(_ path: String) throws {
      let error = #expect(throws: RunError.self) { try RunWriter(resuming: URL(filePath: path), atStep: 1) }
      #expect(error?.code == .locked && error?.message.contains("another process") == true)
      #expect(try Run(reading: URL(filePath: path)).status == .running)
    }

    /// The child: four tasks log a step each in turn, flush now and then, and note in a file of their own what is
    /// flushed for sure.
    private static func writeUntilKilled(_ path: String, from step: Int, microseconds: Int) async throws {
      let place = URL(filePath: path).appending(path: "run")
      let exists = FileManager.default.fileExists(atPath: place.appending(path: "run.json").path)
      Thread.detachNewThread {
        usleep(UInt32(microseconds))
        kill(getpid(), SIGKILL)
      }
      // A session that was killed before there was a manifest leaves a folder that is no run.
      if !exists { try? FileManager.default.removeItem(at: place) }
      let writer = try exists ? RunWriter(resuming: place, atStep: step) : RunWriter(creating: place)
      await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<taskCount {
          group.addTask {
            let file = open("\(path)/progress\(task)", O_WRONLY | O_CREAT, 0o644)
            for step in step... {
              try writer.log("task\(task)", Double(step % 999), step: step)
              guard step % 7 == task else { continue }
              try writer.flush()
              var flushed = step
              pwrite(file, &flushed, 8, 0)
            }
          }
        }
      }
    }

    private static func progress(of task: Int, in path: String) throws -> Int? {
      guard let data = try? Data(contentsOf: URL(filePath: "\(path)/progress\(task)")), data.count == 8 else {
        return nil
      }
      return data.withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
    }
  }
#endif
