import Foundation
import Plot
import Testing

@testable import Snapshots

@Suite struct SnapshotNameTests {
  private let testFile = URL(filePath: "/p/Tests/PTests/LossTests.swift")

  private func stem(_ function: String, _ name: String? = nil, suites: [String] = ["LossTests"]) -> String {
    SnapshotName(testFile: testFile, suites: suites, function: function, name: name).stem
  }

  @Test func referencesAreBesideTheTest() {
    let name = SnapshotName(testFile: testFile, suites: ["LossTests"], function: "themes(_:)", name: "dark")
    let folder = "/p/Tests/PTests/__Snapshots__/LossTests/"
    #expect(
      SnapshotFormat.allCases.map { name.file($0).path } == [
        folder + "LossTests.themes.dark.scene", folder + "LossTests.themes.dark.png",
        folder + "LossTests.themes.dark.pdf.txt",
      ])
    #expect(name.test == "LossTests.themes" && name.identity == "LossTests.themes.dark")
  }

  @Test func everyNameBecomesAFile() {
    #expect(stem("curve()", suites: []) == "curve")
    #expect(stem("curve()", suites: ["A", "B"]) == "A.B.curve")
    #expect(stem("curve()", "a/b: c") == "LossTests.curve.a-b--c")
    #expect(stem("loss = 1/2 of it", "../../etc/passwd") == "LossTests.loss-=-1-2-of-it...-..-etc-passwd")
    #expect(stem("월별", "값") == "LossTests.월별.값")
    #expect(stem("curve()", "v1.2") == "LossTests.curve.v1.2")
    #expect(stem("curve()", "e\u{301}") == stem("curve()", "é"))
    let (first, second) = (String(repeating: "long ", count: 90), String(repeating: "long ", count: 90) + "!")
    #expect(stem("f()", first).utf8.count <= 200 && stem("f()", first) != stem("f()", second))
    #expect(!stem("f()", suites: [".hidden"]).hasPrefix("."))
  }

  @Test func namesOfPendingFilesAreRefused() {
    func problem(_ name: String) -> String? {
      SnapshotName(testFile: testFile, suites: [], function: "f()", name: name).problem
    }
    #expect(problem("pending") != nil && problem("a.Pending.b") != nil && problem("") != nil)
    #expect(problem("dark") == nil && problem("pending ones") == nil)
  }

  @Test func noTwoSnapshotsShareAReference() {
    let claims = SnapshotClaims()
    func claim(
      _ name: String?, _ call: String, _ function: String = "f()", _ format: SnapshotFormat = .scene
    ) -> String? {
      claims.claim(
        SnapshotName(testFile: testFile, suites: ["S"], function: function, name: name), format, call: call)
    }
    #expect(claim(nil, "T.swift:1:1") == nil)
    #expect(claim(nil, "T.swift:1:1") == nil, "a repeat")
    #expect(claim(nil, "T.swift:2:1", "f()", .pdf) == nil, "another format is another reference")
    #expect(
      claim(nil, "T.swift:2:1")?.contains("S.f takes two snapshots without a name, here and at T.swift:1:1") == true)
    #expect(claim("a b", "T.swift:3:1") == nil)
    #expect(claim("a b", "T.swift:4:1")?.contains("“S.f.a b” is taken already, at T.swift:3:1") == true)
    #expect(claim("a-b", "T.swift:3:1")?.contains("would have one file") == true, "one call, two arguments")
    #expect(claim("A B", "T.swift:3:1")?.contains("would have one file") == true, "file systems that fold case")
  }

  @Test func aLoopOverOneCallIsToldFromARepeat() throws {
    let claims = SnapshotClaims()
    func note(_ value: Double, _ name: String?, _ format: SnapshotFormat = .scene) throws -> String? {
      let snapshot = SnapshotName(testFile: testFile, suites: ["S"], function: "f()", name: name)
      return claims.note(try Chart { LineMark(y: [1.0, value]) }.drawing(), for: snapshot, [format])
    }
    #expect(try note(2, nil) == nil && note(2, nil) == nil)
    #expect(try note(3, nil)?.hasPrefix("S.f takes several snapshots without a name in one call, as in a loop") == true)
    #expect(try note(3, nil, .pdf) == nil, "another format is another reference")
    #expect(try note(2, "a") == nil)
    #expect(try note(3, "a")?.hasPrefix("“S.f.a” is drawn in two ways by one call") == true)
  }
}
