import Foundation
import Testing

@testable import Runs

@Suite struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable {
    try CSVTable(Array(text.utf8), file: "data.csv")
  }

  private func error(_ text: String, _ body: (CSVTable) throws -> Void = { _ in }) -> CSVError? {
    #expect(throws: CSVError.self) { try body(try table(text)) }
  }

  @Test(arguments: [
    "x,y\n1,2\n3,4\n", "x,y\r\n1,2\r\n3,4\r\n", "x,y\r1,2\r3,4", "\u{FEFF}x,y\n\n1,2\n\n\n3,4",
    "\"x\",\"y\"\n1,\"2\"\n3,4",
  ]) func lineEndsMarksAndQuotes(text: String) throws {
    let table = try table(text)
    #expect(table.header == ["x", "y"])
    #expect(try table.numbers("x") == [1, 3])
    #expect(try table.strings("y") == ["2", "4"])
  }

  @Test func quotedCellsMayHoldAnything() throws {
    let table = try table("a,b\n\"1,2\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n5\" pipe, x \n\"\",한글\n")
    #expect(table.rows == [["1,2", "say \"hi\""], ["two\nlines", ""], ["5\" pipe", " x "], ["", "한글"]])
    #expect(table.lines == [2, 3, 5, 6])
  }

  @Test func numbersAreStrict() throws {
    let values = try table("x\n1\n-2.5\n+3\n 4e-3 \n.5\ninf\n-Infinity\nNA\nnan\nNaN\n\"\"\n").numbers("x")
    #expect(values.prefix(7) == [1, -2.5, 3, 0.004, 0.5, .infinity, -.infinity])
    #expect(values.count == 11 && values.dropFirst(7).allSatisfy(\.isNaN))
  }

  @Test(arguments: ["abc", "1,5", "0x10", "1e400", "1 2", "--1", "1_000", "1e", ".", "−1", "nan(1)"])
  func anythingElseIsNoNumber(cell: String) throws {
    let text = "time,x\n1,2\n\n2,\"\(cell)\"\n"
    let error = error(text) { _ = try $0.numbers("x") }
    #expect(error?.code == .notANumber)
    #expect(error?.line == 4 && error?.column == "x" && error?.value == cell)
    #expect(error?.description.hasPrefix("data.csv:4: column \"x\" holds \"\(cell)\"") == true)
    #expect(try table(text).isNumeric("x") == false)
    #expect(try table(text).isNumeric("time"))
  }

  @Test func aMissingColumnListsThoseThereAre() {
    let error = error("x,y\n1,2\n") { _ = try $0.strings("z") }
    #expect(error?.code == .missingColumn)
    #expect(error?.description == #"data.csv: has no column "z". Its columns are "x", "y"."#)
  }

  @Test func aColumnNamedTwiceIsAmbiguousOnlyIfAskedFor() throws {
    #expect(error("x,x,y\n1,2,3\n") { _ = try $0.numbers("x") }?.code == .duplicateColumn)
    #expect(try table("x,x,y\n1,2,3\n").numbers("y") == [3])
  }

  @Test func tablesWithoutRowsAreRefused() {
    for text in ["", "\n\n", "\u{FEFF}"] { #expect(error(text)?.message.hasPrefix("is empty") == true) }
    #expect(error("x,y\n")?.code == .noRows)
    #expect(error("x,y\n")?.message.hasPrefix("has a header and no rows") == true)
  }

  @Test func raggedRowsAreRefusedWithTheirLine() {
    let error = error("x,y\n1,2\n\n1,2,3\n")
    #expect(error?.code == .raggedRow)
    #expect(error?.line == 4)
    #expect(error?.message.contains("3 cells and the header has 2") == true)
    #expect(self.error("x,y\n1\n")?.code == .raggedRow)
  }

  @Test func strayQuotesAreRefusedWithTheirLine() {
    #expect(error("x\n\"open\nstill\n")?.code == .strayQuote)
    #expect(error("x\n1\n\"open\nstill\n")?.line == 3)
    #expect(error("x\n\"a\"b\n")?.line == 2)
  }

  @Test func whatIsNoTextIsRefused() {
    let error = #expect(throws: CSVError.self) { try CSVTable([0xFF, 0xFE, 0x78, 0x00], file: "data.csv") }
    #expect(error?.code == .notText)
  }

  @Test func filesThatCannotBeRead() throws {
    let folder = try TestFolder()
    for place in [folder.place("gone.csv"), folder.url] {
      let error = #expect(throws: CSVError.self) { try CSVTable(reading: place) }
      #expect(error?.code == .unreadable)
      #expect(error?.file == place.path)
    }
  }
}
