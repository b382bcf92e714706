internal import Plot

/// The same chart in every theme.
enum Themes: GalleryTopic {
  static let title = "Themes"

  static let entries: [Entry] = [
    ("Dark", "dark", dark),
    ("Print", "print", print),
    ("Presentation", "presentation", presentation),
    ("A theme of your own", "ownTheme", ownTheme),
  ]

  /// Light text on near black; the same hues for the same series.
  static func dark() -> Chart {
    Chart("Print, slide or screen") {
      LineMark(
        SampleData.epochs, x: \.epoch, y: \.loss, series: \.cell,
        estimate: .mean)
    }
    .xAxis("Epoch")
    .yAxis("Loss").theme(.dark)
  }

  /// Black and grays; series differ by dash and marker, so that a copy without colour still reads.
  static func print() -> Chart {
    Chart("Print, slide or screen") {
      LineMark(
        SampleData.epochs, x: \.epoch, y: \.loss, series: \.cell,
        estimate: .mean)
    }
    .xAxis("Epoch")
    .yAxis("Loss").theme(.print)
  }

  /// Large type and thick lines, for slides.
  static func presentation() -> Chart {
    Chart("Print, slide or screen") {
      LineMark(
        SampleData.epochs, x: \.epoch, y: \.loss, series: \.cell,
        estimate: .mean)
    }
    .xAxis("Epoch")
    .yAxis("Loss").theme(.presentation)
  }

  /// A theme is a value: change what you like.
  static func ownTheme() -> Chart {
    var theme = Theme.light
    theme.name = "sepia"
    theme.paper = Color(0xFBF6EC)
    theme.ink = Color(0x3B2F20)
    theme.grid = Color(0xE8DFCC)
    theme.palette = Palette.tableau10
    return Chart("Sepia") {
      BarMark(
        SampleData.results, x: \.cell, y: \.loss, series: \.data,
        estimate: .median)
    }
    .yAxis("Median loss")
    .theme(theme)
  }
}
