import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A request over a plain socket to this machine, one connection each: URLSession on Linux stumbles over chromedriver's
/// answers.
struct HTTPRequest {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  var port: UInt16
  var method: String
  var path: String
  var body: Data?

  /// Sends the request and waits for the answer's body.
  func send() throws -> Data {
    #if canImport(Glibc)
      let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let connection = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else {
      throw Failure(description: "Port \(port) refuses: \(String(cString: strerror(errno)))")
    }
    var timeout = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    try write(message, to: connection)
    return try answer(from: connection)
  }

  private var message: Data {
    let head = """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Content-Type: application/json\r
      Content-Length: \(body?.count ?? 0)\r
      Connection: close\r
      \r\n
      """
    return Data(head.utf8) + (body ?? Data())
  }

  private func write(_ message: Data, to connection: Int32) throws {
    var rest = [UInt8](message)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send_($0, connection) }
      guard count > 0 else { throw Failure(description: "Port \(port) takes no request.") }
      rest = rest.dropFirst(count)
    }
  }

  private func send_(_ bytes: UnsafeRawBufferPointer, _ connection: Int32) -> Int {
    #if canImport(Darwin)
      Darwin.send(connection, bytes.baseAddress, bytes.count, 0)
    #elseif canImport(Musl)
      Musl.send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #else
      Glibc.send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
  }

  /// Reads up to the length that the head tells, since chromedriver keeps the connection open.
  private func answer(from connection: Int32) throws -> Data {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = received.firstRange(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
        let length = head.lowercased().firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
        if received.count - end.upperBound >= length { return Data(received[end.upperBound...].prefix(length)) }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { throw Failure(description: "Port \(port) gave no whole answer to \(method) \(path).") }
      received.append(contentsOf: buffer[..<count])
    }
  }
}
