import Foundation
import Testing

/// Code in README and articles is code that is compiled here.
struct CodeBlockTests {
  @Test(arguments: Page.all) func everyBlockIsCompiled(_ page: Page) throws {
    let snippets = try Set(SnippetFile.all().values)
    for block in try page.blocks(of: "swift") where !snippets.contains(block) {
      Issue.record("No snippet of Tests/ProjectTests/Documentation/Snippets is this block of \(page.path):\n\(block)")
    }
  }

  @Test func everySnippetIsShown() throws {
    let shown = try Set(Page.all.flatMap { try $0.blocks(of: "swift") })
    let unused = try SnippetFile.all().filter { !shown.contains($0.value) }.keys.sorted()
    #expect(unused.isEmpty, "Shown on no page: \(unused)")
  }

  @Test func snippetsAreFound() throws {
    #expect(
      SnippetFile(
        """
        // snippet.one
        import A

        // snippet.hide
        func f() {
          // snippet.show
          a()
            b()
          // snippet.end
        }
        // snippet.two
        c
        """
      ).snippets == ["one": "import A\n\na()\n  b()", "two": "c"])
  }

  /// Links within the checkout lead to something.
  @Test(arguments: Page.all.filter { !$0.path.hasPrefix("Sources") }) func linksLeadSomewhere(_ page: Page) throws {
    for match in try page.text().matches(of: /\]\((?!https?:)([^)#]+)[^)]*\)/) {
      let exists = FileManager.default.fileExists(atPath: Checkout.place(String(match.1)).path)
      #expect(exists, "\(page.path) links to \(match.1)")
    }
  }

  @Test func theReadmeIsShort() throws {
    #expect(try Checkout.read("README.md").split(separator: "\n", omittingEmptySubsequences: false).count < 200)
  }
}
