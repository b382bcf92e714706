internal import ArgumentParser

extension Lossline {
  /// What is to be said of a command that does not exist, as in `lossline trian` or `lossline help nonsense`; the parser
  /// would call the one an unexpected argument, and answer the other with the help of everything.
  ///
  /// - Returns: `nil` if every command that these arguments name exists.
  static func remarkOnUnknownCommand(in arguments: [String]) -> String? {
    var path = ["lossline"]
    var commands = configuration.subcommands
    for name in arguments.drop(while: { $0 == "help" }) {
      guard !name.hasPrefix("-"), !commands.isEmpty else { return nil }
      guard let command = commands.first(where: { $0.configuration.commandName == name }) else {
        let suggestion = NameSuggestion.sentence(for: name, among: commands.compactMap { $0.configuration.commandName })
        return "There is no command “\(name.printable)”. \(suggestion)\n"
          + "  See '\(path.joined(separator: " ")) --help' for more information."
      }
      path.append(name)
      commands = command.configuration.subcommands
    }
    return nil
  }
}
