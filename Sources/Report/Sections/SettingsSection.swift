internal import Runs

/// What was chosen for the run, where it took place, and the command that repeats it.
struct SettingsSection {
  var manifest: RunManifest
  var language = ReportLanguage.english

  /// The values, or nil if nothing is known.
  var values: TemplateValues? {
    let groups = [group(text("config"), settings), group(text("environment"), environment)].compactMap { $0 }
    guard !groups.isEmpty || !manifest.command.isEmpty else { return nil }
    return ["groups": groups, "command": manifest.command.isEmpty ? nil : [ShellCommand(manifest.command).text]]
  }

  private func text(_ key: String) -> String { InterfaceText.text(key, language) }

  private func group(_ title: String, _ entries: [(String, String)]) -> TemplateValues? {
    guard !entries.isEmpty else { return nil }
    return ["title": title, "entries": entries.map { key, value -> TemplateValues in ["key": key, "value": value] }]
  }

  private var settings: [(String, String)] {
    let config = ConfigValue.flattened(manifest.config).map { name, value in
      (VisibleText.name(name), VisibleText.value(value.text))
    }
    let isInConfig = manifest.config["seed"] != nil
    return config + (isInConfig ? [] : manifest.seed.map { [("seed", String($0))] } ?? [])
  }

  private var environment: [(String, String)] {
    let environment = manifest.environment
    let entries: [(String, String?)] = [
      ("Swift", environment?.swiftVersion),
      (text("processor"), processor),
      (text("system"), environment?.operatingSystem),
      (text("commit"), environment?.gitCommit),
      (text("changes"), environment?.gitIsDirty.map { text($0 ? "yes" : "no") }),
      (text("digest"), manifest.dataHash),
      (text("group"), manifest.group),
    ]
    return entries.compactMap { key, value in value.map { (key, VisibleText.value($0)) } }
  }

  private var processor: String? {
    let environment = manifest.environment
    let cores = environment?.processorCount.map(language.words.processors)
    let known = [environment?.processor, cores].compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }
}
