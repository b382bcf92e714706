import Foundation
import Testing

/// Commands in README and CONTRIBUTING are run, or, where they train for long or install things, looked up.
@Suite(.serialized) struct CommandBlockTests {
  /// Where commands are run with fewer epochs than a reader would have.
  private static let shortened = [
    "lossline train airline": " --epochs 3", "lossline sweep airline": " --grid epochs=3 --grid units=3",
  ]

  /// Every command of the README, in its order, as it is written.
  @Test func commandsOfTheReadme() throws {
    let commands = try Page(path: "README.md").commands().filter { $0.hasPrefix("lossline ") }
    #expect(commands.count == 5)
    let shell = try Shell()
    try shell.write("epoch,loss,val_loss\n1,0.5,0.6\n2,0.25,0.4\n3,0.125,0.3\n", to: "history.csv")
    try shell("mkdir logs && cp -r '\(Checkout.place("Tests/RunsTests/Fixtures/logs/torch").path)' logs/pytorch")
    for command in commands {
      let addition = Self.shortened.first { command.hasPrefix($0.key) }?.value ?? ""
      let result = try shell.run(command + addition)
      // Networks after three epochs may break the rule of the gate; wrong usage would give 64.
      let isAccepted: ClosedRange<Int32> = command.hasPrefix("lossline check") ? 0...2 : 0...0
      #expect(isAccepted.contains(result.status), "\(command)\n\(result.output.suffix(2000))")
      if command.hasPrefix("lossline check") {
        #expect(result.output.contains("val_loss <= 2 * baseline"), "\(result.output)")
      }
    }
    for file in [
      "reports/pytorch/index.html", "reports/pytorch/report.pdf", "reports/pytorch/report.md", "runs/first/run.json",
      "reports/airline-sweep/index.html", "loss.pdf",
    ] { #expect(shell.exists(file), "\(file)") }
  }

  /// What is called in passing has the help that the text promises.
  @Test func everyCommandOfTheTableExists() throws {
    let names = try Page(path: "README.md").text().matches(of: /(?m)^\| ((?:`[a-z]+`(?:, )?)+) \|/).flatMap { row in
      row.1.matches(of: /`([a-z]+)`/).map { String($0.1) }
    }
    #expect(names.count == 11)
    let shell = try Shell()
    for name in names { try shell("lossline help \(name)") }
    try shell("lossline help train airline")
  }

  /// Targets of make are there with all their parts; `make -n` prints without doing.
  @Test(arguments: ["README.md", "CONTRIBUTING.md"]) func targetsOfMakeExist(page: String) throws {
    let text = try Checkout.read(page)
    let targets = Set(text.matches(of: /(?:`|\$ )make ([a-z-]+)/).map { String($0.1) })
    #expect(targets.count >= 4)
    let shell = try Shell()
    for target in targets.sorted() {
      try shell("make -n -C '\(Checkout.root.path)' '\(target)'", environment: ["MAKEFLAGS": ""])
    }
  }

  /// Filters and scripts of CONTRIBUTING name what is there.
  @Test func filtersOfContributingExist() throws {
    for command in try Page(path: "CONTRIBUTING.md").commands() {
      guard let filter = command.firstMatch(of: /--filter (\w+)/)?.1 else { continue }
      let tests = Checkout.place("Tests").path
      let found = try Shell()(
        "ls -d '\(tests)/\(filter)' 2>/dev/null || grep -rl 'struct \(filter)' '\(tests)' || true")
      #expect(!found.isEmpty, "\(command)")
    }
  }
}
