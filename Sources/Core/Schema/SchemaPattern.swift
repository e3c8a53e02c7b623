/// A pattern of a schema, a regular expression of ECMA-262, ready to match with. It belongs to one thread at a time.
///
/// A match that takes too long is given up: its record is refused, never guessed at.
package final class SchemaPattern {
  private enum Matcher {
    /// Most patterns of schemas are no more than this.
    case plain(PlainPattern)
    case pattern(Pattern)
  }

  private let matcher: Matcher
  private let translation: PatternTranslator.Translation
  private let context: MatchContext
  /// With callouts, for texts long enough to get lost in.
  @exclusivity(unchecked) private var guarded: Pattern?

  /// In bytes: what a match may do in a shorter text is bounded by what it may try.
  private static let guardedSize = 256
  /// At one place. A repeat of a group needs one for each turn, in base64 text one for four bytes.
  private static func tryLimit(_ size: Int) -> Int { size < guardedSize ? 100_000 : 1_000_000 + 4 * size }
  /// One second on the processor, for one text.
  private static let nanosecondLimit: UInt64 = 1_000_000_000
  /// For the machine code, in bytes; a repeat of a group takes some for each turn.
  private static let stackSize = 16 << 20
  /// In bytes. No pattern that somebody has written comes near it.
  private static let largestPattern = 1 << 20

  /// What patterns of one thread may share to match with.
  package static func makeContext() -> MatchContext { MatchContext(stackSize: stackSize) }

  /// - Parameters:
  ///   - pattern: UTF-8, decoded from JSON.
  ///   - context: nil for one of its own.
  /// - Throws: when it is no pattern, or none that can be matched with as ECMA-262 says.
  /// - Complexity: some 20 µs, and some 100 µs more at the first match.
  package init(_ pattern: Bytes, context: MatchContext? = nil) throws(SchemaPatternError) {
    guard pattern.count <= Self.largestPattern else { throw SchemaPatternError(.tooLarge, at: 0) }
    translation = try PatternTranslator.translate(pattern)
    let compiled = try Self.compile(translation.plain, translation)
    self.context = context ?? Self.makeContext()
    matcher = PlainPattern(pattern).map { .plain($0) } ?? .pattern(compiled)
  }

  /// Whether a match stands anywhere in a text.
  ///
  /// - Parameter text: well-formed UTF-8; a half of a surrogate pair has become U+FFFD.
  /// - Throws: when nobody knows, because the match took too long.
  package func matches(_ text: Bytes) throws(MatchLimitError) -> Bool {
    switch matcher {
    case .plain(let plain): return plain.matches(text)
    case .pattern(let pattern):
      context.limit(count: Self.tryLimit(text.count), nanoseconds: Self.nanosecondLimit, size: text.count)
      guard text.count >= Self.guardedSize else { return try pattern.hasMatch(in: text, context) }
      if guarded == nil { guarded = try? Self.compile(translation.guarded, translation) }
      guard let guarded else { throw MatchLimitError() }
      return try guarded.hasMatch(in: text, context)
    }
  }

  private static func compile(
    _ text: [UInt8], _ translation: PatternTranslator.Translation
  ) throws(SchemaPatternError) -> Pattern {
    let copy = ByteBuffer(capacity: text.count)
    copy.append(text)
    do throws(PatternError) {
      return try Pattern(translated: copy.bytes)
    } catch {
      // The syntax is known to be right: what is left are PCRE2's own bounds, and names of scripts.
      if error.isUnknownProperty, let offset = translation.scriptOffset {
        throw SchemaPatternError(.unknownProperty, at: offset)
      }
      throw SchemaPatternError(error.isLookBehind ? .unboundedLookBehind : .tooLarge, at: 0)
    }
  }
}
