/// What the estimate of tokens tells apart.
enum CharacterClass: UInt8, Sendable {
  case space
  /// White space that is no space: tab, LF, VT, FF, CR.
  case break_
  case capital, small, digit, punctuation
  case latin1, latinExtended, vietnamese
  case han, kana, hangul
  case greek, cyrillic, arabic, hebrew, indic, thai, alphabet
  case widePunctuation, symbol, joiner, other, otherBeyondBMP

  /// Whether it is a letter of a word in Latin script.
  @inline(__always)
  var isLatin: Bool {
    switch self {
    case .capital, .small, .latin1, .latinExtended, .vietnamese: true
    default: false
    }
  }

  @inline(__always)
  var isSpace: Bool { self == .space || self == .break_ }

  static func of(_ scalar: UInt32) -> CharacterClass {
    scalar < 0x80 ? ascii[Int(scalar)] : beyondASCII(scalar)
  }

  private static let ascii: [CharacterClass] = (0..<0x80).map { (byte: UInt8) in
    switch byte {
    case 0x20: .space
    case 0x09...0x0D: .break_
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .small
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x21..<0x7F: .punctuation
    default: .other
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xD7, 0xF7, ..<0xC0: .other
    case ..<0x100: .latin1
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0: .vietnamese
    case ..<0x250: .latinExtended
    case 0x1E00...0x1EFF: .vietnamese
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: .kana
    case 0x1100...0x11FF, 0xAC00...0xD7AF, 0x3130...0x318F: .hangul
    // The zero-width joiner, variation selectors, skin tones.
    case 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: .joiner
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x590...0x5FF: .hebrew
    case 0x600...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
    case 0x900...0xDFF: .indic
    case 0xE00...0xEFF: .thai
    case 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF65: .widePunctuation
    // Super- and subscripts, currencies, arrows, mathematics, boxes, dingbats.
    case 0x2070...0x2BFF: .symbol
    case 0x530...0x1DFF, 0xA000...0xABFF: .alphabet
    default: scalar < 0x10000 ? .other : .otherBeyondBMP
    }
  }
}
