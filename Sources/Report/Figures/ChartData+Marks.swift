internal import Plot

extension ChartData {
  /// What the page's script knows of a chart without lines, as JSON.
  static func marks(_ slug: String, _ page: Drawing, _ narrow: Drawing) -> String {
    // Both drawings have the same marks, unless one had no room for some.
    let counts = page.marks.map(\.marks.count)
    var text = JSONText()
    text.object {
      $0.member("marks") {
        $0.array {
          for (drawing, isNarrow) in [(page, false), (narrow, true)] where drawing.marks.map(\.marks.count) == counts {
            $0.boxes(id(slug, isNarrow: isNarrow), drawing)
          }
        }
      }
      $0.member("words") {
        $0.array {
          for (number, layer) in page.marks.enumerated() {
            for mark in layer.marks {
              $0.array {
                $0.string(mark.place)
                $0.string(mark.value)
                $0.exact(Double(number))
              }
            }
          }
        }
      }
      $0.member("series") { $0.array { for layer in page.marks { $0.string(layer.series) } } }
    }
    return text.string
  }
}

extension JSONText {
  fileprivate mutating func boxes(_ id: String, _ drawing: Drawing) {
    let boxes = drawing.marks.flatMap(\.marks).map(\.box)
    object {
      $0.member("id") { $0.string(id) }
      $0.member("size") { $0.numbers([drawing.size.width, drawing.size.height]) }
      $0.member("boxes") { $0.exact(boxes.flatMap { [$0.x, $0.y, $0.width, $0.height].map { $0.rounded() } }) }
    }
  }
}
