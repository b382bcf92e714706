/// The words of the settings' section and of charts side by side.
protocol SettingWording: Sendable {
  func title(_ metric: String, by setting: String) -> String
  func settingsTitle(_ spoken: String) -> String
  /// A group of runs that lack a setting.
  func without(_ setting: String) -> String
  /// What dots, line, boxes and colours are.
  func settingCaption(_ style: SettingComparison.Style, colours: String?, hasOthers: Bool) -> String
  /// What a line is, and how many of all are drawn.
  func parallelCaption(hasGroups: Bool, drawn: Int, of all: Int) -> String
  /// Which runs' charts stand side by side, how many groups' do not, and whether they share their axes.
  func sideBySide(hasGroups: Bool, hidden: Int) -> String
}

extension EnglishComparison {
  func title(_ metric: String, by setting: String) -> String { "\(metric) by \(setting)" }

  func settingsTitle(_ spoken: String) -> String { "Settings and \(spoken)" }

  func without(_ setting: String) -> String { "no \(setting)" }

  func settingCaption(_ style: SettingComparison.Style, colours: String?, hasOthers: Bool) -> String {
    let marks =
      switch style {
      case .dots: "Each dot is a run, the line their means."
      case .cloud: "Each dot is a run."
      case .boxes: "Boxes hold the middle half of the runs, the line in them is the median."
      case .bins: "The darker, the more runs."
      }
    return "\(marks)\(colours.map { " Colours stand for \($0)." } ?? "")"
      + (hasOthers ? " Other settings differ between the runs too." : "")
  }

  func parallelCaption(hasGroups: Bool, drawn: Int, of all: Int) -> String {
    "Each line is \(hasGroups ? "a group of runs; its metric is the mean" : "a run")."
      + (drawn < all ? " \(drawn) of \(NumberText.grouped(all)) are drawn, from the best to the worst." : "")
  }

  func sideBySide(hasGroups: Bool, hidden: Int) -> String {
    [
      hasGroups ? "Of each group the run whose final value is nearest to the group's median." : nil,
      hidden > 0
        ? "\(NumberText.counted(hidden, "more group")) with such charts \(hidden == 1 ? "is" : "are") not shown." : nil,
      "Charts that are the same in all of them are left out; the others share their axes.",
    ].compactMap { $0 }.joined(separator: " ")
  }
}

extension KoreanComparison {
  func title(_ metric: String, by setting: String) -> String { "\(setting)에 따른 \(metric)" }

  func settingsTitle(_ spoken: String) -> String { "설정과 \(spoken)" }

  func without(_ setting: String) -> String { "\(setting) 없음" }

  func settingCaption(_ style: SettingComparison.Style, colours: String?, hasOthers: Bool) -> String {
    let marks =
      switch style {
      case .dots: "점 하나가 실행 하나이고, 선은 평균입니다."
      case .cloud: "점 하나가 실행 하나입니다."
      case .boxes: "상자는 실행들의 가운데 절반이고, 그 안의 선은 중앙값입니다."
      case .bins: "진할수록 실행이 많습니다."
      }
    return "\(marks)\(colours.map { " 색은 \($0)입니다." } ?? "")" + (hasOthers ? " 실행들은 다른 설정도 서로 다릅니다." : "")
  }

  func parallelCaption(hasGroups: Bool, drawn: Int, of all: Int) -> String {
    (hasGroups ? "선 하나가 실행 그룹 하나이며, 지표는 그 평균입니다." : "선 하나가 실행 하나입니다.")
      + (drawn < all ? " 가장 좋은 것부터 가장 나쁜 것까지 \(NumberText.grouped(all))개 가운데 \(drawn)개를 그렸습니다." : "")
  }

  func sideBySide(hasGroups: Bool, hidden: Int) -> String {
    [
      hasGroups ? "그룹마다 마지막 값이 그룹의 중앙값에 가장 가까운 실행을 골랐습니다." : nil,
      hidden > 0 ? "이런 차트가 있는 그룹 \(NumberText.grouped(hidden))개는 보이지 않았습니다." : nil,
      "모두 같은 차트는 뺐고, 나머지는 축이 같습니다.",
    ].compactMap { $0 }.joined(separator: " ")
  }
}
