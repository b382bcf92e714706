internal import Dispatch
internal import Foundation

/// Ends the process on Ctrl-C and the like, after a last action.
struct EndSignals {
  private let sources: [any DispatchSourceSignal]

  init(_ action: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        action()
        Foundation.exit(128 + number)
      }
      source.resume()
      return source
    }
  }
}
