internal import Foundation
internal import Plot
extension Chart {
  func png(scale: Double) throws -> Data { Data("png".utf8) }
  func pdf() throws -> Data { Data("pdf".utf8) }
  func svg(embeddedAs: String = "") throws -> String { "<svg viewBox=\"0 0 640 400\"><title>t</title></svg>" }
}
extension Theme { static var stylesheet: String { ":root{--ll-paper:#FFFFFF;--ll-ink:#1F2328;--ll-muted:#59636E;--ll-axis:#8C959F;--ll-grid:#E4E8EC;--ll-series-1:#0072B2;--ll-series-2:#D55E00}\n" } }
