/// The `hparams.yaml` that Lightning puts beside its logs.
enum HParamsFile {
  /// The configuration; empty if there is no such file or it cannot be read.
  static func read(in folder: String) -> [String: ConfigValue] {
    guard let bytes = try? FileSystem.read("\(folder)/hparams.yaml", limit: 1 << 24) else { return [:] }
    return YAMLSubset.read(String(decoding: bytes, as: UTF8.self))
  }
}
