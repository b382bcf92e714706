/// A command as it can be pasted into a POSIX shell.
struct ShellCommand {
  /// The command on one line, each argument quoted where it has to be.
  var text: String

  init(_ arguments: [String]) {
    text = VisibleText.value(arguments.map(ShellCommand.quoted).joined(separator: " "))
  }

  private static func quoted(_ argument: String) -> String {
    if !argument.isEmpty, argument.utf8.allSatisfy(isPlain) { return argument }
    let parts = argument.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: Array("-_./=:,@%+".utf8).contains(byte)
    }
  }
}
