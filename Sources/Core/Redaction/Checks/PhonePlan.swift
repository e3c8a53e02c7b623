/// Telephone numbers: country codes and the lengths of the numbers behind them.
enum PhonePlan {
  /// Whether a formatted number can be a telephone number.
  ///
  /// With `+` or `00` in front: a country code in use and as many digits as its plan allows; for North America
  /// also an area code and an exchange that begin with 2…9. Without: 7 to 13 digits, not all the same.
  /// - SeeAlso: ITU-T E.164 and its list of assigned country codes; NANPA.
  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var number = Digits()
    var isInternational = false
    var isExtension = false
    for (place, byte) in text.enumerated() where !isExtension {
      switch byte {
      case 0x30...0x39:
        // The trunk prefix of "+44 (0)20 …" is not dialled from abroad.
        let isTrunkPrefix =
          byte == 0x30 && place > 0 && text[place - 1] == UInt8(ascii: "(") && place + 1 < text.count
          && text[place + 1] == UInt8(ascii: ")")
        guard isTrunkPrefix || number.append(Int(byte) - 0x30) else { return false }
      case UInt8(ascii: "+") where number.count == 0:
        isInternational = true
      case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        isExtension = true
      default:
        continue
      }
    }
    if !isInternational, number.count > 9, number[0] == 0, number[1] == 0 {
      number.dropFirst(2)
      isInternational = true
    }
    return isInternational ? isInternationalNumber(number) : isNationalNumber(number)
  }

  private static func isNationalNumber(_ number: Digits) -> Bool {
    number.count >= 7 && number.count <= 13 && !number.isOneDigitRepeated
  }

  private static func isInternationalNumber(_ number: Digits) -> Bool {
    guard number.count >= 7, number.count <= 15, !number.isOneDigitRepeated else { return false }
    let size = table.utf8CodeUnitCount
    let start = table.utf8Start
    var entry = 0
    while entry < size {
      var place = entry
      while place < size, start[place] != UInt8(ascii: ":"), place - entry < 3,
        number[place - entry] == Int(start[place]) - 0x30
      { place += 1 }
      if place + 2 < size, start[place] == UInt8(ascii: ":") {
        let length = number.count - (place - entry)
        guard (hex(start[place + 1])...hex(start[place + 2])).contains(length) else { return false }
        return number[0] != 1 || (number[1] >= 2 && number[4] >= 2)
      }
      while entry < size, start[entry] != 0x20 { entry += 1 }
      entry += 1
    }
    return false
  }

  private static func hex(_ byte: UInt8) -> Int {
    byte >= 0x41 ? Int(byte) - 0x37 : Int(byte) - 0x30
  }

  /// Country codes (no code begins another), each with the fewest and the most digits behind it in hexadecimal.
  private static let table: StaticString = """
    1:AA 7:AA 20:8A 27:99 30:AA 31:9A 32:89 33:99 34:99 36:89 39:6C 40:99 41:99 43:6D 44:9A 45:88 46:7A 47:88 \
    48:99 49:6C 51:89 52:AB 53:88 54:AB 55:AB 56:99 57:8A 58:AA 60:8A 61:99 62:7C 63:8A 64:8A 65:88 66:89 \
    81:9A 82:8B 84:9A 86:9B 90:AA 91:AA 92:9A 93:99 94:99 95:7A 98:AA 211:99 212:99 213:89 216:88 218:99 \
    220:77 221:99 222:88 223:88 224:89 225:8A 226:88 227:88 228:88 229:8A 230:78 231:79 232:88 233:99 234:8A \
    235:88 236:88 237:89 238:77 239:77 240:99 241:78 242:99 243:79 244:99 245:79 246:77 248:77 249:99 250:99 \
    251:99 252:79 253:88 254:9A 255:99 256:99 257:88 258:89 260:99 261:99 262:99 263:8A 264:89 265:79 266:88 \
    267:78 268:88 269:77 290:45 291:77 297:77 298:66 299:66 350:88 351:99 352:6B 353:79 354:79 355:89 356:88 \
    357:88 358:6B 359:79 370:88 371:88 372:78 373:88 374:88 375:99 376:69 377:89 378:8A 380:99 381:89 382:89 \
    383:89 385:89 386:88 387:89 389:88 420:99 421:99 423:79 500:55 501:77 502:88 503:88 504:88 505:88 506:88 \
    507:78 508:66 509:88 590:99 591:88 592:77 593:89 594:99 595:89 596:99 597:67 598:88 599:78 670:78 672:66 \
    673:77 674:77 675:78 676:57 677:57 678:57 679:77 680:77 681:66 682:55 683:47 685:57 686:58 687:66 688:56 \
    689:68 690:45 691:77 692:77 850:8A 852:88 853:88 855:89 856:8A 880:8A 886:89 960:77 961:78 962:89 963:89 \
    964:8A 965:88 966:89 967:79 968:88 970:89 971:89 972:89 973:88 974:88 975:78 976:88 977:8A 992:99 993:88 \
    994:99 995:99 996:99 998:99 800:88 870:99 881:88 882:7C 883:7C 888:7C 979:99
    """

  /// Up to 18 decimal digits in four bits each: no memory but a word.
  private struct Digits {
    private var packed: UInt128 = 0
    private(set) var count = 0

    /// The digit at a 0-based place, -1 outside.
    subscript(place: Int) -> Int {
      guard place >= 0, place < count else { return -1 }
      return Int(truncatingIfNeeded: packed >> UInt128(4 * (count - 1 - place)) & 15)
    }

    /// Adds a digit; false if there are too many already.
    mutating func append(_ digit: Int) -> Bool {
      guard count < 18 else { return false }
      packed = packed << 4 | UInt128(truncatingIfNeeded: digit)
      count += 1
      return true
    }

    mutating func dropFirst(_ dropped: Int) {
      count = max(0, count - dropped)
    }

    var isOneDigitRepeated: Bool {
      (1..<max(1, count)).allSatisfy { self[$0] == self[0] }
    }
  }
}
