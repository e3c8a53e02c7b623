/// Makes a text one that conversation-codec reads back, which splits lines where JSON Lines does not: U+0085, U+2028
/// and U+2029 inside JSON strings are written as escapes, and a byte order mark at the start goes. Every other byte is
/// kept.
package enum WholeText {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text without a byte order mark at its start.
  package static func withoutByteOrderMark(_ text: Bytes) -> Bytes {
    guard text.count >= byteOrderMark.count, text.prefix(byteOrderMark.count).elementsEqual(byteOrderMark) else {
      return text
    }
    return text.slice(byteOrderMark.count, text.count)
  }

  /// Appends whole lines to `output`, with the separators in their strings escaped.
  ///
  /// - Returns: whether anything had to be escaped; if not, nothing was appended and `lines` can be used as it is.
  package static func appendEscaped(_ lines: Bytes, to output: ByteBuffer) -> Bool {
    let hasSeparator = separators.contains { separator in
      separator.bytes.withUnsafeBufferPointer { lines.firstOffset(of: $0) != nil }
    }
    guard hasSeparator else { return false }
    var isInString = false
    var start = 0
    var offset = 0
    while offset < lines.count {
      switch lines[offset] {
      case UInt8(ascii: "\n"): isInString = false
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "\\") where isInString: offset += 1
      case 0xC2, 0xE2:
        guard isInString, let separator = separator(in: lines, at: offset) else { break }
        output.append(lines.slice(start, offset))
        output.append(separator.escape)
        start = offset + separator.bytes.count
        offset = start - 1
      default: break
      }
      offset += 1
    }
    output.append(lines.slice(start, lines.count))
    return true
  }

  private static let separators: [(bytes: [UInt8], escape: StaticString)] = [
    ([0xC2, 0x85], "\\u0085"), ([0xE2, 0x80, 0xA8], "\\u2028"), ([0xE2, 0x80, 0xA9], "\\u2029"),
  ]

  private static func separator(in lines: Bytes, at offset: Int) -> (bytes: [UInt8], escape: StaticString)? {
    separators.first { lines.suffix(from: offset).starts(with: $0.bytes) }
  }
}

/// Seals everything that is read, from one input or several, as one token. Belongs to one thread at a time.
package final class WholeSealer {
  private let stream: FernetStream
  private let isRaw: Bool
  private let escaped = ByteBuffer()
  private var isAtInputStart = true
  private var endsInNewline = true

  /// Begins the token.
  ///
  /// - Parameter isRaw: whether all bytes are kept as they are.
  package init(_ key: FernetKey, isRaw: Bool = false) throws(SealingFault) {
    self.isRaw = isRaw
    stream = try FernetStream(key, time: UInt64(clamping: Clock.unixSeconds))
  }

  /// Says that what follows comes from the next input: it starts on a line of its own.
  package func beginInput() {
    isAtInputStart = true
  }

  /// Takes whole lines of an input, of which the last may lack its LF, or any bytes if all are kept, and appends what can
  /// be said of the token.
  package func update(_ lines: Bytes, into output: ByteBuffer) throws(SealingFault) {
    guard !isRaw else { return try stream.update(lines, into: output) }
    let text = isAtInputStart ? WholeText.withoutByteOrderMark(lines) : lines
    isAtInputStart = false
    guard !text.isEmpty else { return }
    if !endsInNewline { try stream.update(Bytes("\n"), into: output) }
    endsInNewline = text.last == UInt8(ascii: "\n")
    escaped.removeAll()
    let isEscaped = WholeText.appendEscaped(text, to: escaped)
    try stream.update(isEscaped ? escaped.bytes : text, into: output)
  }

  /// Ends the token and its line.
  package func finish(into output: ByteBuffer) throws(SealingFault) {
    try stream.finish(into: output)
    output.append(UInt8(ascii: "\n"))
  }
}
