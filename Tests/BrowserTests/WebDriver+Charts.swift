import Testing

extension WebDriver {
  /// Scrolls a chart into view and tells where its plot is: left, top, width, height in pixels of the window.
  func plot(_ id: String) async throws -> [Double] {
    let places = try await numbers(
      """
      const svg = document.getElementById('\(id)');
      svg.scrollIntoView({ behavior: 'instant', block: 'center' });
      const views = Object.values(JSON.parse(document.getElementById('chart-data').textContent).charts).flatMap(c => c.views);
      const view = views.find(v => v.id === '\(id)'), box = svg.getBoundingClientRect(), scale = box.width / view.size[0];
      return [box.left + view.plot[0] * scale, box.top + view.plot[1] * scale, view.plot[2] * scale, view.plot[3] * scale];
      """)
    return try #require(places.count == 4 ? places : nil)
  }
}
