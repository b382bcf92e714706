/// Gives each named series its colour, its dash from the fifth line on, and its symbol where colour may be lost, in the order of first appearance.
struct SeriesColors {
  /// Whether every series after the first has a dash of its own.
  var distinguishesByShape = false
  private(set) var legend: [SeriesKey] = []
  private var numbers: [String: Int] = [:]
  /// The series of the figure's other panels, which look the same here.
  private var known: [String: SeriesKey] = [:]
  private var next = 0

  /// - Parameter known: The series that have their colours already.
  init(known: [SeriesKey] = []) {
    self.known = Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    next = known.count
  }

  /// The key of a series; an unnamed one takes the first colour and no place in the legend.
  mutating func key(for name: String?, sample: SeriesKey.Sample, style: MarkStyle, palette: Int) -> SeriesKey {
    guard let name else { return self.key(number: 0, name: "", sample: sample, style: style, palette: palette) }
    if let number = numbers[name] {
      // A line says more in the legend than the dots on it or the area around it.
      if sample.rank > legend[number].sample.rank {
        if case .point(let symbol) = legend[number].sample, distinguishesByShape { legend[number].marker = symbol }
        legend[number].sample = sample
      }
      var known = legend[number]
      if let color = style.color { known.paint.role = .fixed(color) }
      return known
    }
    var key = self.key(number: next, name: name, sample: sample, style: style, palette: palette)
    if let other = known[name] {
      if style.color == nil { key.paint = other.paint }
      if style.dash == nil { key.dash = other.dash }
      key.symbol = other.symbol
    } else {
      next += 1
    }
    numbers[name] = legend.count
    legend.append(key)
    return key
  }

  /// Shows in the legend which shape the points of a series have.
  mutating func show(_ symbol: PointSymbol, for name: String?) {
    guard let name, let number = numbers[name] else { return }
    if case .point = legend[number].sample {
      legend[number].sample = .point(symbol)
    } else if distinguishesByShape {
      legend[number].marker = symbol
    }
  }

  private func key(
    number: Int, name: String, sample: SeriesKey.Sample, style: MarkStyle, palette: Int
  ) -> SeriesKey {
    let role = style.color.map { ColorRole.fixed($0) } ?? .series(number % max(palette, 1))
    var key = SeriesKey(name: name, sample: sample, paint: Paint(role), dash: style.dash ?? dash(number))
    if distinguishesByShape { key.symbol = PointSymbol.allCases[number % PointSymbol.allCases.count] }
    return key
  }

  /// Colour alone is not enough to tell more than four lines apart.
  private func dash(_ number: Int) -> [Double] {
    let dashes: [[Double]] = [[6, 3], [2, 2.5], [8, 3, 2, 3], [4, 2]]
    let solid = distinguishesByShape ? 1 : 4
    return number < solid ? [] : dashes[(number - solid) % dashes.count]
  }
}

extension SeriesKey.Sample {
  fileprivate var rank: Int {
    switch self {
    case .point: 0
    case .area: 1
    case .line: 2
    }
  }
}
