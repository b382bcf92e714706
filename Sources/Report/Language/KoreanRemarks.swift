/// What the readers of logs and the charts remark, in Korean.
///
/// They speak English in whole sentences, for programs and terminals too. Here such a sentence is recognized by its fixed
/// words, and what stands between them is put into the Korean one; a sentence within it is translated too. A sentence that
/// is not known stays as it is; a test looks for those of the sources.
enum KoreanRemarks {
  /// The translation, or nil for a sentence that is not known.
  static func translation(of message: String) -> String? {
    for (pattern, korean) in table {
      guard let values = values(in: message, pattern) else { continue }
      return values.enumerated().reduce(korean) { text, value in
        text.replacing("{\(value.offset + 1)}", with: self.translation(of: value.element) ?? value.element)
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
      "a value of \"{}\" is called a scalar and is none; it is passed over.",
      "“{1}”: 스칼라라고 되어 있으나 스칼라가 아닌 값을 건너뜁니다."
    ),
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
    // Files
    ("does not exist. Check the spelling and the current folder.", "없습니다. 철자와 현재 폴더를 확인하십시오."),
    ("cannot be read: {}. Change its permissions (chmod u+r).", "읽을 수 없습니다({1}). 권한을 바꾸십시오(chmod u+r)."),
    ("cannot be read: {}. Check the path and the disk.", "읽을 수 없습니다({1}). 경로와 디스크를 확인하십시오."),
    ("is a folder. Give the file itself.", "폴더입니다. 파일 자체를 지정하십시오."),
    (
      "is too large to be read into memory. Check that it is the right file.",
      "너무 커서 메모리에 읽어 들일 수 없습니다. 맞는 파일인지 확인하십시오."
    ),
    (
      "{} Mend it or remove it; the event files can be read without it.",
      "{1} 고치거나 지우십시오. 이벤트 파일은 그것 없이도 읽을 수 있습니다."
    ),
    ("is damaged (zlib: {}); what comes before the damage is read.", "손상되었습니다(zlib: {1}). 그 앞까지만 읽습니다."),
    ("is damaged at \"{}\": {}", "“{1}” 자리가 손상되었습니다: {2}"),
    ("is damaged: {}", "손상되었습니다: {1}"),
    ("the key \"{}\" is missing.", "“{1}” 키가 없습니다."),
    ("holds more than {} bytes; the rest is not read.", "{1}바이트가 넘으므로 나머지는 읽지 않습니다."),
    ("breaks off: the end of the compressed content is missing.", "중간에서 끊깁니다. 압축된 내용의 끝이 없습니다."),
    // Tables
    ("line {}: {}", "{1}번째 줄: {2}"),
    (
      "is not text in UTF-8. Save it as UTF-8, for example with iconv -t UTF-8.",
      "UTF-8로 된 글이 아닙니다. UTF-8로 저장하십시오. 예: iconv -t UTF-8"
    ),
    ("is empty. A header line and at least one row are needed.", "비어 있습니다. 머리글과 적어도 한 행이 있어야 합니다."),
    ("has a header and no rows. At least one row is needed.", "머리글만 있고 행이 없습니다. 적어도 한 행이 있어야 합니다."),
    (
      "this row has {} cells and the header has {}. Quote cells that contain a comma, and fill missing cells with NA.",
      "칸이 {1}개인 행이 있으나 머리글은 {2}개입니다. 쉼표가 든 칸은 따옴표로 묶고, 빠진 칸은 NA로 채우십시오."
    ),
    (
      "a quoted cell is not closed. Close it with \" or double the quotes inside it.",
      "따옴표로 묶은 칸이 닫히지 않았습니다. \"로 닫거나 안의 따옴표를 겹쳐 쓰십시오."
    ),
    (
      "text follows the closing quote of \"{}\". Double the quotes inside a quoted cell.",
      "“{1}”의 닫는 따옴표 뒤에 글이 있습니다. 따옴표로 묶은 칸 안의 따옴표는 겹쳐 쓰십시오."
    ),
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
      "Panel {} has colours of another scale and does not share them.",
      "칸 {1}: 색의 눈금이 달라 색을 함께 쓰지 않습니다."
    ),
    (
      "Panels {} have colours of another scale and do not share them.",
      "칸 {1}: 색의 눈금이 달라 색을 함께 쓰지 않습니다."
    ),
    (
      "Panels {} have different scales on {} and cannot share a domain.",
      "칸 {1}: {2}축의 눈금이 달라 범위를 함께 쓸 수 없습니다."
    ),
    (
      "The figure is too small for its panels, whose titles and labels are left out; make it larger.",
      "그림이 작아 칸의 제목과 눈금 글자를 생략합니다. 그림을 키우십시오."
    ),
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
