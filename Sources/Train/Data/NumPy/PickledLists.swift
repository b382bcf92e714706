/// Reads the pickle of one NumPy vector of Python lists of whole numbers, and nothing else.
///
/// A pickle is a program for a machine with a stack. Of its instructions only those are known that such a vector needs
/// (protocols 2 to 5), and of Python's names only NumPy's `_reconstruct`, `ndarray` and `dtype`, and `_codecs.encode`,
/// by which protocol 2 writes bytes. Nothing is ever called: a file can only describe lists or be refused.
struct PickledLists {
  /// Why a pickle was refused.
  struct Failure: Error {
    let offset: Int
    let finding: String
  }

  private enum Value {
    case mark, none, dtype, array(list: Int?)
    case integer(Int)
    case text(String)
    case name(String)
    case tuple([Value], depth: Int)
    case list(Int)

    var depth: Int { if case .tuple(_, let depth) = self { depth } else { 0 } }
  }

  /// A list holds whole numbers or other lists.
  private struct List {
    var integers: [Int32] = []
    var lists: [Int] = []
  }

  private static let names: Set = [
    "numpy ndarray", "numpy dtype", "numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct",
    "_codecs encode",
  ]

  private var reader: ByteReader
  private var start = 0
  private var stack: [Value] = []
  private var memo: [Int: Value] = [:]
  private var lists: [List] = []

  init(_ bytes: ArraySlice<UInt8>) { reader = ByteReader(bytes) }

  /// The lists of the vector.
  ///
  /// - Throws: ``Failure``.
  mutating func read() throws -> [[Int32]] {
    do {
      while true {
        start = reader.offset
        let code = try reader.byte()
        if code == UInt8(ascii: ".") { break }
        try follow(code)
      }
    } catch is ByteReader.Cut { throw Failure(offset: reader.offset, finding: "it breaks off") }
    return try result()
  }

  /// Instructions about the stack, the memo and lists; others are values.
  private mutating func follow(_ code: UInt8) throws {
    switch code {
    case 0x80: _ = try reader.byte()  // PROTO
    case 0x95: _ = try reader.take(8)  // FRAME
    case UInt8(ascii: "("): stack.append(.mark)
    case UInt8(ascii: "q"): memo[Int(try reader.byte())] = try top()  // BINPUT
    case UInt8(ascii: "r"): memo[try reader.unsigned(4)] = try top()  // LONG_BINPUT
    case 0x94: memo[memo.count] = try top()  // MEMOIZE
    case UInt8(ascii: "h"): stack.append(try recall(Int(reader.byte())))  // BINGET
    case UInt8(ascii: "j"): stack.append(try recall(reader.unsigned(4)))  // LONG_BINGET
    case UInt8(ascii: "]"):
      stack.append(.list(lists.count))
      lists.append(List())
    case UInt8(ascii: "a"): try append([pop()])
    case UInt8(ascii: "e"): try append(popToMark())
    case 0x85: try pushTuple([pop()])
    case 0x86: try pushTuple(pop(2))
    case 0x87: try pushTuple(pop(3))
    case UInt8(ascii: ")"): try pushTuple([])
    case UInt8(ascii: "t"): try pushTuple(popToMark())
    case UInt8(ascii: "R"): try reduce()
    case UInt8(ascii: "b"): try build()
    default: stack.append(try value(code))
    }
  }

  /// Instructions that put a value on the stack.
  private mutating func value(_ code: UInt8) throws -> Value {
    switch code {
    case UInt8(ascii: "N"): return .none
    case 0x88, 0x89: return .integer(code == 0x88 ? 1 : 0)
    case UInt8(ascii: "K"): return .integer(Int(try reader.byte()))
    case UInt8(ascii: "M"): return .integer(try reader.unsigned(2))
    case UInt8(ascii: "J"): return .integer(try reader.signed(4))
    case 0x8A:  // LONG1
      let length = Int(try reader.byte())
      guard length <= 8 else { throw refusal("a number has \(length) bytes") }
      return .integer(try reader.signed(length))
    case 0x8C, UInt8(ascii: "C"), UInt8(ascii: "U"):  // text or bytes with a length of one byte
      return .text(String(decoding: try reader.take(Int(reader.byte())), as: UTF8.self))
    case UInt8(ascii: "X"), UInt8(ascii: "B"), UInt8(ascii: "T"):  // with a length of four bytes
      return .text(String(decoding: try reader.take(reader.unsigned(4)), as: UTF8.self))
    case UInt8(ascii: "c"):  // GLOBAL
      let module = String(decoding: try reader.line(), as: UTF8.self)
      return try name(module, String(decoding: reader.line(), as: UTF8.self))
    case 0x93:  // STACK_GLOBAL
      guard case .text(let name) = try pop(), case .text(let module) = try pop() else {
        throw refusal("a name is no text")
      }
      return try self.name(module, name)
    default: throw refusal("the instruction \(code) is not one that lists of numbers need")
    }
  }

  private func name(_ module: String, _ name: String) throws -> Value {
    guard PickledLists.names.contains("\(module) \(name)") else {
      throw refusal("it asks for \(ArchivePath.shown("\(module).\(name)")), which lists of numbers do not need")
    }
    return .name(name)
  }

  /// The calls that such a pickle makes, each known by its name, none of which is made.
  private mutating func reduce() throws {
    guard case .tuple(let arguments, _) = try pop(), case .name(let name) = try pop() else {
      throw refusal("a call has another form")
    }
    switch name {
    case "_reconstruct": stack.append(.array(list: nil))
    case "dtype":
      guard case .text("O8")? = arguments.first else { throw refusal("the vector does not hold Python objects") }
      stack.append(.dtype)
    case "encode": stack.append(arguments.first ?? .none)
    default: throw refusal("a call of \(name)")
    }
  }

  /// Gives a type or the vector its state: version, shape, type, order and list.
  private mutating func build() throws {
    guard case .tuple(let state, _) = try pop() else { throw refusal("a state has another form") }
    switch try pop() {
    case .dtype: stack.append(.dtype)
    case .array:
      guard state.count == 5, case .tuple(let shape, _) = state[1], shape.count == 1,
        case .integer(let count) = shape[0],
        case .dtype = state[2], case .list(let list) = state[4], lists[list].lists.count == count
      else { throw refusal("it does not describe a vector of lists") }
      stack.append(.array(list: list))
    default: throw refusal("a state is given to something that has none")
    }
  }

  private mutating func append(_ values: [Value]) throws {
    guard case .list(let list) = try top() else { throw refusal("something is appended to what is no list") }
    for value in values {
      switch value {
      case .integer(let number):
        guard let number = Int32(exactly: number), lists[list].lists.isEmpty else {
          throw refusal("a list holds \(number), which has more than 32 bits or stands among lists")
        }
        lists[list].integers.append(number)
      case .list(let inner) where lists[list].integers.isEmpty: lists[list].lists.append(inner)
      default: throw refusal("a list holds something else than whole numbers")
      }
    }
  }

  private mutating func pushTuple(_ values: [Value]) throws {
    let depth = 1 + (values.map(\.depth).max() ?? 0)
    guard depth <= 4 else { throw refusal("tuples are nested too deep") }
    stack.append(.tuple(values, depth: depth))
  }

  private func top() throws -> Value {
    guard let top = stack.last else { throw refusal("the stack is empty") }
    return top
  }

  private mutating func pop() throws -> Value {
    guard let top = stack.popLast() else { throw refusal("the stack is empty") }
    return top
  }

  private mutating func pop(_ count: Int) throws -> [Value] {
    guard stack.count >= count else { throw refusal("the stack is empty") }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func popToMark() throws -> [Value] {
    guard let mark = stack.lastIndex(where: { if case .mark = $0 { true } else { false } }) else {
      throw refusal("a mark is missing")
    }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[(mark + 1)...])
  }

  private func recall(_ index: Int) throws -> Value {
    guard let value = memo[index] else { throw refusal("the memo has no value \(index)") }
    return value
  }

  private func result() throws -> [[Int32]] {
    guard stack.count == 1, case .array(let list?) = stack[0], lists[list].integers.isEmpty else {
      throw refusal("it does not describe a vector of lists")
    }
    var result: [[Int32]] = []
    for index in lists[list].lists {
      guard lists[index].lists.isEmpty else { throw refusal("lists are nested deeper than one level") }
      result.append(lists[index].integers)
    }
    return result
  }

  private func refusal(_ finding: String) -> Failure { Failure(offset: start, finding: finding) }
}
