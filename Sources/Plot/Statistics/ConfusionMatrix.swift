/// How often each true class was predicted as each class (`sklearn.metrics.confusion_matrix`).
public struct ConfusionMatrix: Hashable, Sendable {
  /// The classes, in the order of rows and columns.
  public let labels: [String]
  /// How many rows of true class i were predicted as class j: `counts[i][j]`.
  public let counts: [[Int]]

  /// The most classes that a matrix is made for.
  public static let maximumClassCount = 1000

  /// From counts.
  ///
  /// - Parameters:
  ///   - labels: The classes.
  ///   - counts: A row for each true class with a count of each predicted class.
  /// - Throws: ``PlotError/Code/unequalColumns`` when the counts are no square as wide as there are labels, and
  ///   ``PlotError/Code/unsuitableColumn`` for a count outside 0…2⁴⁰ or more than ``maximumClassCount`` classes.
  public init(labels: [String], counts: [[Int]]) throws {
    guard counts.count == labels.count, counts.allSatisfy({ $0.count == labels.count }) else {
      throw PlotError(
        .unequalColumns,
        "A confusion matrix of \(labels.count) labels needs \(labels.count) rows of \(labels.count) counts; "
          + "the rows given have \(counts.map(\.count)).")
    }
    guard labels.count <= Self.maximumClassCount, counts.joined().allSatisfy({ (0...(1 << 40)).contains($0) }) else {
      throw PlotError(
        .unsuitableColumn,
        "A confusion matrix has at most \(Self.maximumClassCount) classes and counts from 0 to \(1 << 40).")
    }
    self.labels = labels
    self.counts = counts
  }

  /// From the true and the predicted class of each row; the classes that occur become labels in ascending order.
  ///
  /// - Throws: ``PlotError`` for arrays of unequal length, or more than ``maximumClassCount`` classes.
  public init<Label: Hashable & Comparable>(truth: [Label], predictions: [Label]) throws {
    try self.init(truth: truth, predictions: predictions, classes: Set(truth).union(predictions).sorted())
  }

  /// From the true and the predicted class of each row.
  ///
  /// - Parameters:
  ///   - truth: The true classes.
  ///   - predictions: The predicted classes, one for each true one.
  ///   - classes: The classes in the order wanted; a row of which either class is not listed is left out.
  /// - Throws: ``PlotError`` for arrays of unequal length, a class listed twice, or more than ``maximumClassCount``.
  public init<Label: Hashable>(truth: [Label], predictions: [Label], classes: [Label]) throws {
    guard truth.count == predictions.count else {
      throw PlotError(
        .unequalColumns,
        "There are \(truth.count) true classes and \(predictions.count) predictions; give one of each for every row.")
    }
    guard classes.count <= Self.maximumClassCount, Set(classes).count == classes.count else {
      throw PlotError(
        .unsuitableColumn,
        "A confusion matrix has at most \(Self.maximumClassCount) classes, each listed once; \(classes.count) were given."
      )
    }
    let places = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes.count), count: classes.count)
    for (actual, predicted) in zip(truth, predictions) {
      if let row = places[actual], let column = places[predicted] { counts[row][column] += 1 }
    }
    labels = classes.map { "\($0)" }
    self.counts = counts
  }

  /// How many rows were counted.
  public var total: Int { counts.joined().reduce(0, +) }

  /// The share of the rows whose class was predicted rightly; NaN without rows.
  public var accuracy: Double { Double(labels.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(total) }

  /// Each count as a share of its true class, so that rows add up to 1; 0 in the row of a class that never occurs.
  public var shares: [[Double]] {
    counts.map { row in
      let total = max(row.reduce(0, +), 1)
      return row.map { Double($0) / Double(total) }
    }
  }

  /// For each class the share of its rows that was found; NaN for a class that never occurs.
  public var recalls: [Double] {
    labels.indices.map { Double(counts[$0][$0]) / Double(counts[$0].reduce(0, +)) }
  }

  /// For each class the share of its predictions that was right; NaN for a class that was never predicted.
  public var precisions: [Double] {
    labels.indices.map { label in Double(counts[label][label]) / Double(counts.reduce(0) { $0 + $1[label] }) }
  }
}

/// In JSON, `{"labels": […], "counts": [[…], …]}`.
extension ConfusionMatrix: Codable {
  private enum CodingKeys: String, CodingKey { case labels, counts }

  /// Reads the JSON form.
  ///
  /// - Throws: `DecodingError`, or ``PlotError`` as ``init(labels:counts:)`` does.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      labels: try container.decode([String].self, forKey: .labels),
      counts: try container.decode([[Int]].self, forKey: .counts))
  }
}
