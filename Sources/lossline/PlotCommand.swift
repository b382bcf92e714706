internal import ArgumentParser
internal import Foundation
internal import Plot
internal import Runs

struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw a chart from a table.",
    discussion: """
      A column of names on x gives bands; bars always do. Empty cells, NA and nan leave gaps.

      Example:
        lossline plot history.csv --x epoch --y loss,val_loss --log-y -o loss.png
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable { case line, bar, point }

  @Argument(
    help: ArgumentHelp("The table: a CSV file with a header.", valueName: "table"),
    completion: .file(extensions: ["csv"]))
  var file: String
  @Option(help: ArgumentHelp("The column for the x axis.", valueName: "column"))
  var x: String
  @Option(
    help: ArgumentHelp(
      "The column for the y axis; several with commas between them give one series each.", valueName: "columns"))
  var y: String
  @Option(help: ArgumentHelp("The mark.", valueName: "mark"))
  var kind = Kind.line
  @Flag(name: .customLong("log-y"), help: "Make the y axis logarithmic.")
  var logY = false
  @Option(help: ArgumentHelp("The title of the chart.", valueName: "text"))
  var title: String?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The picture to write; its ending, png, pdf or svg, is the format.", valueName: "picture"),
    completion: .file(extensions: ["png", "pdf", "svg"]))
  var output: String

  private var columns: [String] { y.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }

  func validate() throws {
    guard !columns.isEmpty, !columns.contains("") else {
      throw ValidationError("--y names no column; give one or several with commas between them.")
    }
    let ending = URL(filePath: output).pathExtension.lowercased()
    guard ["png", "pdf", "svg"].contains(ending) else {
      throw ValidationError("“\(output)” names no format; end it in .png, .pdf or .svg.")
    }
  }

  func run() throws {
    let table = try CSVTable(reading: URL(filePath: file))
    let chart = try chart(from: table)
    let drawing = try chart.drawing()
    try drawing.write(to: URL(filePath: output))
    for diagnostic in drawing.diagnostics { Output.error("\(file): \(diagnostic.message)") }
  }

  private func chart(from table: CSVTable) throws -> Chart {
    let names = try !table.isNumeric(x)
    let xColumn: Column = names ? .categories(try table.strings(x).map { $0 }) : .numbers(try table.numbers(x))
    let marks = try columns.map { column in
      let values = Column.numbers(try table.numbers(column))
      let series = columns.count > 1 ? Series.named(column) : nil
      return switch kind {
      case .line: LineMark(x: xColumn, y: values, series: series).mark
      case .bar: BarMark(x: xColumn, y: values, series: series).mark
      case .point: PointMark(x: xColumn, y: values, series: series).mark
      }
    }
    return Chart(title) { marks }
      .xAxis(x).yAxis(columns.count == 1 ? columns[0] : nil, scale: logY ? .log : .automatic)
  }
}
