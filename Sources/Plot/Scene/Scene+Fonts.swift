extension Scene {
  /// The files of the fonts that the scene's texts are set in, sorted, each once.
  package var fontFiles: [String] {
    var files: Set<String> = []
    collectFontFiles(of: nodes, into: &files)
    return files.sorted()
  }

  private func collectFontFiles(of nodes: [Node], into files: inout Set<String>) {
    for node in nodes {
      switch node {
      case .group(let group): collectFontFiles(of: group.nodes, into: &files)
      case .path: break
      case .text(let text): for run in text.shaped.runs { files.insert(run.face.path) }
      }
    }
  }
}
