import Foundation
import Testing

/// The snippets that draw no picture work, too; those that do are run by ``PictureTests``.
struct SnippetTests {
  private let shell: Shell
  private let snippets: Snippets

  init() throws {
    shell = try Shell()
    snippets = Snippets(folder: shell.folder)
  }

  @Test func ofTheReadme() throws {
    try snippets.readmeChart()
    #expect(try Data(contentsOf: shell.place("loss.pdf")).starts(with: Array("%PDF".utf8)))
    try snippets.readmeTraining()
    #expect(try shell("lossline runs runs").contains("sine"))
  }

  @Test func ofTrain() throws {
    try snippets.trainFirst()
    try snippets.trainMore()
    #expect(shell.exists("history.csv") && shell.exists("sine.safetensors"))
    #expect(try snippets.cellParameters() == 3 * 4 + 4 + 4 + 1)
  }

  @Test func ofThemes() throws {
    #expect(try snippets.themesOfAPage().contains("--ll-ink"))
    #expect(snippets.contrast() > 1)
  }

  @Test func ofRunsAndReport() throws {
    try snippets.runsFirst()
    try snippets.reportFirst()
    for file in ["index.html", "report.pdf", "report.md"] { #expect(shell.exists("reports/first/\(file)")) }
  }
}
