internal import Runs

/// The model: its layers in a row, and the table that Keras prints.
struct ModelSection {
  var model: ModelSummary
  var language = ReportLanguage.english

  /// More layers than this are shown in the table only.
  static let diagramLimit = 10

  var values: TemplateValues {
    [
      "diagram": diagram,
      "layers": model.layers.map(layer),
      "totals": [
        ["label": InterfaceText.text("total", language), "value": NumberText.grouped(model.parameterCount)]
          as TemplateValues
      ],
    ]
  }

  private var diagram: TemplateValues? {
    guard (2...ModelSection.diagramLimit).contains(model.layers.count) else { return nil }
    let nodes = model.layers.map { layer -> TemplateValues in
      [
        "title": VisibleText.name(layer.type), "shape": sizes(layer.outputShape),
        "kind": layer.type.hasPrefix("Input") ? "input" : "plain",
      ]
    }
    return ["nodes": nodes]
  }

  private func layer(_ layer: ModelSummary.Layer) -> TemplateValues {
    let total = max(1, model.parameterCount)
    let part = min(100 * Double(layer.parameterCount) / Double(total), 100)
    let share = layer.parameterCount > 0 ? NumberText.fixed(part, decimals: 1) : nil
    return [
      "name": VisibleText.name(layer.name), "type": VisibleText.name(layer.type), "shape": shape(layer.outputShape),
      "count": layer.parameterCount, "parameters": NumberText.grouped(layer.parameterCount),
      "share": share, "percent": share.map { "\($0)\u{A0}%" },
    ]
  }

  /// "(None, 10)", as Keras writes it.
  private func shape(_ shape: [Int?]) -> String {
    guard !shape.isEmpty else { return "" }
    return "(" + shape.map { $0.map(String.init) ?? "None" }.joined(separator: ", ") + ")"
  }

  /// The shape without the batch: "12 × 1".
  private func sizes(_ shape: [Int?]) -> String {
    shape.dropFirst().map { $0.map(String.init) ?? InterfaceText.text("any", language) }.joined(separator: " × ")
  }
}
