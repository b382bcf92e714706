/// The threads that large operations are divided among. Every part computes outputs of its own, so the number of
/// threads changes no bit.
enum Threads {
  /// How many parts an operation of so many multiplications and additions is worth.
  static func parts(operations: Int) -> Int { 1 }

  /// Calls `body` with 0 ..< count, on up to `parts` threads at once.
  static func run(_ count: Int, parts: Int, _ body: (Int) -> Void) {
    for index in 0..<count { body(index) }
  }
}
