import Foundation
import Testing

/// What a newcomer is told where something is missing: Swift, a recent one, or the right to install packages.
struct SetupTests {
  private func run(_ script: String, _ shell: Shell, environment: [String: String] = [:]) throws -> Shell.Result {
    try shell.run("'\(Checkout.place("Scripts/\(script)").path)' run", environment: environment)
  }

  /// A program in the shell's folder that prints a text.
  private func program(_ name: String, printing text: String, in shell: Shell) throws -> String {
    try shell.write("#!/bin/sh\necho '\(text)'\n", to: name)
    try shell("chmod +x \(name)")
    return shell.place(name).path
  }

  @Test(arguments: ["6.2", "6.2.1-dev", "6.3.1", "6.10", "7.0"]) func recentSwiftIsAccepted(version: String) throws {
    let shell = try Shell()
    let swift = try program("swift", printing: "Swift version \(version) (swift-\(version)-RELEASE)", in: shell)
    let result = try run("require-swift.sh", shell, environment: ["SWIFT": swift])
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
  }

  @Test(arguments: ["5.10.1", "6.1.2"]) func oldSwiftIsNamed(version: String) throws {
    let shell = try Shell()
    let swift = try program("swift", printing: "Apple Swift version \(version)", in: shell)
    let result = try run("require-swift.sh", shell, environment: ["SWIFT": swift])
    #expect(result.status == 1 && result.output.contains("6.2 or later; \(swift) is \(version)."), "\(result.output)")
  }

  @Test func missingSwiftIsNamed() throws {
    let result = try run("require-swift.sh", try Shell(), environment: ["SWIFT": "no-swift"])
    #expect(result.status == 1 && result.output.contains("“no-swift” is not on the PATH"), "\(result.output)")
  }

  /// With programs that say no package is there, that nobody is root, and that nothing can be installed.
  @Test(arguments: [false, true]) func packagesAreNamedWhereTheyCannotBeInstalled(isSudoThere: Bool) throws {
    let shell = try Shell()
    for name in ["dpkg-query", "id", "apt-get"] { _ = try program("bin/\(name)", printing: "1", in: shell) }
    try shell("for name in bash env dirname grep; do ln -s \"$(command -v $name)\" bin/; done")
    if isSudoThere {
      try shell.write("#!/bin/sh\necho Could not resolve >&2\nexit 100\n", to: "bin/sudo")
      try shell("chmod +x bin/sudo")
    }
    let script = Checkout.place("Scripts/install-system-packages.sh").path
    let result = try shell.run("PATH=$PWD/bin '\(script)' run")
    #expect(result.status == 1)
    #expect(result.output.contains("apt-get install --no-install-recommends libcairo2-dev"), "\(result.output)")
    #expect(result.output.contains("only root can install them") == !isSudoThere)
    #expect(result.output.contains("Could not resolve") == isSudoThere)
  }
}
