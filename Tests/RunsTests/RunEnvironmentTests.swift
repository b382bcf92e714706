import Foundation
import Testing

@testable import Runs

@Suite struct RunEnvironmentTests {
  @Test func thisMachineIsDescribed() throws {
    let environment = RunEnvironment.current(in: FileManager.default.temporaryDirectory)
    #expect(environment.swiftVersion?.hasPrefix("6.") == true)
    #expect(environment.processor?.isEmpty == false)
    #expect(try #require(environment.processorCount) > 0)
    #expect(environment.operatingSystem?.isEmpty == false)
    #expect(environment.gitCommit == nil && environment.gitIsDirty == nil)
  }

  @Test func theCommitAndChangesOfARepository() throws {
    let folder = try TestFolder()
    func git(_ arguments: String...) throws {
      let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
      #expect(CommandOutput.of(["git", "-C", folder.url.path] + identity + arguments, withinSeconds: 20) != nil)
    }
    try git("init")
    #expect(RunEnvironment.current(in: folder.url).gitCommit == nil)
    try folder.write("1", to: "file")
    try git("add", ".")
    try git("commit", "-m", "a")
    let clean = RunEnvironment.current(in: folder.url)
    #expect(clean.gitCommit?.wholeMatch(of: /[0-9a-f]{40,64}/) != nil)
    #expect(clean.gitIsDirty == false)
    try folder.write("1", to: "runs/new")
    #expect(RunEnvironment.current(in: folder.url).gitIsDirty == false)
    try folder.write("22", to: "file")
    let dirty = RunEnvironment.current(in: folder.place("runs"))
    #expect(dirty.gitCommit == clean.gitCommit)
    #expect(dirty.gitIsDirty == true)
  }

  @Test func aCommandThatHangsFailsOrIsMissingSaysNothing() {
    let clock = ContinuousClock()
    let start = clock.now
    #expect(CommandOutput.of(["sleep", "20"], withinSeconds: 0.1) == nil)
    #expect(clock.now - start < .seconds(10))
    #expect(CommandOutput.of(["false"], withinSeconds: 10) == nil)
    #expect(CommandOutput.of(["lossline-no-such-program"], withinSeconds: 10) == nil)
    #expect(CommandOutput.of(["echo", "a b"], withinSeconds: 10) == "a b\n")
  }
}
