/// Checks one line after the other: is it one JSON text, and is there something in it that readers disagree about?
package final class RecordChecker {
  /// What is well formed and still worth a remark.
  package struct Remark: Equatable, Sendable {
    /// `duplicateName` or `loneSurrogate`.
    package var rule: SyntaxRule
    /// Of the name's opening quote, or of the escape, in the line.
    package var offset: Int
  }

  // Nothing here calls back, so no access can meet another; checking that costs as much as reading `{}`.
  @exclusivity(unchecked) private var scanner = JSONScanner()
  @exclusivity(unchecked) private var visitor: RemarkVisitor

  /// - Parameters:
  ///   - findsDuplicateNames: whether names are compared; without it names cost nothing.
  ///   - remarkLimit: how many remarks of each rule are kept for one line, so that a hostile line costs no memory; all
  ///     are counted.
  package init(findsDuplicateNames: Bool = true, findsLoneSurrogates: Bool = true, remarkLimit: Int = .max) {
    visitor = RemarkVisitor(
      findsDuplicateNames: findsDuplicateNames, findsLoneSurrogates: findsLoneSurrogates, remarkLimit: remarkLimit)
  }

  /// Checks that `text` is exactly one JSON text. Only then are there remarks on it.
  package func check(_ text: Bytes) throws(RecordError) {
    visitor.begin(text)
    defer { visitor.end() }
    do {
      try scanner.scan(text, visitor: &visitor)
    } catch {
      visitor.forget()
      throw error
    }
  }

  /// Checks `text` and tells another visitor of it in the same pass.
  package func check<Visitor: JSONVisitor & ~Copyable>(
    _ text: Bytes, telling other: inout Visitor
  ) throws(RecordError) {
    visitor.begin(text)
    defer { visitor.end() }
    do {
      try withUnsafeMutablePointer(to: &visitor) { (first) throws(RecordError) in
        try withUnsafeMutablePointer(to: &other) { (second) throws(RecordError) in
          var both = BothVisitors(first: first, second: second)
          try scanner.scan(text, visitor: &both)
        }
      }
    } catch {
      visitor.forget()
      throw error
    }
  }

  /// The remarks on the line that was checked last, in the order of their places.
  package var remarks: [Remark] { visitor.remarks.sorted { $0.offset < $1.offset } }
  /// How many members of that line have a name that their object has already.
  package var duplicateNameCount: Int { visitor.duplicateNameCount }
  /// How many escapes of that line are half a surrogate pair.
  package var loneSurrogateCount: Int { visitor.loneSurrogateCount }
  /// Whether there is anything to remark on that line.
  package var hasRemarks: Bool { visitor.duplicateNameCount > 0 || visitor.loneSurrogateCount > 0 }
}

/// Tells two visitors the same.
private struct BothVisitors<First: JSONVisitor & ~Copyable, Second: JSONVisitor & ~Copyable>: JSONVisitor {
  let first: UnsafeMutablePointer<First>
  let second: UnsafeMutablePointer<Second>

  @inline(__always)
  mutating func beginObject(at offset: Int) {
    first.pointee.beginObject(at: offset)
    second.pointee.beginObject(at: offset)
  }

  @inline(__always)
  mutating func endObject(at offset: Int) {
    first.pointee.endObject(at: offset)
    second.pointee.endObject(at: offset)
  }

  @inline(__always)
  mutating func beginArray(at offset: Int) {
    first.pointee.beginArray(at: offset)
    second.pointee.beginArray(at: offset)
  }

  @inline(__always)
  mutating func endArray(at offset: Int) {
    first.pointee.endArray(at: offset)
    second.pointee.endArray(at: offset)
  }

  @inline(__always)
  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    first.pointee.name(range, hasEscapes: hasEscapes)
    second.pointee.name(range, hasEscapes: hasEscapes)
  }

  @inline(__always)
  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    first.pointee.string(range, hasEscapes: hasEscapes)
    second.pointee.string(range, hasEscapes: hasEscapes)
  }

  @inline(__always)
  mutating func number(_ range: Range<Int>) {
    first.pointee.number(range)
    second.pointee.number(range)
  }

  @inline(__always)
  mutating func literal(_ range: Range<Int>) {
    first.pointee.literal(range)
    second.pointee.literal(range)
  }

  mutating func loneSurrogate(at offset: Int) {
    first.pointee.loneSurrogate(at: offset)
    second.pointee.loneSurrogate(at: offset)
  }
}

private struct RemarkVisitor: ~Copyable, JSONVisitor {
  let findsDuplicateNames: Bool
  let findsLoneSurrogates: Bool
  let remarkLimit: Int
  var text = Bytes(start: nil, count: 0)
  var names = MemberNames()
  var remarks: [RecordChecker.Remark] = []
  var duplicateNameCount = 0
  var loneSurrogateCount = 0

  init(findsDuplicateNames: Bool, findsLoneSurrogates: Bool, remarkLimit: Int) {
    self.findsDuplicateNames = findsDuplicateNames
    self.findsLoneSurrogates = findsLoneSurrogates
    self.remarkLimit = remarkLimit
  }

  mutating func begin(_ text: Bytes) {
    self.text = text
    if duplicateNameCount > 0 || loneSurrogateCount > 0 { forget() }
  }

  mutating func end() {
    text = Bytes(start: nil, count: 0)
    names.removeAll()
  }

  mutating func forget() {
    remarks.removeAll(keepingCapacity: true)
    duplicateNameCount = 0
    loneSurrogateCount = 0
  }

  @inline(__always)
  mutating func beginObject(at offset: Int) {
    if findsDuplicateNames { names.beginObject() }
  }

  @inline(__always)
  mutating func endObject(at offset: Int) {
    if findsDuplicateNames { names.endObject() }
  }

  @inline(__always)
  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard findsDuplicateNames, !names.insert(range, in: text, hasEscapes: hasEscapes) else { return }
    duplicateNameCount += 1
    if duplicateNameCount <= remarkLimit {
      remarks.append(RecordChecker.Remark(rule: .duplicateName, offset: range.lowerBound - 1))
    }
  }

  mutating func loneSurrogate(at offset: Int) {
    guard findsLoneSurrogates else { return }
    loneSurrogateCount += 1
    if loneSurrogateCount <= remarkLimit {
      remarks.append(RecordChecker.Remark(rule: .loneSurrogate, offset: offset))
    }
  }
}
