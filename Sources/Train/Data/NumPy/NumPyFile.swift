/// A .npy file of whole numbers, or of lists of whole numbers, as NumPy writes it.
enum NumPyFile {
  /// What is wrong with a file, in words that follow its name.
  struct Malformed: Error {
    let finding: String
  }

  /// Reads a vector of whole numbers, of one to eight bytes each.
  ///
  /// - Throws: ``Malformed``.
  static func integers(_ bytes: [UInt8]) throws -> [Int] {
    try reading {
      let header = try NumPyHeader(bytes)
      guard header.shape.count == 1, let width = header.integerWidth else {
        throw Malformed(finding: "holds \(header.type) of the shape \(header.shape) and not a vector of whole numbers")
      }
      let (size, overflow) = header.shape[0].multipliedReportingOverflow(by: width)
      guard !overflow, bytes.count - header.length == size else {
        throw Malformed(finding: "holds \(bytes.count - header.length) bytes of values for \(header.shape[0]) numbers")
      }
      var reader = ByteReader(bytes[header.length...])
      return try (0..<header.shape[0]).map { _ in
        header.isSigned ? try reader.signed(width) : try reader.unsigned(width)
      }
    }
  }

  /// Reads a vector of Python lists of whole numbers, which NumPy stores as a pickle.
  ///
  /// - Throws: ``Malformed``.
  static func lists(_ bytes: [UInt8]) throws -> [[Int32]] {
    try reading {
      let header = try NumPyHeader(bytes)
      guard header.type == "|O", header.shape.count == 1 else {
        throw Malformed(finding: "holds \(header.type) of the shape \(header.shape) and not a vector of lists (|O)")
      }
      do {
        var pickle = PickledLists(bytes[header.length...])
        let lists = try pickle.read()
        guard lists.count == header.shape[0] else {
          throw Malformed(finding: "holds \(lists.count) lists and its header says \(header.shape[0])")
        }
        return lists
      } catch let failure as PickledLists.Failure {
        throw Malformed(
          finding: "has a pickle that was refused: at byte \(header.length + failure.offset) \(failure.finding)")
      }
    }
  }

  private static func reading<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch is ByteReader.Cut { throw Malformed(finding: "is cut") }
  }
}
