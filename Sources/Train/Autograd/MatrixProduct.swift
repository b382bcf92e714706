internal import CKernels

/// c = bias + a · b, or c += a · b, for row-major matrices; a may be read transposed. Large products are divided among
/// threads by the rows or the columns of c, each element of which is one chain of multiply-adds whatever the division.
struct MatrixProduct {
  let rows: Int
  let columns: Int
  let inner: Int
  let a: UnsafePointer<Float>
  /// Whether `a` lies in memory as (inner, rows).
  var isTransposed = false
  let b: UnsafePointer<Float>
  let c: UnsafeMutablePointer<Float>
  /// Added to every row; zero when nil.
  var bias: UnsafePointer<Float>?
  /// Whether the product is added to what `c` holds.
  var accumulates = false

  /// Computes the product.
  func run(with kernels: Kernels) {
    let gemm = kernels.table.pointee.gemm
    let dividesRows = rows >= columns
    let length = dividesRows ? rows : columns
    let threads = Threads.parts(operations: 2 * rows * columns * inner)
    let each = max((length / Self.whole + threads - 1) / threads, 1) * Self.whole
    Threads.run((length + each - 1) / each, threads: threads) { part in
      let first = part * each
      let count = Int64(min(each, length - first))
      let (row, column) = dividesRows ? (first, 0) : (0, first)
      gemm(
        dividesRows ? count : Int64(rows), dividesRows ? Int64(columns) : count, Int64(inner),
        a + row * (isTransposed ? 1 : inner), isTransposed ? 1 : Int64(inner), isTransposed ? Int64(rows) : 1,
        b + column, Int64(columns), c + row * columns + column, Int64(columns), bias.map { $0 + column }, accumulates)
    }
  }

  /// Divisions fall on multiples of this many rows or columns, so that no tile is cut.
  private static let whole = 48
}
