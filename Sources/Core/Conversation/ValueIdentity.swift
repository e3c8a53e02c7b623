/// A number that stands for a value in this process alone: the same for strings that are equal once decoded.
package enum ValueIdentity {
  /// - Parameter value: one JSON value, a string with its quotes. Two values have the same number by an accident of one
  ///   in 2^64.
  package static func of(_ value: Bytes) -> UInt64 {
    guard value.first == UInt8(ascii: "\""), value.count >= 2, value.firstOffset(of: UInt8(ascii: "\\")) != nil else {
      return Identity.of(value)
    }
    let decoded = ByteBuffer(capacity: value.count)
    decoded.append(UInt8(ascii: "\""))
    JSONString.decode(value.slice(1, value.count - 1), into: decoded, keepsLoneSurrogates: true)
    decoded.append(UInt8(ascii: "\""))
    return Identity.of(decoded.bytes)
  }
}
