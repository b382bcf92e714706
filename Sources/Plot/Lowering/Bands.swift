/// The distinct values of band scales.
enum Bands {
  /// Names in the order of first appearance; numbers and points in time in ascending order.
  static func names(of columns: [Column]) -> [String] {
    var seen = Set<String>()
    var names: [String] = []
    var numbers: [Double] = []
    var times: [Double] = []
    for column in columns {
      switch column {
      case .categories(let values):
        for case let name? in values where seen.insert(name).inserted { names.append(name) }
      case .numbers(let values): numbers += values.filter(\.isFinite)
      case .seconds(let values): times += values.filter(\.isFinite)
      }
    }
    for number in numbers.sorted() where seen.insert(label(number)).inserted { names.append(label(number)) }
    for time in times.sorted() {
      let name = label(time, isTime: true)
      if seen.insert(name).inserted { names.append(name) }
    }
    return names
  }

  /// Each row's band, NaN where the row has none.
  static func positions(of column: Column, in names: [String]) -> [Double] {
    let places = Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
    func place(_ name: String) -> Double { places[name].map(Double.init) ?? .nan }
    return switch column {
    case .categories(let values): values.map { $0.map(place) ?? .nan }
    case .numbers(let values): values.map { $0.isFinite ? place(label($0)) : .nan }
    case .seconds(let values): values.map { $0.isFinite ? place(label($0, isTime: true)) : .nan }
    }
  }

  /// What stands on the axis for each point in time: its clock's, in the axis' format.
  static func labels(of columns: [Column], spec: AxisSpec) -> [String: String] {
    let times = columns.filter(\.isTime).flatMap { $0.quantities ?? [] }.filter(\.isFinite)
    let offset = spec.utcOffsetInHours.isFinite ? spec.utcOffsetInHours * 3600 : 0
    let distinct = Array(Set(times))
    let labels =
      spec.format.style == .automatic
      ? DateLabel.bands(distinct, offset: offset) : spec.format.labels(distinct, offset: offset)
    return Dictionary(zip(distinct.map { label($0, isTime: true) }, labels)) { first, _ in first }
  }

  private static func label(_ number: Double, isTime: Bool = false) -> String {
    if isTime { return DateLabel.string(number, style: .automatic, offset: 0) }
    let text = number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    return text.replacing("-", with: "−")
  }
}
