// snippet.readme-chart
import Foundation
import Plot

// snippet.hide
extension Snippets {
  func readmeChart() throws {
    // snippet.show
    let epochs = Array(1...200)
    let chart = Chart("History of training") {
      LineMark(x: epochs, y: epochs.map { 0.3 / Double($0) + 0.01 }, series: "training")
      LineMark(x: epochs, y: epochs.map { 0.4 / Double($0) + 0.02 }, series: "validation")
    }
    .xAxis("Epoch")
    .yAxis("Loss", scale: .log)
    try chart.write(to: URL(filePath: "loss.pdf"))  // or .png, .svg
    // snippet.end
  }
}
