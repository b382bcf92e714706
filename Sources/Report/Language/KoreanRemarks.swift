/// What the readers of logs and the charts remark, in Korean.
///
/// They speak English in whole sentences, for programs and terminals too. Here such a sentence is recognized by its fixed
/// words, and what stands between them is put into the Korean one. A sentence that is not known stays as it is.
enum KoreanRemarks {
  /// The translation, or nil for a sentence that is not known.
  static func translation(of message: String) -> String? {
    for (pattern, korean) in table {
      guard let values = values(in: message, pattern) else { continue }
      return values.enumerated().reduce(korean) { text, value in
        text.replacing("{\(value.offset + 1)}", with: value.element)
      }
    }
    return nil
  }

  /// What stands where a pattern has `{}`; nil if the message is not of its form.
  private static func values(in message: String, _ pattern: String) -> [String]? {
    let words = pattern.split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = words.first, let last = words.last, message.utf8.starts(with: first.utf8) else { return nil }
    guard words.count > 1 else { return message == pattern ? [] : nil }
    var rest = message.dropFirst(first.count)
    var values: [String] = []
    for word in words.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: word) else { return nil }
      values.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return values + [String(rest.dropLast(last.count))]
  }

  /// The more special of two forms first.
  private static let table: [(pattern: String, korean: String)] = [
    // Event files
    ("the checksum of a record is wrong; the record is passed over.", "레코드의 체크섬이 맞지 않아 그 레코드를 건너뜁니다."),
    (
      "the length of a record is damaged; the last {} bytes cannot be read.",
      "레코드의 길이가 손상되어 마지막 {1}바이트를 읽을 수 없습니다."
    ),
    (
      "the file ends within a record, as it does while it is being written or when its writer was killed; its last {} byte{} passed over.",
      "파일이 레코드 중간에서 끝납니다. 쓰는 중이거나 쓰던 프로그램이 멈추면 그렇게 됩니다. 마지막 {1}바이트를 건너뜁니다."
    ),
    ("the file was cut from {} bytes while it was read.", "{1}바이트였던 파일이 읽는 동안 짧아졌습니다."),
    ("a record is no event ({}); it is passed over.", "이벤트가 아닌 레코드({1})를 건너뜁니다."),
    ("the file is empty.", "파일이 비어 있습니다."),
    (
      "histograms, images and the like are passed over: {}.", "히스토그램, 이미지 등은 다루지 않습니다: {1}."
    ),
    ("{} more findings of this kind are not listed.", "같은 종류 {1}건은 나열하지 않습니다."),
    ("{} more findings are not listed.", "그 밖의 {1}건은 나열하지 않습니다."),
    // Merging
    (
      "the run was restarted at step {}; {} earlier point{} from there on {} replaced.",
      "실행이 스텝 {1}에서 다시 시작되어 그 뒤의 이전 점 {2}개를 새 점으로 바꿉니다."
    ),
    (
      "the run was restarted {} times, first at step {}; {} earlier point{} from there on {} replaced.",
      "실행이 {1}번 다시 시작되었습니다. 처음은 스텝 {2}이며, 그 뒤의 이전 점 {3}개를 새 점으로 바꿉니다."
    ),
    (
      "{}: {} of {} values {} not finite, the first ({}) at step {}.",
      "{1}: 값 {3}개 가운데 {2}개가 유한하지 않습니다. 처음은 스텝 {6}의 {5}입니다."
    ),
    (
      "{}: steps go back {} and repeat {}; every point is kept in its order.",
      "{1}: 스텝이 되돌아가거나 되풀이됩니다. 모든 점을 그 순서대로 둡니다."
    ),
    ("{}: steps go back {}; every point is kept in its order.", "{1}: 스텝이 되돌아갑니다. 모든 점을 그 순서대로 둡니다."),
    ("{}: steps repeat {}; every point is kept in its order.", "{1}: 스텝이 되풀이됩니다. 모든 점을 그 순서대로 둡니다."),
    // The run folder
    (
      "{} says that the run is going on, and no writer is at work on it.",
      "{1}에는 실행 중이라고 되어 있으나 쓰고 있는 프로그램이 없습니다."
    ),
    (
      "has format version {}, which is newer than this program; what it does not know is left out.",
      "형식 버전 {1}은 이 프로그램보다 새롭습니다. 모르는 부분은 생략합니다."
    ),
    ("its hyperparameters cannot be read ({}); they are left out.", "하이퍼파라미터를 읽을 수 없어({1}) 생략합니다."),
    (
      "holds no chart: the key \"spec\" is missing. The chart is left out.", "“spec” 키가 없어 차트가 아닙니다. 차트를 생략합니다."
    ),
    ("{} The chart is left out.", "{1} 차트를 생략합니다."),
    ("{} The table is left out.", "{1} 표를 생략합니다."),
    ("is listed in {} and is missing.", "{1}에 적혀 있으나 없습니다."),
    // CSV and JSON lines
    ("column {} has no name of its own and is left out.", "{1}번째 열은 고유한 이름이 없어 생략합니다."),
    (
      "the file ends within a row, as it does while it is being written; the row is passed over.",
      "파일이 행 중간에서 끝납니다. 쓰는 중이면 그렇게 됩니다. 그 행을 건너뜁니다."
    ),
    (
      "a row has {} cells and the header has {}; the row is passed over.",
      "칸이 {1}개인 행이 있으나 머리글은 {2}개입니다. 그 행을 건너뜁니다."
    ),
    (
      "cells that are no numbers are left out, in the columns {}.", "수가 아닌 칸은 생략합니다. 해당하는 열: {1}."
    ),
    ("{} is no {}; the row is passed over.", "{1}: {2} 값이 아니므로 그 행을 건너뜁니다."),
    (
      "the file ends within a line, as it does while it is being written; the line is passed over.",
      "파일이 줄 중간에서 끝납니다. 쓰는 중이면 그렇게 됩니다. 그 줄을 건너뜁니다."
    ),
    ("a line is no JSON ({}); it is passed over.", "JSON이 아닌 줄({1})을 건너뜁니다."),
    ("{} What it tells of the run is left out.", "{1} 실행에 관한 내용은 생략합니다."),
    ("an entry is no object; it is passed over.", "객체가 아닌 항목을 건너뜁니다."),
    ("the step {} is no whole number; the entry is passed over.", "스텝 {1}: 정수가 아니므로 그 항목을 건너뜁니다."),
    ("1 entry has no step ({}).", "스텝({1})이 없는 항목이 1개 있습니다."),
    ("{} entries have no step ({}).", "스텝({2})이 없는 항목이 {1}개 있습니다."),
    // Charts
    ("1 value is missing or infinite and not drawn.", "값 1개는 없거나 무한대여서 그리지 않았습니다."),
    ("{} values are missing or infinite and not drawn.", "값 {1}개는 없거나 무한대여서 그리지 않았습니다."),
    (
      "{} value{} not positive and cannot be shown on a logarithmic axis.",
      "값 {1}개는 양수가 아니어서 로그 축에 나타낼 수 없습니다."
    ),
    (
      "The domain {} of the {} axis cannot be shown on a {} scale; the data's is used.",
      "{2}축의 범위 {1}: {3} 눈금에 나타낼 수 없어 데이터의 범위를 씁니다."
    ),
    ("There is no room for the annotation “{}”; make the chart larger.", "주석 “{1}”을 놓을 자리가 없습니다. 차트를 키우십시오."),
    ("There is no room for {} more of the annotations.", "그 밖에 주석 {1}개를 놓을 자리가 없습니다."),
    (
      "No installed font has the characters {}; they are drawn as empty boxes.",
      "설치된 글꼴에 없는 글자 {1}: 빈 상자로 그렸습니다."
    ),
    (
      "{} points are too many to be told apart; they are drawn as small cells that show how many lie in each.",
      "점 {1}개는 너무 많아 구별할 수 없으므로 작은 칸마다 점의 수를 나타냅니다."
    ),
    (
      "{} points are too many to be told apart; they are drawn as small cells that show their mean in each.",
      "점 {1}개는 너무 많아 구별할 수 없으므로 작은 칸마다 평균을 나타냅니다."
    ),
    (
      "The interval {} of {} is left out; ci and pi take a level between 0 and 1, sd and se a factor above 0.",
      "{2}의 구간 {1}을 생략합니다. ci와 pi는 0과 1 사이의 수준, sd와 se는 0보다 큰 배수를 받습니다."
    ),
    (
      "The second axis of y is left out: its transform does not turn the axis' ends into two numbers.",
      "둘째 y축을 생략합니다. 변환한 양 끝이 서로 다른 두 수가 되지 않습니다."
    ),
  ]
}
