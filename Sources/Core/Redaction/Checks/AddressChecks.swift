/// Internet addresses as text.
enum AddressChecks {
  /// A dotted IPv4 address that is routed in the public internet: none of the IANA special-purpose blocks.
  ///
  /// - SeeAlso: RFC 6890 and the IANA IPv4 Special-Purpose Address Registry.
  static func ipv4Public(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let address = ipv4(text[...]) else { return false }
    let first = address >> 24
    let second = address >> 16 & 0xFF
    return switch (first, second) {
    case (0, _), (10, _), (127, _), (224..., _): false
    case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): false
    default:
      switch address >> 8 {
      case 0xC0_0000, 0xC0_0002, 0xC0_5863, 0xC6_3364, 0xCB_0071: false  // protocol, documentation, 6to4 relay
      default: true
      }
    }
  }

  /// An IPv6 address: eight groups, or fewer and one `::`, the last two groups also as IPv4; a zone may follow.
  ///
  /// - SeeAlso: RFC 4291, section 2.2; RFC 4007, section 11.
  static func ipv6(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // The zone (`%eth0`) and the prefix length (`/64`) are not part of the address.
    let end = text.firstIndex { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "/") } ?? text.count
    guard end >= 2, end <= 45 else { return false }
    var groups = 0
    var hasGap = false
    var place = 0
    if text[0] == UInt8(ascii: ":") {
      guard text[1] == UInt8(ascii: ":") else { return false }
      hasGap = true
      place = 2
    }
    while place < end {
      let start = place
      while place < end, isHex(text[place]) { place += 1 }
      if place < end, text[place] == UInt8(ascii: ".") {
        guard ipv4(text[start..<end]) != nil else { return false }
        groups += 2
        place = end
        break
      }
      guard place > start, place - start <= 4 else { return false }
      groups += 1
      guard place < end else { break }
      guard text[place] == UInt8(ascii: ":") else { return false }
      place += 1
      guard place < end else { return false }  // one colon at the end
      if text[place] == UInt8(ascii: ":") {
        guard !hasGap else { return false }
        hasGap = true
        place += 1
      }
    }
    return hasGap ? groups <= 7 : groups == 8
  }

  /// The four bytes of a dotted address as one number, or nil. Leading zeros are refused (RFC 6943, 3.1.1).
  private static func ipv4(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    var address: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var octets = 0
    for byte in text {
      switch byte {
      case 0x30...0x39:
        guard digits < 3, digits == 0 || octet > 0 else { return nil }
        octet = octet * 10 + UInt32(byte - 0x30)
        digits += 1
      case UInt8(ascii: "."):
        guard digits > 0, octet < 256, octets < 3 else { return nil }
        address = address << 8 | octet
        (octet, digits, octets) = (0, 0, octets + 1)
      default:
        return nil
      }
    }
    return digits > 0 && octet < 256 && octets == 3 ? address << 8 | octet : nil
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
