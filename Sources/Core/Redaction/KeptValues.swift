/// Values that a transcript needs as they are: what links its records, signatures, images, digests. Each is kept only under
/// its name and in its shape, and only from findings that are no secrets.
enum KeptValues {
  private enum Shape {
    /// Letters, digits, `_` and `-`, with a letter among them: `toolu_01…`, a UUID.
    case identifier
    /// Base64, also as a `data:` URL.
    case base64
    /// Hexadecimal digits, or base64 behind the name of an algorithm as in `sha512-…`.
    case digest
  }

  private static let longestIdentifier = 128
  private static let shortestDigest = 7
  private static let shortestBase64 = 16

  /// Whether the decoded `value` of the member `name` is one of those.
  static func contain(_ value: Bytes, of name: Bytes) -> Bool {
    switch shape(under: name) {
    case .identifier: isIdentifier(value)
    case .base64: isBase64(value)
    case .digest: isDigest(value)
    case nil: false
    }
  }

  private static func shape(under name: Bytes) -> Shape? {
    switch String(decoding: name.compactMap(NamePattern.folded), as: UTF8.self) {
    case "id", "uuid", "parentuuid", "leafuuid", "logicalparentuuid", "sourcetoolassistantuuid", "sessionid",
      "messageid",
      "tooluseid", "parenttooluseid", "toolcallid", "callid", "requestid", "responseid", "previousresponseid", "itemid",
      "promptid", "agentid", "turnid", "conversationid", "threadid", "runid", "traceid", "spanid":
      .identifier
    case "signature", "thinkingsignature", "thoughtsignature", "encryptedcontent", "data", "url", "imageurl":
      .base64
    case "commit", "sha", "sha1", "sha256", "sha512", "digest", "etag", "tree", "integrity", "checksum", "hash", "md5":
      .digest
    default: nil
    }
  }

  private static func isIdentifier(_ value: Bytes) -> Bool {
    value.count <= longestIdentifier && value.contains { ($0 | 0x20) &- 0x61 < 26 }
      && value.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isBase64(_ value: Bytes) -> Bool {
    var start = 0
    if value.starts(with: "data:") {
      // data:image/png;base64,iVBORw0…
      guard let comma = value.firstOffset(of: UInt8(ascii: ",")), value.slice(0, comma).ends(with: ";base64") else {
        return false
      }
      start = comma + 1
    }
    var end = value.count
    while end > start, value.count - end < 2, value[end - 1] == UInt8(ascii: "=") { end -= 1 }
    let digits = value.slice(start, end)
    return digits.count >= shortestBase64 && digits.allSatisfy { EncodedText.base64Value($0) != nil }
  }

  private static func isDigest(_ value: Bytes) -> Bool {
    if value.count >= shortestDigest, value.count <= longestIdentifier, value.allSatisfy(isHexadecimal) { return true }
    guard value.starts(with: "sha"), let mark = value.firstIndex(where: { $0 == 0x2D || $0 == 0x3A }) else {
      return false
    }
    return isBase64(value.slice(mark + 1, value.count))
  }

  /// Whether the part `range` of a text lies in a UUID, whose digits may look like any number.
  static func isInUUID(_ range: Range<Int>, of text: Bytes) -> Bool {
    let floor = max(0, range.lowerBound - uuidSize)
    let ceiling = min(text.count, range.upperBound + uuidSize)
    var start = range.lowerBound
    while start > floor, isUUIDByte(text[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < ceiling, isUUIDByte(text[end]) { end += 1 }
    guard end - start == uuidSize else { return false }
    //     8-4-4-4-12
    return (0..<uuidSize).allSatisfy { place in
      let isDash = place == 8 || place == 13 || place == 18 || place == 23
      return isDash ? text[start + place] == UInt8(ascii: "-") : isHexadecimal(text[start + place])
    }
  }

  private static let uuidSize = 36

  private static func isUUIDByte(_ byte: UInt8) -> Bool { isHexadecimal(byte) || byte == UInt8(ascii: "-") }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }
}
