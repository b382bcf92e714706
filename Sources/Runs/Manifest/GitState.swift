/// The commit that a folder's git repository has checked out, and whether tracked files differ from it.
struct GitState {
  private static let patience = 0.3

  /// `nil` outside a repository, before its first commit, and where git is missing or slow.
  private(set) var commit: String?
  /// `nil` where that is not known.
  private(set) var isDirty: Bool?

  /// Asks git, once and briefly. Untracked files do not count: run folders are such files mostly.
  init(of folder: String) {
    let arguments = [
      // No hook of the repository is run, and no lock is taken that a user's git could meet.
      "git", "-c", "core.fsmonitor=false", "--no-optional-locks", "-C", folder,
      "status", "--porcelain=v2", "--branch", "--untracked-files=no",
    ]
    self.init(status: CommandOutput.of(arguments, withinSeconds: GitState.patience))
  }

  /// Reads what `git status --porcelain=v2 --branch` says; `nil` if it says nothing.
  init(status: String?) {
    guard let status else { return }
    let lines = status.split(separator: "\n")
    let prefix = "# branch.oid "
    commit = lines.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    if commit == "(initial)" { commit = nil }
    isDirty = lines.contains { !$0.hasPrefix("#") }
  }
}
