import Plot
import PlotTesting
import Testing

/// The expectations as people write them.
@Suite struct ExpectationTests {
  @Test func chart() { expectSnapshot(of: SampleChart.chart()) }

  @Test(arguments: Theme.all) func themes(_ theme: Theme) {
    expectSnapshot(of: SampleChart.chart().theme(theme), named: theme.name)
  }

  @Test func paper() { expectSnapshot(of: SampleChart.chart(), as: .pdf) }

  @Test func figure() {
    let figure = Figure("Two panels") {
      SampleChart.chart()
      SampleChart.chart { $0[3] = 0.2 }
    }
    expectSnapshot(of: figure, as: [.scene, .pdf])
  }

  @Test func `a name / with a slash`() { expectSnapshot(of: SampleChart.chart(), as: .scene) }

  @Suite struct Inner {
    @Test func drawing() throws { expectSnapshot(of: try SampleChart.chart().drawing(fonts: .installed), as: .scene) }
  }

  @Test func repeatsBehave() async {
    for _ in 0..<3 { expectSnapshot(of: SampleChart.chart(), as: .scene) }
  }

  @Test func sameRendering() { expectSameRendering(SampleChart.chart(), SampleChart.chart().theme(.light)) }

  @Test func otherRenderingsAreFound() {
    withKnownIssue { expectSameRendering(SampleChart.chart(), SampleChart.chart().theme(.dark)) }
    withKnownIssue {
      expectSameRendering(SampleChart.chart(), SampleChart.chart().size(width: 421, height: 280))
    } matching: {
      $0.comments.contains { $0.rawValue.contains("420 × 280 pixels, the other 421 × 280") }
    }
  }

  @Test(arguments: [1, 2]) func parameterizedTestsMustNameTheirs(_ number: Int) {
    withKnownIssue {
      expectSnapshot(of: SampleChart.chart())
    } matching: {
      $0.comments.contains { $0.rawValue.contains("runs once for each argument") }
    }
  }

  @Test func twoWithoutANameFail() {
    expectSnapshot(of: SampleChart.chart(), as: .scene)
    withKnownIssue {
      expectSnapshot(of: SampleChart.chart(), as: .scene)
    } matching: {
      $0.comments.contains { $0.rawValue.contains("takes two snapshots without a name") }
    }
  }

  @Test func whatCannotBeDrawnFails() {
    withKnownIssue {
      expectSnapshot(of: SampleChart.chart().size(width: -1, height: 10))
    } matching: {
      $0.comments.contains { !$0.rawValue.isEmpty }
    }
  }
}
