/// Checksums that are part of an encoding: wallets, tokens, JOSE headers.
enum EncodingChecks {
  // MARK: Base58Check

  /// Base58 whose last four bytes are the start of SHA-256(SHA-256(the bytes before them)).
  ///
  /// Payloads of 21…82 bytes before the checksum: addresses, private keys in WIF, extended keys.
  /// - SeeAlso: en.bitcoin.it/wiki/Base58Check_encoding
  static func base58Check(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // 58 figures a character: 112 characters are 82 bytes. The work is quadratic and thereby bounded.
    guard text.count >= 25, text.count <= 112 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 160) { storage in
      let number = UnsafeMutableBufferPointer(rebasing: storage[0..<96])
      let digest = UnsafeMutableBufferPointer(rebasing: storage[96..<128])
      let second = UnsafeMutableBufferPointer(rebasing: storage[128..<160])
      storage.initialize(repeating: 0)
      var size = 0  // bytes of `number` in use, the least significant first
      var zeros = 0  // each leading "1" is a leading zero byte
      for byte in text {
        guard let value = base58Value(byte) else { return false }
        if size == 0, value == 0 {
          zeros += 1
          continue
        }
        var carry = value
        for index in 0..<size {
          carry += Int(number[index]) * 58
          number[index] = UInt8(truncatingIfNeeded: carry)
          carry >>= 8
        }
        guard size < number.count else { return false }
        if carry > 0 {
          number[size] = UInt8(truncatingIfNeeded: carry)
          size += 1
        }
      }
      let total = zeros + size
      guard total >= 25, total <= number.count else { return false }
      number[0..<total].reverse()
      SHA256.digest(UnsafeBufferPointer(rebasing: number[0..<total - 4]), into: digest)
      SHA256.digest(UnsafeBufferPointer(digest), into: second)
      return (0..<4).allSatisfy { second[$0] == number[total - 4 + $0] }
    }
  }

  /// The value 0…57 of a character of the Bitcoin alphabet, which leaves out 0, O, I and l.
  private static func base58Value(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x31...0x39: Int(byte) - 0x31
    case 0x41...0x48: Int(byte) - 0x41 + 9
    case 0x4A...0x4E: Int(byte) - 0x4A + 17
    case 0x50...0x5A: Int(byte) - 0x50 + 22
    case 0x61...0x6B: Int(byte) - 0x61 + 33
    case 0x6D...0x7A: Int(byte) - 0x6D + 44
    default: nil
    }
  }

  // MARK: Bech32

  /// Bech32 or Bech32m: human-readable part, `1`, data and a BCH code of six characters; one case only.
  ///
  /// - SeeAlso: BIP 173, BIP 350. Their limit of 90 characters is raised for Cardano and age keys.
  static func bech32(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 8, text.count <= 160, let separator = text.lastIndex(of: UInt8(ascii: "1")) else {
      return false
    }
    guard separator >= 1, text.count - separator > 6 else { return false }
    let hasUpper = text.contains { $0 >= 0x41 && $0 <= 0x5A }
    let hasLower = text.contains { $0 >= 0x61 && $0 <= 0x7A }
    guard hasUpper != hasLower, text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
    var residue: UInt32 = 1
    for byte in text[0..<separator] { residue = bech32Step(residue, lowered(byte) >> 5) }
    residue = bech32Step(residue, 0)
    for byte in text[0..<separator] { residue = bech32Step(residue, lowered(byte) & 31) }
    for byte in text[(separator + 1)...] {
      guard let value = bech32Value(lowered(byte)) else { return false }
      residue = bech32Step(residue, value)
    }
    return residue == 1 || residue == 0x2BC8_30A3
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }

  /// One step of the BCH code over GF(32): `residue` has 30 bits, `value` five.
  private static func bech32Step(_ residue: UInt32, _ value: UInt8) -> UInt32 {
    let top = residue >> 25
    var next = (residue & 0x01FF_FFFF) << 5 ^ UInt32(value)
    if top & 1 != 0 { next ^= 0x3B6A_57B2 }
    if top & 2 != 0 { next ^= 0x2650_8E6D }
    if top & 4 != 0 { next ^= 0x1EA1_19FA }
    if top & 8 != 0 { next ^= 0x3D42_33DD }
    if top & 16 != 0 { next ^= 0x2A14_62B3 }
    return next
  }

  private static func bech32Value(_ byte: UInt8) -> UInt8? {
    let alphabet: StaticString = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    for value in 0..<32 where alphabet.utf8Start[value] == byte { return UInt8(value) }
    return nil
  }

  // MARK: JOSE header

  /// Base64 or base64url whose first part, up to a dot, decodes to what looks like a JSON object with a member.
  ///
  /// The header of a JWT is `{"alg":…}`: `{`, a quote after optional space, text without control bytes, `}`.
  /// - SeeAlso: RFC 7515, section 4.
  static func base64JSON(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var bits: UInt32 = 0
    var bitCount = 0
    var decoded = 0  // bytes seen
    var last: UInt8 = 0  // the last byte that is not white space
    var quotes = 0
    for byte in text {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "=") { break }
      guard let value = EncodedText.base64Value(byte) else { return false }
      bits = bits << 6 | UInt32(value)
      bitCount += 6
      guard bitCount >= 8 else { continue }
      bitCount -= 8
      let character = UInt8(truncatingIfNeeded: bits >> UInt32(bitCount))
      let isSpace = character == 0x20 || character == 0x09 || character == 0x0A || character == 0x0D
      guard character >= 0x20 || isSpace else { return false }
      guard decoded > 0 || character == UInt8(ascii: "{") else { return false }
      if decoded > 0, quotes == 0, !isSpace, character != UInt8(ascii: "\"") { return false }
      if character == UInt8(ascii: "\"") { quotes += 1 }
      decoded += 1
      if !isSpace { last = character }
    }
    return quotes >= 2 && last == UInt8(ascii: "}")
  }

  // MARK: GitHub and npm tokens

  /// `prefix_`, random letters and digits, and their CRC-32 as six base62 figures.
  ///
  ///     ghp_ RRRRRRRRRRRRRRRRRRRRRRRRRRRRRR CCCCCC     30 random, 6 of the checksum
  ///
  /// - SeeAlso: GitHub, "Behind GitHub's new authentication token formats" (2021); npm uses the same form.
  static func prefixedCRC32(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let underscore = text.lastIndex(of: UInt8(ascii: "_")) else { return false }
    let start = underscore + 1
    let end = text.count - 6
    guard end > start else { return false }
    var checksum: UInt64 = 0
    for byte in text[end...] {
      guard let value = base62Value(byte) else { return false }
      checksum = checksum * 62 + UInt64(value)
    }
    return checksum == UInt64(crc32(text[start..<end]))
  }

  private static func base62Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x5A: byte - 0x41 + 10
    case 0x61...0x7A: byte - 0x61 + 36
    default: nil
    }
  }

  /// CRC-32 of ISO 3309 (zlib, PNG), bit by bit: a token has thirty bytes.
  private static func crc32(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    var residue: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      residue ^= UInt32(byte)
      for _ in 0..<8 { residue = residue >> 1 ^ (residue & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~residue
  }
}
