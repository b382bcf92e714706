#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What another program prints.
enum CommandOutput {
  /// Runs a program and returns its standard output; `nil` if it is missing, fails or takes too long, in which case it
  /// is ended.
  ///
  /// - Parameters:
  ///   - arguments: The program, sought along `PATH`, and its arguments.
  ///   - seconds: How long to wait for it.
  static func of(_ arguments: [String], withinSeconds seconds: Double) -> String? {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    let (readEnd, writeEnd) = (ends[0], ends[1])
    defer { close(readEnd) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(arguments, output: writeEnd)
    close(writeEnd)
    guard let process else { return nil }
    let output = read(readEnd, withinSeconds: seconds)
    if output == nil { kill(process, SIGKILL) }
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? output : nil
  }

  /// Starts a program with its output in a pipe and nothing on its other streams.
  private static func start(_ arguments: [String], output: CInt) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    // Variables such as GIT_DIR, which git sets for its hooks, would lead to another repository.
    let variables: [UnsafeMutablePointer<CChar>?] = ["PATH", "HOME"].compactMap { (name: String) in
      getenv(name).map { strdup("\(name)=\(String(cString: $0))") }
    }
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, arguments[0], &actions, nil, words + [nil], variables + [nil])
    return result == 0 ? process : nil
  }

  /// Reads until the other end is closed; `nil` if that takes too long.
  private static func read(_ descriptor: CInt, withinSeconds seconds: Double) -> String? {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let rest = (deadline - clock.now) / .milliseconds(1)
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard rest > 0, poll(&request, 1, CInt(rest.rounded(.up))) > 0 else { return nil }
      let count = systemRead(descriptor, &chunk, chunk.count)
      guard count >= 0 else { return nil }
      if count == 0 { return String(decoding: output, as: UTF8.self) }
      output += chunk[..<count]
    }
  }
}

/// The system's `read`, which the method of that name hides.
private func systemRead(_ descriptor: CInt, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
