/// Lists of colours for series.
///
/// How far the nearest two of the first colours of a list are apart, ΔE*ab of CIE 1976 under D65, at the worst of normal
/// sight and full protanopia, deuteranopia and tritanopia as G. Machado, M. Oliveira and L. Fernandes (2009) simulate them;
/// the tests measure it:
///
/// | list | 3 | 6 | 8 | 10 |
/// |---|---|---|---|---|
/// | ``okabeIto`` | 17.0 | 16.1 | 13.6 | |
/// | ``okabeItoDark`` | 21.4 | 19.2 | 16.8 | |
/// | ``petroff10`` | 41.2 | 18.2 | 18.2 | 17.3 |
/// | ``observable10`` | 31.8 | 3.0 | 3.0 | 3.0 |
/// | ``tableau10`` | 22.1 | 0.9 | 0.9 | 0.9 |
public enum Palette {
  /// Okabe and Ito's colours (2008), reordered so that neighbours differ most, and two more; for light paper.
  public static let okabeIto = colors(
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x882255, 0x333333)

  /// The same hues for dark paper.
  public static let okabeItoDark = colors(
    0x378DFB, 0xFF6A12, 0x0FBB70, 0xF997C0, 0xFDE44D, 0x73E4FF, 0xC8659E, 0xFFF9F4)

  /// Observable Plot's default (2023), ten colours for light paper.
  public static let observable10 = colors(
    0x4269D0, 0xEFB118, 0xFF725C, 0x6CC5B0, 0x3CA951, 0xFF8AB7, 0xA463F2, 0x97BBF5, 0x9C6B4E, 0x9498A0)

  /// Tableau's default since version 10 (M. Stone, 2016), ten colours for light paper.
  public static let tableau10 = colors(
    0x4E79A7, 0xF28E2B, 0xE15759, 0x76B7B2, 0x59A14F, 0xEDC948, 0xB07AA1, 0xFF9DA7, 0x9C755F, 0xBAB0AC)

  /// Ten colours found by survey and search for every kind of sight (M. Petroff, 2021, arXiv:2107.02270).
  public static let petroff10 = colors(
    0x3F90DA, 0xFFA90E, 0xBD1F01, 0x94A4A2, 0x832DB6, 0xA96B59, 0xE76300, 0xB9AC70, 0x717581, 0x92DADD)

  /// Grays from black to the lightest that still stands out from white paper (3 : 1), neighbours far apart.
  public static let grays = colors(0x000000, 0x8A8A8A, 0x4A4A4A, 0x6A6A6A)

  private static func colors(_ values: UInt32...) -> [Color] { values.map { Color($0) } }
}
