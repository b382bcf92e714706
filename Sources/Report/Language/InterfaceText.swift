/// The fixed words of a page, in every language: one row a text.
///
/// Templates find them as `{{text.KEY}}`, the script those of ``scriptKeys`` as `text.KEY`.
enum InterfaceText {
  /// A text; the key itself if there is none, so that a test sees it.
  static func text(_ key: String, _ language: ReportLanguage) -> String {
    guard let row = table[key] else { return key }
    return language == .korean ? row.ko : row.en
  }

  /// All texts for a template, under the name `text`.
  static func values(_ language: ReportLanguage) -> TemplateValues {
    table.reduce(into: [:] as TemplateValues) { $0[$1.key] = language == .korean ? $1.value.ko : $1.value.en }
  }

  /// The texts that the script shows.
  static let scriptKeys = [
    "smoothing", "logarithmic", "copy", "copyHint", "copied", "reset", "resetHint", "tools", "switch", "keys", "marks",
  ]

  static let table: [String: (en: String, ko: String)] = [
    // The page
    "skip": ("Skip to the content", "본문으로 건너뛰기"),
    "report": ("Training report", "학습 보고서"),
    "sections": ("Sections", "목차"),
    "footer": (
      "Made by Lossline. This page holds everything it shows and asks the network for nothing.",
      "Lossline으로 만들었습니다. 이 페이지에는 보이는 모든 것이 들어 있으며 네트워크를 쓰지 않습니다."
    ),
    "runs": ("Runs", "실행 목록"),
    "run": ("Run", "실행"),
    "status": ("Status", "상태"),
    "verdict": ("How it went", "결과"),
    // Sections
    "warnings": ("Worth a look", "살펴볼 점"),
    "metrics": ("Metrics", "지표"),
    "curves": ("Curves", "학습 곡선"),
    "charts": ("Charts", "차트"),
    "tables": ("Tables", "표"),
    "model": ("Model", "모델"),
    "settings": ("Configuration", "설정"),
    "log": ("Log", "기록 읽기"),
    // Parts
    "best": ("best", "최고"),
    "layers": ("Layers in order", "순서대로 나열한 층"),
    "layer": ("Layer", "층"),
    "type": ("Type", "종류"),
    "shape": ("Output shape", "출력 모양"),
    "parameters": ("Parameters", "매개변수"),
    "share": ("Share", "비율"),
    "total": ("Total", "합계"),
    "any": ("any", "임의"),
    "repeat": ("To repeat this run", "이 실행을 되풀이하려면"),
    // Status
    "finished": ("Finished", "완료"),
    "running": ("Running", "실행 중"),
    "failed": ("Failed", "실패"),
    "interrupted": ("Interrupted", "중단됨"),
    "unknown": ("Status unknown", "상태 모름"),
    // Facts and settings
    "started": ("Started", "시작"),
    "duration": ("Duration", "걸린 시간"),
    "recorded": ("Recorded time", "기록된 시간"),
    "seed": ("Seed", "시드"),
    "commit": ("Commit", "커밋"),
    "config": ("Settings", "설정값"),
    "environment": ("Environment", "환경"),
    "processor": ("Processor", "프로세서"),
    "system": ("System", "운영 체제"),
    "changes": ("Uncommitted changes", "커밋하지 않은 변경"),
    "digest": ("Data digest", "데이터 해시"),
    "group": ("Group", "그룹"),
    "yes": ("yes", "있음"),
    "no": ("no", "없음"),
    "atEnd": ("at the end", "마지막 값"),
    "now": ("now", "현재"),
    "afterTraining": ("after training", "학습 후"),
    "final": ("Final", "마지막"),
    // Severity of findings
    "note": ("Note", "참고"),
    "warning": ("Warning", "주의"),
    "error": ("Error", "오류"),
    // The script
    "smoothing": ("Smoothing", "평활화"),
    "logarithmic": ("Log", "로그"),
    "copy": ("Copy", "복사"),
    "copyHint": ("Copy the data as text with tabs", "데이터를 탭으로 나눈 글로 복사"),
    "copied": ("Copied.", "복사했습니다."),
    "reset": ("Reset", "되돌리기"),
    "resetHint": ("Show all again; a double click does so too", "전체 보기. 두 번 눌러도 됩니다"),
    "tools": ("Chart controls", "차트 조작"),
    "switch": (
      "Show or hide; with Shift or a double click, show alone", "보이기·숨기기. Shift 또는 두 번 누르면 이것만 보이기"
    ),
    "marks": ("Chart. Arrow keys read values.", "차트. 화살표 키로 값을 읽습니다."),
    "keys": (
      "Chart. Arrow keys read values, plus and minus zoom, Escape shows all.",
      "차트. 화살표 키로 값을 읽고, 더하기·빼기 키로 확대하며, Esc 키로 전체를 봅니다."
    ),
  ]
}
