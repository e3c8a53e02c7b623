/// Labels of both directions.
///
/// - SeeAlso: RFC 5893, section 2. Of the bidirectional classes only those are told apart that can stand in a label.
enum BidiRule {
  private enum Direction {
    case left, right, arabicNumber, europeanNumber, mark, neutral
  }

  /// Whether a label makes its name one of both directions.
  static func applies(to label: [Unicode.Scalar]) -> Bool {
    label.contains { scalar in
      let direction = direction(of: scalar)
      return direction == .right || direction == .arabicNumber
    }
  }

  static func isMet(by label: [Unicode.Scalar]) -> Bool {
    let directions = label.map { direction(of: $0) }
    guard let last = directions.last(where: { $0 != .mark }) else { return false }
    switch directions.first {
    case .right:
      return !directions.contains(.left) && last != .neutral
        && !(directions.contains(.arabicNumber) && directions.contains(.europeanNumber))
    case .left:
      return !directions.contains(.right) && !directions.contains(.arabicNumber) && last != .neutral
    default: return false
    }
  }

  private static func direction(of scalar: Unicode.Scalar) -> Direction {
    switch scalar.value {
    case 0x2D, 0xB7, 0x375, 0x30FB, 0x200C, 0x200D: return .neutral
    case 0x30...0x39, 0x6F0...0x6F9: return .europeanNumber
    case 0x660...0x669, 0x10D30...0x10D39: return .arabicNumber
    default: break
    }
    if scalar.properties.generalCategory == .nonspacingMark { return .mark }
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return .right
    default: return .left
    }
  }
}
