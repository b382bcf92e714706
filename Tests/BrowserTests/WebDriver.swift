import Foundation

/// A browser driven through chromedriver (W3C WebDriver): one session, quit with ``quit()``.
final class WebDriver: Sendable {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let driver: Process
  private let port: UInt16
  private let session: String

  /// Starts chromedriver on a free port, and a headless Chromium.
  init() async throws {
    let (driver, port) = try Self.startDriver()
    self.driver = driver
    self.port = port
    let options: [String: any Sendable] = [
      // Chromium's sandbox refuses to work for root, as in most containers.
      "args": ["--headless=new", "--disable-gpu", "--window-size=1280,900"] + (getuid() == 0 ? ["--no-sandbox"] : [])
    ]
    let capabilities: [String: any Sendable] = [
      "browserName": "chrome", "goog:loggingPrefs": ["browser": "ALL"], "goog:chromeOptions": options,
    ]
    do {
      let value = try Self.send("POST", port, "/session", ["capabilities": ["alwaysMatch": capabilities]])
      guard let id = (value as? [String: Any])?["sessionId"] as? String else {
        throw Failure(description: "chromedriver began no session: \(value)")
      }
      session = "/session/\(id)"
    } catch {
      driver.terminate()
      throw error
    }
  }

  func quit() async {
    _ = try? Self.send("DELETE", port, session)
    driver.terminate()
  }

  /// Opens a page and waits until it is loaded.
  func open(_ page: URL) async throws { _ = try await post("url", ["url": page.absoluteString]) }

  /// Runs a function body in the page; what it returns must be what JSON can say.
  @discardableResult
  func run(_ script: String, _ arguments: [any Sendable] = []) async throws -> Any {
    try await post("execute/sync", ["script": script, "args": arguments])
  }

  func text(_ script: String) async throws -> String { try await run(script) as? String ?? "" }
  func texts(_ script: String) async throws -> [String] { try await run(script) as? [String] ?? [] }
  func number(_ script: String) async throws -> Double { (try await run(script) as? NSNumber)?.doubleValue ?? .nan }
  func numbers(_ script: String) async throws -> [Double] {
    (try await run(script) as? [NSNumber] ?? []).map(\.doubleValue)
  }
  func isTrue(_ script: String) async throws -> Bool { (try await run(script) as? NSNumber)?.boolValue ?? false }

  /// A command of the Chrome DevTools protocol.
  @discardableResult
  func devTools(_ command: String, _ parameters: [String: any Sendable] = [:]) async throws -> Any {
    try await post("goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  /// What the page wrote to its console since the last call, errors and broken policies included.
  func console() async throws -> [String] {
    let entries = try await post("se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// What is seen of the page, as PNG.
  func screenshot() async throws -> Data {
    Data(base64Encoded: try Self.send("GET", port, session + "/screenshot") as? String ?? "") ?? Data()
  }

  /// The page printed on A4, as PDF.
  func printed() async throws -> Data {
    let page: [String: any Sendable] = ["page": ["width": 21.0, "height": 29.7], "background": true]
    return Data(base64Encoded: try await post("print", page) as? String ?? "") ?? Data()
  }

  enum Pointer: Sendable {
    case move(Double, Double)
    case down
    case up
  }

  /// Moves and presses a mouse or a finger.
  func pointer(_ steps: [Pointer], kind: String = "mouse") async throws {
    let actions = steps.map { step -> [String: any Sendable] in
      switch step {
      case .move(let x, let y): ["type": "pointerMove", "duration": 0, "x": Int(x), "y": Int(y)]
      case .down: ["type": "pointerDown", "button": 0]
      case .up: ["type": "pointerUp", "button": 0]
      }
    }
    let source: [String: any Sendable] = [
      "type": "pointer", "id": kind, "parameters": ["pointerType": kind], "actions": actions,
    ]
    _ = try await post("actions", ["actions": [source]])
  }

  /// Presses keys one after the other, by the codes of WebDriver.
  func press(_ keys: [String]) async throws {
    let actions = keys.flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
    let source: [String: any Sendable] = ["type": "key", "id": "keys", "actions": actions]
    _ = try await post("actions", ["actions": [source]])
  }

  // MARK: HTTP

  private func post(_ path: String, _ body: [String: any Sendable]) async throws -> Any {
    try Self.send("POST", port, "\(session)/\(path)", body)
  }

  private static func send(
    _ method: String, _ port: UInt16, _ path: String, _ body: [String: any Sendable]? = nil
  ) throws -> Any {
    let body = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    let data = try HTTPRequest(port: port, method: method, path: path, body: body).send()
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let value = answer?["value"] ?? NSNull()
    if let failure = value as? [String: Any], let kind = failure["error"] as? String {
      throw Failure(description: "\(kind): \(failure["message"] as? String ?? "")")
    }
    return value
  }

  /// chromedriver says on its standard output which port it took.
  private static func startDriver() throws -> (Process, UInt16) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["chromedriver", "--port=0"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while true {
      // What is there so far: other calls wait for the end of the stream.
      let chunk = output.fileHandleForReading.availableData
      if chunk.isEmpty { break }
      text += String(decoding: chunk, as: UTF8.self)
      if let match = text.firstMatch(of: /started successfully on port (\d+)/), let port = UInt16(match.1) {
        // Whatever else it says must not block it.
        output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
        return (process, port)
      }
    }
    throw Failure(description: "chromedriver did not start: \(text)")
  }
}
