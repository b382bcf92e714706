/// Lists of colours for series.
public enum Palette {
  /// Okabe and Ito's colours (2008), reordered so that neighbours differ most, and two more; for light paper.
  public static let okabeIto = colors(
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x882255, 0x333333)

  /// The same hues for dark paper.
  public static let okabeItoDark = colors(
    0x378DFB, 0xFF6A12, 0x0FBB70, 0xF997C0, 0xFDE44D, 0x73E4FF, 0xC8659E, 0xFFF9F4)

  private static func colors(_ values: UInt32...) -> [Color] { values.map { Color($0) } }
}
