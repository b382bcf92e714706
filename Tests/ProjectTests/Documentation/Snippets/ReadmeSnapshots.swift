// snippet.readme-snapshot
import Plot
import PlotTesting
import Testing

@Test(arguments: Theme.all) func lossCurve(_ theme: Theme) {
  let chart = Chart("Loss") { LineMark(y: [0.9, 0.5, 0.3, 0.2]) }
  expectSnapshot(of: chart.theme(theme), named: theme.name)
}
// snippet.end
