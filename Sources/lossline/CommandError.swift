/// An error of a command, in a sentence or two that name the file and the remedy.
struct CommandError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
