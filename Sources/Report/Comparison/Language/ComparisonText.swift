/// The fixed words of a comparison, in every language: one row a text, beside those of ``InterfaceText``.
enum ComparisonText {
  /// A text; that of ``InterfaceText`` where there is none of the comparison's own.
  static func text(_ key: String, _ language: ReportLanguage) -> String {
    guard let row = table[key] else { return InterfaceText.text(key, language) }
    return language == .korean ? row.ko : row.en
  }

  /// All texts for a template, under the name `text`.
  static func values(_ language: ReportLanguage) -> TemplateValues {
    table.reduce(into: InterfaceText.values(language)) { $0[$1.key] = language == .korean ? $1.value.ko : $1.value.en }
  }

  /// The texts that the script shows beside ``InterfaceText/scriptKeys``.
  static let scriptKeys = ["xAxis", "show", "runsOf", "singleRuns"]

  static let table: [String: (en: String, ko: String)] = [
    "comparison": ("Comparison", "비교"),
    "groups": ("Groups", "그룹"),
    "runsTitle": ("Runs", "실행"),
    "finals": ("Final values", "마지막 값"),
    "settings": ("Settings", "설정"),
    "charts": ("Charts", "차트"),
    "sideBySide": ("Charts side by side", "나란히 놓은 차트"),
    "pairs": ("Differences", "차이"),
    "everyLine": ("Every run as a line of its own", "실행마다 선 하나로"),
    "everyRunLabel": ("Every run", "모든 실행"),
    // Facts
    "judgedBy": ("Judged by", "판단 기준"),
    "baselineFact": ("Baseline", "기준"),
    "noBaseline": ("none named", "정하지 않음"),
    "groupedBy": ("Grouped by", "그룹을 나눈 설정"),
    "configuration": ("configuration", "전체 설정"),
    "runsEach": ("Runs a group", "그룹당 실행 수"),
    // Tables
    "group": ("Group", "그룹"),
    "run": ("Run", "실행"),
    "runsColumn": ("Runs", "실행 수"),
    "bestColumn": ("Best", "최고"),
    "toBaseline": ("To the baseline", "기준과의 차이"),
    "toBest": ("To the best", "최고와의 차이"),
    "at": ("at", "스텝"),
    "several": ("several", "여러 값"),
    // Tags
    "baselineTag": ("baseline", "기준"),
    "bestTag": ("best", "최고"),
    "better": ("better", "더 좋음"),
    "worse": ("worse", "더 나쁨"),
    "undecided": ("undecided", "미정"),
    // Files
    "csvOfRuns": ("CSV of all runs", "모든 실행의 CSV"),
    "csvOfPairs": ("CSV of the differences", "차이의 CSV"),
    // The script
    "xAxis": ("X axis", "가로축"),
    "show": ("Show or hide", "보이기·숨기기"),
    "runsOf": ("Runs of", "실행:"),
    "singleRuns": ("Single runs, in this chart only:", "실행 하나씩, 이 차트에서만:"),
  ]
}
