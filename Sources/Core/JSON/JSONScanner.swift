/// Reads JSON texts by RFC 8259, strictly, in one pass over the bytes and without recursion.
///
/// It accepts what the grammar accepts, with UTF-8 checked; numbers are not converted, equal names and lone surrogate
/// escapes are let through, nesting goes to 1,024.
package struct JSONScanner: ~Copyable {
  /// How deep objects and arrays may nest: far beyond what people write, and small enough that the stack of one bit a
  /// level stays in two cache lines.
  package static let maximumDepth = 1024

  /// One bit a level, set for an object: 64 levels a word, which is put here when the next word begins.
  private let containers: UnsafeMutablePointer<UInt64>

  package init() {
    containers = .allocate(capacity: Self.maximumDepth / 64)
    containers.initialize(repeating: 0, count: Self.maximumDepth / 64)
  }

  deinit {
    containers.deallocate()
  }

  /// Whether `text` is exactly one JSON text, with white space around it at most.
  package mutating func accepts(_ text: Bytes) -> Bool {
    (try? check(text)) != nil
  }

  /// Whether a last line without LF is a record all the same: an object, array or string that is closed. A bare number
  /// or word could be the beginning of a longer one.
  package static func isWholeRecord(_ text: Bytes) -> Bool {
    guard let first = text.first(where: { $0 > 0x20 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        || first == UInt8(ascii: "\"")
    else { return false }
    var scanner = JSONScanner()
    return scanner.accepts(text)
  }

  /// Checks that `text` is exactly one JSON text.
  package mutating func check(_ text: Bytes) throws(RecordError) {
    var visitor = CheckingVisitor()
    try scan(text, visitor: &visitor)
  }

  /// Reads `text`, which must be exactly one JSON text.
  ///
  /// - Complexity: O(`text.count`), no allocation.
  package mutating func scan<Visitor: JSONVisitor & ~Copyable>(
    _ text: Bytes, visitor: inout Visitor
  ) throws(RecordError) {
    try scan(text, visitor: &visitor, stops: FastestStopFinder.self)
  }

  /// Reads one value that starts at or, after white space, behind `start`; what follows it is not looked at.
  ///
  /// - Returns: the offset just behind the value.
  package mutating func scanValue<Visitor: JSONVisitor & ~Copyable>(
    in text: Bytes, from start: Int, visitor: inout Visitor
  ) throws(RecordError) -> Int {
    try scanValue(in: text, from: start, visitor: &visitor, stops: FastestStopFinder.self)
  }

  /// `scan` with another way to read strings: what it tells is the same.
  package mutating func scan<Visitor: JSONVisitor & ~Copyable, Stops: StopFinder>(
    _ text: Bytes, visitor: inout Visitor, stops: Stops.Type
  ) throws(RecordError) {
    let end = try scanValue(in: text, from: 0, visitor: &visitor, stops: stops)
    guard let base = text.baseAddress else { return }
    let rest = JSONScanner.skipSpace(base, end, text.count)
    guard rest == text.count else { throw RecordError(.textAfterValue, at: rest) }
  }

  private mutating func scanValue<Visitor: JSONVisitor & ~Copyable, Stops: StopFinder>(
    in text: Bytes, from start: Int, visitor: inout Visitor, stops: Stops.Type
  ) throws(RecordError) -> Int {
    let count = text.count
    guard let base = text.baseAddress else { throw RecordError(.emptyText, at: 0) }
    var offset = JSONScanner.skipSpace(base, start, count)
    guard offset < count else { throw RecordError(.emptyText, at: count) }
    if count - offset >= 3, base[offset] == 0xEF, base[offset + 1] == 0xBB, base[offset + 2] == 0xBF {
      throw RecordError(.byteOrderMark, at: offset)
    }
    var depth = 0
    // One bit a level, the innermost lowest, of the last 64 levels; those further out that belong to them are shifted out.
    var kinds: UInt64 = 0
    // Whether a member's name stands before the value.
    var isAtName = false
    let containers = containers
    value: while true {
      if isAtName { offset = try scanName(base, offset, count, &visitor, stops) }
      guard offset < count else { throw unclosed(depth, kinds, at: count) }
      if base[offset] == 0x20 {
        offset &+= 1
        guard offset < count else { throw unclosed(depth, kinds, at: count) }
      }
      switch base[offset] {
      case UInt8(ascii: "\""):
        var hasEscapes = false
        var end = offset &+ 1
        // Empty strings are common, and this way the processor need not wait for the search.
        if end == count || base[end] != UInt8(ascii: "\"") {
          end = try scanString(base, end, count, &hasEscapes, &visitor, stops)
        }
        visitor.string(Range(uncheckedBounds: (offset &+ 1, end)), hasEscapes: hasEscapes)
        offset = end &+ 1
      case UInt8(ascii: "{"):
        guard depth < Self.maximumDepth else { throw RecordError(.tooDeep, at: offset) }
        visitor.beginObject(at: offset)
        offset &+= 1
        if offset < count, base[offset] <= 0x20 { offset = JSONScanner.skipSpace(base, offset, count) }
        if offset < count, base[offset] == UInt8(ascii: "}") {
          visitor.endObject(at: offset)
          offset &+= 1
          break
        }
        enter(&depth, &kinds, 1)
        isAtName = true
        continue value
      case UInt8(ascii: "["):
        guard depth < Self.maximumDepth else { throw RecordError(.tooDeep, at: offset) }
        visitor.beginArray(at: offset)
        offset &+= 1
        if offset < count, base[offset] <= 0x20 { offset = JSONScanner.skipSpace(base, offset, count) }
        if offset < count, base[offset] == UInt8(ascii: "]") {
          visitor.endArray(at: offset)
          offset &+= 1
          break
        }
        enter(&depth, &kinds, 0)
        isAtName = false
        continue value
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let end = try JSONScanner.scanNumber(base, offset, count)
        visitor.number(Range(uncheckedBounds: (offset, end)))
        offset = end
      case UInt8(ascii: "-"):
        let end = try JSONScanner.scanNumber(base, offset &+ 1, count)
        visitor.number(Range(uncheckedBounds: (offset, end)))
        offset = end
      case UInt8(ascii: "t"):
        offset = try scanLiteral("true", base, offset, count, &visitor)
      case UInt8(ascii: "f"):
        offset = try scanLiteral("false", base, offset, count, &visitor)
      case UInt8(ascii: "n"):
        offset = try scanLiteral("null", base, offset, count, &visitor)
      default:
        let next = JSONScanner.skipSpace(base, offset, count)
        guard next > offset else { throw RecordError(.expectedValue, at: offset) }
        isAtName = false
        offset = next
        continue value
      }
      // A value has ended.
      while depth > 0 {
        guard offset < count else { throw unclosed(depth, kinds, at: count) }
        let byte = base[offset]
        let isInObject = kinds & 1 != 0
        if byte == UInt8(ascii: ",") {
          offset &+= 1
          isAtName = isInObject
          continue value
        }
        if byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          if isInObject { visitor.endObject(at: offset) } else { visitor.endArray(at: offset) }
          offset &+= 1
          depth &-= 1
          kinds = depth & 63 == 0 ? containers[depth &>> 6] : kinds &>> 1
          continue
        }
        let next = JSONScanner.skipSpace(base, offset, count)
        guard next > offset else {
          throw RecordError(isInObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, at: offset)
        }
        offset = next
      }
      return offset
    }
  }

  @inline(__always)
  private func enter(_ depth: inout Int, _ kinds: inout UInt64, _ kind: UInt64) {
    if depth & 63 == 0 { containers[depth &>> 6] = kinds }
    kinds = kinds &<< 1 | kind
    depth &+= 1
  }

  private func unclosed(_ depth: Int, _ kinds: UInt64, at offset: Int) -> RecordError {
    guard depth > 0 else { return RecordError(.expectedValue, at: offset) }
    return RecordError(kinds & 1 != 0 ? .unclosedObject : .unclosedArray, at: offset)
  }

  /// Reads a member's name and the colon behind it, and returns where the value starts or white space before it.
  @inline(__always)
  private func scanName<Visitor: JSONVisitor & ~Copyable, Stops: StopFinder>(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ visitor: inout Visitor, _ stops: Stops.Type
  ) throws(RecordError) -> Int {
    var quote = start
    if quote == count || base[quote] != UInt8(ascii: "\"") {
      if quote &+ 1 < count, base[quote] == 0x20, base[quote &+ 1] == UInt8(ascii: "\"") {
        quote &+= 1
      } else {
        quote = JSONScanner.skipSpace(base, quote, count)
        guard quote < count else { throw RecordError(.unclosedObject, at: count) }
        guard base[quote] == UInt8(ascii: "\"") else { throw RecordError(.expectedName, at: quote) }
      }
    }
    var hasEscapes = false
    let end = try scanString(base, quote &+ 1, count, &hasEscapes, &visitor, stops)
    visitor.name(Range(uncheckedBounds: (quote &+ 1, end)), hasEscapes: hasEscapes)
    var colon = end &+ 1
    if colon == count || base[colon] != UInt8(ascii: ":") {
      colon = JSONScanner.skipSpace(base, colon, count)
      guard colon < count else { throw RecordError(.unclosedObject, at: count) }
      guard base[colon] == UInt8(ascii: ":") else { throw RecordError(.expectedColon, at: colon) }
    }
    return colon &+ 1
  }

  @inline(__always)
  private func scanLiteral<Visitor: JSONVisitor & ~Copyable>(
    _ word: StaticString, _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ visitor: inout Visitor
  ) throws(RecordError) -> Int {
    let size = word.utf8CodeUnitCount
    // The first character is what led here; the last four are compared at once.
    guard start &+ size <= count,
      Word.loadHalf(base + start + (size &- 4)) == Word.loadHalf(word.utf8Start + (size &- 4))
    else { throw JSONScanner.literalFault(word, base, start, count) }
    visitor.literal(Range(uncheckedBounds: (start, start &+ size)))
    return start &+ size
  }

  /// Whether the word at `start` is cut off, or another one.
  private static func literalFault(
    _ word: StaticString, _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) -> RecordError {
    var matched = 1
    while start + matched < count, base[start + matched] == word.utf8Start[matched] { matched += 1 }
    return start + matched == count ? RecordError(.unfinishedValue, at: count) : RecordError(.expectedValue, at: start)
  }

  /// The offset of the first byte at or after `start` that is not white space.
  @inline(never)
  private static func skipSpace(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    // Mostly there is none, or one space.
    guard start < count, base[start] <= 0x20 else { return start }
    if base[start] == 0x20, start &+ 1 < count, base[start &+ 1] > 0x20 { return start &+ 1 }
    var offset = start
    while offset < count {
      let byte = base[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      offset &+= 1
      // Indentation is a run of spaces.
      while offset &+ 8 <= count, Word.load(base + offset) == Word.all(0x20) { offset &+= 8 }
    }
    return offset
  }

  /// Reads the number whose first digit must be at `start` and returns the offset behind it.
  @inline(__always)
  private static func scanNumber(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) throws(RecordError) -> Int {
    // Most numbers have a few digits and nothing else. The processor guesses where they end and need not wait for it.
    if start &+ 4 < count, base[start] &- 0x31 < 9 {
      if base[start &+ 1] == UInt8(ascii: ",") { return start &+ 1 }
      if isDigit(base[start &+ 1]) {
        if base[start &+ 2] == UInt8(ascii: ",") { return start &+ 2 }
        if isDigit(base[start &+ 2]), base[start &+ 3] == UInt8(ascii: ",") { return start &+ 3 }
      }
    }
    return try scanAnyNumber(base, start, count)
  }

  @inline(never)
  private static func scanAnyNumber(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) throws(RecordError) -> Int {
    var offset = start
    if offset < count, base[offset] == UInt8(ascii: "0") {
      offset &+= 1
      // "01" ends a number where neither a comma nor a bracket can stand.
      if offset < count, isDigit(base[offset]) { throw RecordError(.badNumber, at: offset) }
    } else {
      offset = try skipDigits(base, offset, count)
    }
    if offset < count, base[offset] == UInt8(ascii: ".") { offset = try skipDigits(base, offset &+ 1, count) }
    if offset < count, base[offset] | 0x20 == UInt8(ascii: "e") {
      offset &+= 1
      if offset < count, base[offset] == UInt8(ascii: "+") || base[offset] == UInt8(ascii: "-") { offset &+= 1 }
      offset = try skipDigits(base, offset, count)
    }
    return offset
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  /// The offset behind the digits at `start`, of which there must be one.
  @inline(__always)
  private static func skipDigits(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) throws(RecordError) -> Int {
    guard start < count else { throw RecordError(.unfinishedValue, at: count) }
    guard isDigit(base[start]) else { throw RecordError(.badNumber, at: start) }
    var offset = start &+ 1
    // Byte by byte while they are few, so that the processor can guess.
    for _ in 0..<4 {
      guard offset < count, isDigit(base[offset]) else { return offset }
      offset &+= 1
    }
    while offset &+ 8 <= count {
      // A digit becomes 0 to 9, and 0x76 more than that has no high bit. A carry marks one too many at most above a right
      // one, and only the lowest is used.
      let values = Word.load(base + offset) ^ Word.all(0x30)
      let others = ((values &+ Word.all(0x76)) | values) & Word.all(0x80)
      if others != 0 { return offset &+ Word.firstMarked(others) }
      offset &+= 8
    }
    while offset < count, isDigit(base[offset]) { offset &+= 1 }
    return offset
  }

  /// Reads a string's body from behind its first quote and returns the offset of the last quote.
  @inline(__always)
  private func scanString<Visitor: JSONVisitor & ~Copyable, Stops: StopFinder>(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ hasEscapes: inout Bool, _ visitor: inout Visitor,
    _ stops: Stops.Type
  ) throws(RecordError) -> Int {
    let offset = stops.firstStop(in: base, from: start, count: count)
    if offset < count, base[offset] == UInt8(ascii: "\"") { return offset }
    return try scanString(base, behind: offset, count, &hasEscapes, &visitor, stops)
  }

  /// Reads the rest of a string from its first byte that is not an ordinary character.
  @inline(never)
  private func scanString<Visitor: JSONVisitor & ~Copyable, Stops: StopFinder>(
    _ base: UnsafePointer<UInt8>, behind start: Int, _ count: Int, _ hasEscapes: inout Bool, _ visitor: inout Visitor,
    _ stops: Stops.Type
  ) throws(RecordError) -> Int {
    var offset = start
    while offset < count {
      let byte = base[offset]
      if byte == UInt8(ascii: "\"") { return offset }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        if offset &+ 1 < count, JSONScanner.isShortEscape(base[offset &+ 1]) {
          offset &+= 2
        } else {
          offset = try JSONScanner.scanUnicodeEscapes(base, offset, count, &visitor)
        }
        // Escapes like to stand together.
        if offset < count, base[offset] == UInt8(ascii: "\\") { continue }
      } else if byte >= 0x80 {
        offset = try JSONScanner.skipCharacters(base, offset, count)
      } else {
        throw RecordError(.controlCharacter, at: offset)
      }
      offset = stops.firstStop(in: base, from: offset, count: count)
    }
    throw RecordError(.unclosedString, at: count)
  }

  /// Whether `byte` is what follows the backslash in an escape of two characters.
  @inline(__always)
  private static func isShortEscape(_ byte: UInt8) -> Bool {
    // A bit each for \ b f n r t, from the backslash on.
    let letters: UInt32 = 1 | 1 << 0x06 | 1 << 0x0A | 1 << 0x12 | 1 << 0x16 | 1 << 0x18
    let place = byte &- UInt8(ascii: "\\")
    return place < 32 ? letters &>> UInt32(place) & 1 != 0 : byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "/")
  }

  /// Reads the run of `\u` escapes at `start`, of which there must be one, and returns the offset behind it; a pair of
  /// surrogates is read as one.
  @inline(never)
  private static func scanUnicodeEscapes<Visitor: JSONVisitor & ~Copyable>(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ visitor: inout Visitor
  ) throws(RecordError) -> Int {
    guard start + 1 < count else { throw RecordError(.unclosedString, at: count) }
    guard base[start + 1] == UInt8(ascii: "u") else { throw RecordError(.badEscape, at: start) }
    var offset = start
    repeat {
      let unit = try JSONString.codeUnit(base, offset &+ 2, count)
      let isHigh = unit & 0xFC00 == 0xD800
      if isHigh, isUnicodeEscape(base, offset &+ 6, count),
        try JSONString.codeUnit(base, offset &+ 8, count) & 0xFC00 == 0xDC00
      {
        offset &+= 12
      } else {
        if unit & 0xF800 == 0xD800 { visitor.loneSurrogate(at: offset) }
        offset &+= 6
      }
    } while isUnicodeEscape(base, offset, count)
    return offset
  }

  @inline(__always)
  private static func isUnicodeEscape(_ base: UnsafePointer<UInt8>, _ offset: Int, _ count: Int) -> Bool {
    offset &+ 1 < count && base[offset] == UInt8(ascii: "\\") && base[offset &+ 1] == UInt8(ascii: "u")
  }

  /// The offset behind the run of multi-byte characters at `start`.
  @inline(never)
  private static func skipCharacters(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) throws(RecordError) -> Int {
    let end = UTF8Validator.skipMultibyte(base, from: start, count: count)
    guard end < count, base[end] >= 0x80 else { return end }
    let isCut = UTF8Validator.isBeginning(base + end, count - end)
    throw RecordError(isCut ? .unfinishedCharacter : .invalidUTF8, at: end)
  }
}
