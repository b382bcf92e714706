internal import ArgumentParser

@main
struct Lossline: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lossline")
}
