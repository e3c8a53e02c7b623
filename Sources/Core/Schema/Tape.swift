/// A JSON text read once: where its values are, in their order, sixteen bytes each. Nothing is copied or converted, and
/// the memory is used again for the next text.
///
///     {"a":[1,true],"b":""}
///     object   name a   array   number   boolean   name b   string
///     0        1        2       3        4         5        6
///
/// The members of an object are pairs of a name and a value; what lies inside a value is skipped by `next`.
struct Tape: ~Copyable {
  struct Node: BitwiseCopyable {
    /// Of the first byte; of a string, the one behind the quote.
    var start: UInt32
    /// Of the byte behind the last; of a string, the closing quote.
    var end: UInt32
    /// The number of the first node that is not part of this one.
    var next: UInt32
    /// The kind in the lowest three bits. Above them: of a string, whether it has escapes, and its number in the table
    /// of symbols; of an array or object, how many elements or members it has.
    var info: UInt32

    @inline(__always) var kind: ValueKind { ValueKind(rawValue: UInt8(truncatingIfNeeded: info & 7)) ?? .null }
    @inline(__always) var hasEscapes: Bool { info & 8 != 0 }
    /// 0 for a string that is not in the table.
    @inline(__always) var symbol: Int { Int(info &>> 4) }
    @inline(__always) var childCount: Int { Int(info &>> 4) }
    /// The number of the first node behind it.
    @inline(__always) var following: Int { Int(next) }
    @inline(__always) var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
    /// Of the first byte of the value, the quote of a string included.
    @inline(__always) var offset: Int { kind == .string ? Int(start) &- 1 : Int(start) }
  }

  /// The nodes of a larger text could not be counted.
  static let largestText = 1 << 29

  var builder = TapeBuilder()
  var scanner = JSONScanner()

  init() {}

  /// Reads a text of at most `largestText` bytes, which must stay where it is as long as the tape is used.
  mutating func read(_ text: Bytes, symbols: SymbolTable.View) throws(RecordError) {
    builder.begin(text, symbols)
    try scanner.scan(text, visitor: &builder)
  }

  var text: Bytes { builder.text }
  var nodeCount: Int { builder.nodes.count }

  @inline(__always)
  subscript(index: Int) -> Node { builder.nodes[index] }

  /// The bytes of a node; of a string, those between its quotes.
  @inline(__always)
  func bytes(_ index: Int) -> Bytes { builder.text.slice(builder.nodes[index].range) }
}

/// What a JSON value can be.
enum ValueKind: UInt8 {
  case null, boolean, number, string, array, object

  /// A bit of its own.
  @inline(__always) var bit: UInt8 { 1 &<< rawValue }
}

/// Writes a tape while its text is read.
// Not private: the compiler (6.3.1) fails on a private type in the layout of another file's class.
struct TapeBuilder: ~Copyable, JSONVisitor {
  var nodes = Stack<Tape.Node>(capacity: Self.usualSize)
  var text = Bytes(start: nil, count: 0)
  var symbols = SymbolTable.View()
  /// The containers around the innermost one.
  var outer = Stack<Container>(capacity: 64)
  var innermost = Container()

  struct Container: BitwiseCopyable {
    var node = 0
    /// What an element adds to `info`: one more in an array. The members of an object are counted by their names.
    var step: UInt32 = 0
  }

  private static let usualSize = 1 << 10
  private static let largestKept = 1 << 17

  mutating func begin(_ text: Bytes, _ symbols: SymbolTable.View) {
    // What one long line needed is not kept for all the short ones.
    if nodes.capacity > Self.largestKept, nodes.count < Self.largestKept { nodes = Stack(capacity: Self.usualSize) }
    nodes.count = 0
    outer.count = 0
    innermost = Container()
    self.text = text
    self.symbols = symbols
  }

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int, _ info: UInt32) {
    let next = UInt32(truncatingIfNeeded: nodes.count &+ 1)
    nodes.append(
      Tape.Node(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), next: next, info: info))
  }

  @inline(__always)
  private mutating func countElement() {
    guard innermost.step != 0 else { return }
    nodes[innermost.node].info &+= innermost.step
  }

  @inline(__always)
  private mutating func begin(_ kind: ValueKind, at offset: Int, step: UInt32) {
    countElement()
    outer.append(innermost)
    innermost = Container(node: nodes.count, step: step)
    append(offset, offset, UInt32(kind.rawValue))
  }

  @inline(__always)
  private mutating func end(at offset: Int) {
    nodes[innermost.node].end = UInt32(truncatingIfNeeded: offset &+ 1)
    nodes[innermost.node].next = UInt32(truncatingIfNeeded: nodes.count)
    innermost = outer.popLast() ?? Container()
  }

  @inline(__always)
  private mutating func append(_ range: Range<Int>, hasEscapes: Bool) {
    let symbol = symbols.symbol(range, in: text, hasEscapes: hasEscapes)
    append(
      range.lowerBound, range.upperBound,
      UInt32(ValueKind.string.rawValue) | (hasEscapes ? 8 : 0) | UInt32(truncatingIfNeeded: symbol) &<< 4)
  }

  @inline(__always) mutating func beginObject(at offset: Int) { begin(.object, at: offset, step: 0) }
  @inline(__always) mutating func endObject(at offset: Int) { end(at: offset) }
  @inline(__always) mutating func beginArray(at offset: Int) { begin(.array, at: offset, step: 16) }
  @inline(__always) mutating func endArray(at offset: Int) { end(at: offset) }

  @inline(__always)
  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    nodes[innermost.node].info &+= 16
    append(range, hasEscapes: hasEscapes)
  }

  @inline(__always)
  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    countElement()
    append(range, hasEscapes: hasEscapes)
  }

  @inline(__always)
  mutating func number(_ range: Range<Int>) {
    countElement()
    append(range.lowerBound, range.upperBound, UInt32(ValueKind.number.rawValue))
  }

  @inline(__always)
  mutating func literal(_ range: Range<Int>) {
    countElement()
    let kind = text[range.lowerBound] == UInt8(ascii: "n") ? ValueKind.null : .boolean
    append(range.lowerBound, range.upperBound, UInt32(kind.rawValue))
  }
}
