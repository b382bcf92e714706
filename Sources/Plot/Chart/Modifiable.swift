/// A value whose modifiers return a changed copy of it.
protocol Modifiable {}

extension Modifiable {
  /// The value with a change.
  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Chart: Modifiable {}
extension Figure: Modifiable {}
extension NumberFormat: Modifiable {}
