/// What a scanner tells of a text while it reads it: ranges of bytes, in their order, nothing copied or converted.
///
/// Everything has a default that does nothing, and the scanner is compiled for each visitor, so what is not asked for
/// costs nothing.
package protocol JSONVisitor: ~Copyable {
  /// A `{` at `offset`.
  mutating func beginObject(at offset: Int)
  /// A `}` at `offset`.
  mutating func endObject(at offset: Int)
  /// A `[` at `offset`.
  mutating func beginArray(at offset: Int)
  /// A `]` at `offset`.
  mutating func endArray(at offset: Int)
  /// A member's name: the bytes between the quotes.
  mutating func name(_ range: Range<Int>, hasEscapes: Bool)
  /// A string value: the bytes between the quotes.
  mutating func string(_ range: Range<Int>, hasEscapes: Bool)
  mutating func number(_ range: Range<Int>)
  /// `true`, `false` or `null`.
  mutating func literal(_ range: Range<Int>)
  /// A `\u` escape at `offset` that is half of a surrogate pair without its other half.
  mutating func loneSurrogate(at offset: Int)
}

extension JSONVisitor where Self: ~Copyable {
  @inline(__always) package mutating func beginObject(at offset: Int) {}
  @inline(__always) package mutating func endObject(at offset: Int) {}
  @inline(__always) package mutating func beginArray(at offset: Int) {}
  @inline(__always) package mutating func endArray(at offset: Int) {}
  @inline(__always) package mutating func name(_ range: Range<Int>, hasEscapes: Bool) {}
  @inline(__always) package mutating func string(_ range: Range<Int>, hasEscapes: Bool) {}
  @inline(__always) package mutating func number(_ range: Range<Int>) {}
  @inline(__always) package mutating func literal(_ range: Range<Int>) {}
  @inline(__always) package mutating func loneSurrogate(at offset: Int) {}
}

/// Looks at nothing: for texts that are only to be checked.
package struct CheckingVisitor: JSONVisitor {
  package init() {}
}
