import Foundation
import Testing

@Suite struct PlotCommandTests {
  private static let table = "epoch,loss,val_loss,name\n1,0.5,0.6,a\n2,0.25,NA,b\n3,0.125,0.2,c\n"

  @Test(arguments: ["line", "bar", "point"]) func everyKindInEveryFormat(kind: String) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try lossline.write(Self.table, to: "history.csv")
    for (ending, begin) in [("png", "\u{89}PNG"), ("pdf", "%PDF"), ("svg", "<svg")] {
      let result = try lossline(
        "plot", "history.csv", "--x", "epoch", "--y", "loss,val_loss", "--kind", kind, "--title", "T",
        "-o", "out.\(ending)")
      #expect(result.status == 0, "\(result.errors)")
      let bytes = try #require(try lossline.files(below: "")["out.\(ending)"])
      #expect(bytes.prefix(4) == Data(begin.unicodeScalars.map { UInt8($0.value) }))
    }
    let svg = String(decoding: try #require(try lossline.files(below: "")["out.svg"]), as: UTF8.self)
    #expect(svg.contains(">val_loss<") && svg.contains(">epoch<") && svg.contains(">T<"))
  }

  @Test func namesOnXAndALogarithmicAxisWork() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try lossline.write(Self.table, to: "history.csv")
    let names = try lossline("plot", "history.csv", "--x", "name", "--y", "loss", "--log-y", "-o", "out.svg")
    #expect(names.status == 0)
    let svg = String(decoding: try #require(try lossline.files(below: "")["out.svg"]), as: UTF8.self)
    #expect(svg.contains(">b<") && svg.contains("(log)"))
  }

  @Test(arguments: [
    ("epoch,loss\n1,2\n", "loss,missing", "missing"), ("epoch,loss\n1,2\n2,two\n", "loss", "two"),
    ("epoch,loss\n", "loss", "rows"), ("", "loss", "table.csv"), ("epoch,loss\n1,2,3\n", "loss", "2"),
  ])
  func wrongTablesAreNamed(table: String, y: String, word: String) throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try lossline.write(table, to: "table.csv")
    let result = try lossline("plot", "table.csv", "--x", "epoch", "--y", y, "-o", "out.png")
    #expect(result.status == 1)
    #expect(result.errors.contains("table.csv") && result.errors.contains(word), "\(result.errors)")
    #expect(try lossline.files(below: "").keys.sorted() == ["table.csv"])
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    let lossline = try Command()
    defer { lossline.remove() }
    try lossline.write(Self.table, to: "table.csv")
    let result = try lossline("plot", "table.csv", "--x", "epoch", "--y", "loss", "-o", "missing/out.png")
    #expect(result.status == 1 && result.errors.contains("missing/out.png"))
  }
}
