/// Parts a line into the records that a crash left whole and what it left of others.
///
/// Whole is a line that is one JSON text; inside any other line only objects and arrays can be recovered, since where a
/// number or a word ends cannot be known there. Nothing is mended and nothing invented: a value that stands inside a
/// torn record is not taken for a record, and a line that is not whole records and torn beginnings of records is
/// rejected as a whole.
///
///     {"a":1}{"b":2}         kept, kept                  two writers, or an LF that was lost
///     {"a":"trun{"b":1}      rejected, kept              an append behind a torn record
///     \0\0\0{"a":1}          dropped, kept               a power cut
///     {"a":1}{"b":           kept, rejected              a torn record behind a whole one
package struct Salvage: ~Copyable {
  /// What becomes of a part of a line.
  package enum Fate: Equatable, Sendable {
    /// A whole record.
    case kept
    /// A whole record made of several lines; it is never a part of one line.
    case joined(lineCount: Int)
    /// NUL bytes, and white space among them.
    case nulBytes
    case byteOrderMark
    /// White space between records, or a line of nothing else.
    case space
    /// The beginning of a record that the end of the input cut off.
    case tornTail
    /// The beginning of a record, before a whole one on the same line.
    case tornRecord
    /// Not JSON, for this reason; the offset is that in the line.
    case malformed(RecordError)
  }

  private var scanner = JSONScanner()
  /// How records of this file begin. Without it less is recovered of damaged lines, and nothing else.
  package var kinds = RecordKinds()

  package init() {}

  /// Parts one line.
  ///
  /// - Parameters:
  ///   - isTerminated: whether an LF ended it. One that none ended may be torn; `12` then may have been `123`.
  ///   - take: is called for each part, in order; the parts are the line without gap or overlap.
  /// - Complexity: O(`line.count`), no memory that grows with the line.
  package mutating func part(_ line: Bytes, isTerminated: Bool, _ take: (Range<Int>, Fate) -> Void) {
    if isWhole(line, isTerminated: isTerminated) { return take(0..<line.count, .kept) }
    if line.isEmpty { return take(0..<0, .space) }
    let start = takeGap(in: line, from: 0, take)
    // First the whole line is explained, and only then is anything taken out of it.
    let damage = endOfRecords(in: line, from: start)
    guard damage < line.count else { return takeRecords(in: line, from: start, to: line.count, take) }
    let end = Self.endWithoutNULs(line, from: damage)
    let text = line.slice(damage, end)
    let fault = fault(in: text)
    let leading = line.slice(start, damage)
    if let suffix = suffix(of: text, behind: fault, leading: leading, isTerminated: isTerminated),
      text[0].isOpeningBracket || damage == start || areRecords(in: line, from: start, to: damage)
        || areAlike(leading, text.slice(suffix, text.count))
    {
      takeRecords(in: line, from: start, to: damage, take)
      let tornEnd = damage + Self.endWithoutNULs(text.slice(0, suffix), from: 0)
      take(damage..<tornEnd, .tornRecord)
      takeRecords(in: line, from: takeGap(in: line, from: tornEnd, take), to: line.count, take)
      return
    }
    if fault.isTruncation, damage == start || text[0].isOpeningBracket {
      takeRecords(in: line, from: start, to: damage, take)
      let fault = RecordError(fault.fault, at: damage + fault.offset)
      take(damage..<end, isTerminated ? .malformed(fault) : .tornTail)
    } else if damage > start, Self.mayFollowRecord(text), areRecords(in: line, from: start, to: damage) {
      takeRecords(in: line, from: start, to: damage, take)
      take(damage..<end, .malformed(RecordError(.textAfterValue, at: damage)))
    } else {
      // Not records and torn beginnings of records: then what looks like a record in it may be a part of something.
      let fault =
        damage == start
        ? RecordError(fault.fault, at: damage + fault.offset) : RecordError(.textAfterValue, at: damage)
      take(start..<end, .malformed(fault))
    }
    if end < line.count { take(end..<line.count, .nulBytes) }
  }

  /// Whether a line is one JSON text that nothing can be missing from.
  package mutating func isWhole(_ line: Bytes, isTerminated: Bool) -> Bool {
    guard scanner.accepts(line) else { return false }
    if isTerminated { return true }
    // RFC 7464, section 2.4: a number or a word at the end of a file may have lost its end.
    guard let last = line.last(where: { !$0.isJSONSpace }) else { return false }
    return last == UInt8(ascii: "}") || last == UInt8(ascii: "]") || last == UInt8(ascii: "\"")
      || line.last?.isJSONSpace == true
  }

  /// Where, from `start` on, something stands that is neither a whole object or array nor a gap.
  private mutating func endOfRecords(in line: Bytes, from start: Int) -> Int {
    var start = start
    while start < line.count, let end = valueEnd(in: line, from: start) { start = Gap(in: line, from: end).end }
    return start
  }

  /// Takes the records and gaps that `endOfRecords` has seen.
  private mutating func takeRecords(in line: Bytes, from start: Int, to end: Int, _ take: (Range<Int>, Fate) -> Void) {
    var start = start
    while start < end, let recordEnd = valueEnd(in: line, from: start) {
      take(start..<recordEnd, .kept)
      start = takeGap(in: line, from: recordEnd, take)
    }
  }

  private func takeGap(in line: Bytes, from start: Int, _ take: (Range<Int>, Fate) -> Void) -> Int {
    let gap = Gap(in: line, from: start)
    if let fate = gap.fate { take(start..<gap.end, fate) }
    return gap.end
  }

  /// Whether what `endOfRecords` has seen are records of the kinds that this file has.
  private mutating func areRecords(in line: Bytes, from start: Int, to end: Int) -> Bool {
    var start = start
    while start < end, let recordEnd = valueEnd(in: line, from: start) {
      guard kinds.areLike(line.slice(start, recordEnd), with: &scanner) else { return false }
      start = Gap(in: line, from: recordEnd).end
    }
    return true
  }

  /// Whether two texts begin with objects of one kind, which begin as records of this file do.
  private mutating func areAlike(_ first: Bytes, _ second: Bytes) -> Bool {
    let names = leadingNames(of: first)
    guard let name = names.first, kinds.knows(name) else { return false }
    return leadingNames(of: second, seeking: names.second).isLike(names)
  }

  /// Whether a text that is damage looks like none that goes on behind a part of a record.
  private static func mayFollowRecord(_ text: Bytes) -> Bool {
    guard text.count > 1, let first = text.first, let last = text.last else { return true }
    // The next record, spoiled.
    if first.isOpeningBracket { return true }
    if first == UInt8(ascii: ",") { return text.slice(1, text.count).isBlank }
    let goesOn = first.isClosingBracket || first == UInt8(ascii: ":") || first == UInt8(ascii: "\"")
    return !goesOn && !last.isClosingBracket
  }

  /// The end of the object or array at `start`, nil if there is no whole one.
  private mutating func valueEnd(in line: Bytes, from start: Int) -> Int? {
    guard line[start].isOpeningBracket else { return nil }
    var visitor = CheckingVisitor()
    return try? scanner.scanValue(in: line, from: start, visitor: &visitor)
  }

  private mutating func fault(in text: Bytes) -> RecordError {
    do {
      try scanner.check(text)
    } catch {
      return error
    }
    // A number or a word that may have lost its end.
    return RecordError(.unfinishedValue, at: text.count)
  }

  // MARK: Records behind a torn one

  /// Where in a damaged text whole records start that go on to its end, nil where there are none.
  ///
  /// The end of a record is where the text ends, so its start is the one bracket that matches the last: it is found
  /// backwards, in one pass, and there is nothing to try out.
  private mutating func suffix(
    of text: Bytes, behind fault: RecordError, leading: Bytes, isTerminated: Bool
  ) -> Int? {
    // A complete value at the start is a string, a number or a word, and not searched for others within; what looks like
    // a string may be a lone quote.
    let isQuote = text[0] == UInt8(ascii: "\"") && !kinds.isEmpty
    let lowest = fault.fault == .textAfterValue && !isQuote ? fault.offset : 1
    var torn = TornRecord(
      text: text, leading: leading, fault: fault, faultEnd: Self.endOfNULs(text, from: fault.offset),
      isTerminated: isTerminated)
    var found: Int?
    // Before a tear that is found there can only be records that were appended as well.
    var hasFoundTear = false
    var end = text.count
    while let start = text.openingBracket(matchingLastBefore: end, downTo: lowest),
      scanner.accepts(text.slice(start, end))
    {
      switch hasFoundTear ? likeness(of: text.slice(start, end)) : evidence(for: start, end, of: &torn) {
      case .none: return found
      case .torn: hasFoundTear = true
      case .likeness: break
      }
      found = start
      end = start
      while end > lowest, text[end - 1].isGap { end -= 1 }
    }
    return found
  }

  /// Why a value at the end of a damaged text is a record and not a part of one.
  private enum Evidence {
    case none
    /// All before it is the beginning of one record, and that cannot go on with it.
    case torn
    /// It looks like a record of the same kind as the torn one.
    case likeness
  }

  /// A damaged text, and what is known of the record that it begins with.
  private struct TornRecord {
    let text: Bytes
    /// Whole objects and arrays before it.
    let leading: Bytes
    let fault: RecordError
    /// Behind the NUL bytes that are the fault, if they are.
    let faultEnd: Int
    let isTerminated: Bool
    /// Its first two names, looked up once.
    var names: LeadingNames?
  }

  private mutating func evidence(for start: Int, _ end: Int, of torn: inout TornRecord) -> Evidence {
    let text = torn.text
    let record = text.slice(start, end)
    // The scanner may name a fault where an escape, a word or a character starts that is then broken off.
    if start <= torn.faultEnd + 6, !torn.fault.isTruncation, text[0].isOpeningBracket {
      let before = text.slice(0, Self.endWithoutNULs(text.slice(0, start), from: 0))
      if self.fault(in: before).isTruncation, mayBegin(record, behind: &torn) { return .torn }
    }
    // Without that, `{"a":{"b":1}` is a torn record just as well as a record behind a torn one; an LF at the end at
    // least says that something was written whole.
    guard torn.isTerminated, text[start] == UInt8(ascii: "{") else { return .none }
    guard text[0].isOpeningBracket else {
      // The rest of a record whose beginning is lost, and then a record.
      let previous = text[start - 1]
      let isBehindRecord = text[0] != UInt8(ascii: "\"") && (previous.isClosingBracket || previous == 0)
      return isBehindRecord || isLike(record, behind: torn.leading) ? .likeness : .none
    }
    let tornNames = names(of: &torn)
    let isLikeTorn = leadingNames(of: record, seeking: tornNames.second).isLike(tornNames)
    return isLikeTorn || isLike(record, behind: torn.leading) ? .likeness : .none
  }

  /// Whether an object is like the records of this file, or like one that stands before it on the line.
  private mutating func isLike(_ record: Bytes, behind leading: Bytes) -> Bool {
    kinds.areLike(record, with: &scanner) || !leading.isEmpty && areAlike(leading, record)
  }

  private mutating func likeness(of record: Bytes) -> Evidence {
    kinds.areLike(record, with: &scanner) ? .likeness : .none
  }

  /// Whether records of this file begin so, if the torn one begins as they do: else it may be a part of the torn one, in
  /// which a byte was spoiled.
  private mutating func mayBegin(_ record: Bytes, behind torn: inout TornRecord) -> Bool {
    guard let tornFirst = names(of: &torn).first, kinds.knows(tornFirst) else { return true }
    return leadingNames(of: record).first.map { kinds.knows($0) } ?? false
  }

  private mutating func names(of torn: inout TornRecord) -> LeadingNames {
    if let names = torn.names { return names }
    let names = leadingNames(of: torn.text)
    torn.names = names
    return names
  }

  private mutating func leadingNames(of text: Bytes, seeking name: Bytes? = nil) -> LeadingNames {
    LeadingNames.read(text, seeking: name, with: &scanner)
  }

  private static func endWithoutNULs(_ text: Bytes, from start: Int) -> Int {
    var end = text.count
    while end > start, text[end - 1] == 0 { end -= 1 }
    return end
  }

  private static func endOfNULs(_ text: Bytes, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == 0 { end += 1 }
    return end
  }
}

/// What may stand between records without being one.
private struct Gap {
  let end: Int
  /// Nil where there is no gap.
  let fate: Salvage.Fate?

  init(in line: Bytes, from start: Int) {
    var end = start
    var fate: Salvage.Fate?
    while end < line.count {
      if line[end] == 0 {
        fate = .nulBytes
        end += 1
      } else if line[end].isJSONSpace {
        fate = fate ?? .space
        end += 1
      } else if line.count - end >= 3, line[end] == 0xEF, line[end + 1] == 0xBB, line[end + 2] == 0xBF {
        if fate != .nulBytes { fate = .byteOrderMark }
        end += 3
      } else {
        break
      }
    }
    self.end = end
    self.fate = fate
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bracket that opens what the last byte before `end` closes, if that is a closing bracket; strings are stepped
  /// over, bracket kinds are not compared.
  fileprivate func openingBracket(matchingLastBefore end: Int, downTo lowest: Int) -> Int? {
    guard end > lowest, self[end - 1].isClosingBracket else { return nil }
    var depth = 0
    var offset = end - 1
    while offset >= lowest {
      let byte = self[offset]
      if byte == UInt8(ascii: "\"") {
        guard let quote = openingQuote(before: offset) else { return nil }
        offset = quote
      } else if byte.isClosingBracket {
        depth += 1
      } else if byte.isOpeningBracket {
        depth -= 1
        if depth == 0 { return offset }
      }
      offset -= 1
    }
    return nil
  }

  /// The last quote before `end` that no backslash takes back.
  private func openingQuote(before end: Int) -> Int? {
    var end = end
    while let quote = lastOffset(of: UInt8(ascii: "\""), before: end) {
      var backslash = quote
      while backslash > 0, self[backslash - 1] == UInt8(ascii: "\\") { backslash -= 1 }
      if (quote - backslash).isMultiple(of: 2) { return quote }
      end = quote
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isOpeningBracket: Bool { self == UInt8(ascii: "{") || self == UInt8(ascii: "[") }
  fileprivate var isClosingBracket: Bool { self == UInt8(ascii: "}") || self == UInt8(ascii: "]") }
  fileprivate var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
  fileprivate var isGap: Bool { self == 0 || isJSONSpace }
}
