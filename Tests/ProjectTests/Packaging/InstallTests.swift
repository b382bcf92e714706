import Foundation
import Testing

/// `make install` and what it puts where, with the program that was built beside the tests.
struct InstallTests {
  private static let install = Checkout.place("Scripts/install.sh").path
  private static let program = Shell.products.appending(path: "lossline").path
  private static let files = [
    "bin/lossline", "share/bash-completion/completions/lossline", "share/zsh/site-functions/_lossline",
    "share/fish/vendor_completions.d/lossline.fish", "share/man/man1/lossline.1",
  ]

  private func installed() throws -> Shell {
    let shell = try Shell()
    let variables = ["DESTDIR": shell.place("stage").path, "PREFIX": "/opt/tools"]
    try shell("'\(Self.install)' '\(Self.program)'", environment: variables)
    return shell
  }

  @Test func everyFileIsBelowDestinationAndPrefix() throws {
    let shell = try installed()
    let found = try shell("cd stage && find . -type f | sort").split(separator: "\n").map(String.init)
    #expect(found == Self.files.map { "./opt/tools/\($0)" }.sorted())
    let second = try shell.run(
      "'\(Self.install)' '\(Self.program)'", environment: ["DESTDIR": "", "PREFIX": shell.place("second").path])
    #expect(second.status == 0 && shell.exists("second/bin/lossline"), "\(second.output)")
  }

  @Test func theProgramWorksFromAnotherFolder() throws {
    let shell = try installed()
    // Moved away from everything it was built or installed with; pages need templates, styles and the script.
    try shell("mkdir elsewhere && mv stage/opt/tools/bin/lossline elsewhere/ && rm -r stage")
    try shell.write("epoch,loss\n1,0.5\n2,0.25\n", to: "history.csv")
    try shell("here=$PWD && cd / && \"$here/elsewhere/lossline\" report \"$here/history.csv\" -o \"$here/page\"")
    let page = try shell.read("page/index.html")
    #expect(page.contains("<style>") && page.contains("<script") && page.contains("<svg"))
  }

  @Test func theManualNamesEveryCommandAndOption() throws {
    let shell = try installed()
    let manual = try shell.read("stage/opt/tools/share/man/man1/lossline.1")
    let commands = try shell("lossline help").split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.count >= 11)
    for command in commands {
      #expect(manual.contains(".SH \"LOSSLINE \(command.uppercased())\""))
      let help = try shell("lossline help \(command)")
      for option in help.matches(of: /^  (?:-\w, )?(--[a-z-]+)/.anchorsMatchLineEndings()) {
        #expect(manual.contains(option.1.replacing("-", with: "\\-")), "\(command) \(option.1)")
      }
    }
    #expect(manual.contains("\\-\\-recurrent\\-dropout <part>\nThe part"))
    #expect(manual.contains("\\-\\-input\\-format <format>\nWhat"))
    // groff is not everywhere; where it is, it has nothing to say.
    let remarks = try shell(
      """
      command -v groff >/dev/null || exit 0
      groff -K utf8 -man -Tutf8 -ww stage/opt/tools/share/man/man1/lossline.1 2>&1 >/dev/null
      """)
    #expect(remarks.isEmpty, "\(remarks)")
  }

  @Test func bashCompletes() throws {
    let shell = try installed()
    let answer = try shell(
      """
      set +eu
      source stage/opt/tools/share/bash-completion/completions/lossline
      complete_last() {
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
        COMPREPLY=()
        _lossline lossline "${@: -1}" "${@: -2:1}"
        echo "${COMPREPLY[@]}"
      }
      complete_last lossline comp
      complete_last lossline report --lang ""
      complete_last lossline train forecast --cell ""
      complete_last lossline sweep air
      complete_last lossline report -o st
      """)
    let lines = answer.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines == ["compare", "en ko", "simple lstm gru custom", "airline", "stage"], "\(answer)")
  }

  @Test func whatIsNotBuiltIsNamed() throws {
    let result = try Shell().run("'\(Self.install)' nowhere/lossline")
    #expect(result.status == 1 && result.output.contains("nowhere/lossline") && result.output.contains("make build"))
  }
}
