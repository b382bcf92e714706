internal import Foundation

/// A colour in OKLab, where equal distances look about equally different (B. Ottosson, 2020, “A perceptual color space
/// for image processing”); colours between two others are found here.
struct OKLab: Sendable, Hashable {
  /// From 0, black, to 1, white.
  var lightness: Double
  /// Green to red.
  var a: Double
  /// Blue to yellow.
  var b: Double

  /// Of a colour in sRGB.
  init(_ color: Color) {
    let rgb = color.linear
    let l = cbrt(0.4122214708 * rgb.red + 0.5363325363 * rgb.green + 0.0514459929 * rgb.blue)
    let m = cbrt(0.2119034982 * rgb.red + 0.6806995451 * rgb.green + 0.1073969566 * rgb.blue)
    let s = cbrt(0.0883024619 * rgb.red + 0.2817188376 * rgb.green + 0.6299787005 * rgb.blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// The nearest colour in sRGB, each channel cut to its range.
  var color: Color {
    func cubed(_ value: Double) -> Double { value * value * value }
    let l = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return Color(
      linear: LinearRGB(
        red: 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        green: -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        blue: -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
  }

  /// The colour at a fraction of the way to another: 0 is this one, 1 the other.
  func mixed(with other: OKLab, fraction: Double) -> OKLab {
    var mixed = self
    mixed.lightness += (other.lightness - lightness) * fraction
    mixed.a += (other.a - a) * fraction
    mixed.b += (other.b - b) * fraction
    return mixed
  }
}

/// Amounts of light, from 0 to 1, in the primaries of sRGB.
struct LinearRGB: Sendable, Hashable {
  var red: Double
  var green: Double
  var blue: Double
}

extension Color {
  /// The amounts of light of its channels (IEC 61966-2-1).
  var linear: LinearRGB {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return LinearRGB(red: linear(red), green: linear(green), blue: linear(blue))
  }

  /// The colour of an amount of light; amounts outside 0…1 are cut.
  init(linear: LinearRGB) {
    func channel(_ value: Double) -> UInt8 {
      let value = min(max(value, 0), 1)
      let encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
      return UInt8(min(max((encoded * 255).rounded(), 0), 255))
    }
    self.init(red: channel(linear.red), green: channel(linear.green), blue: channel(linear.blue))
  }
}
