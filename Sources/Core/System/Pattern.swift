import CPCRE2

/// A pattern that PCRE2 refuses to compile.
package struct PatternError: Error, Equatable {
  /// PCRE2's words, which never repeat the pattern.
  package var message: String
  /// In the pattern, in bytes.
  package var offset: Int
  /// Whether the fault is the name of a Unicode property that PCRE2 does not know.
  package var isUnknownProperty = false
  /// Whether it is that PCRE2 cannot know how far a look-behind looks.
  package var isLookBehind = false
}

/// A match that was given up: a limit was reached, and so nobody knows whether there is one.
package struct MatchLimitError: Error, Equatable {}

/// What matching needs and one thread may share between its patterns.
package final class MatchContext {
  fileprivate let context: OpaquePointer?
  private let stack: OpaquePointer?
  private let deadline: UnsafeMutablePointer<MatchDeadline>

  /// Bounds what one match may try; no built-in rule comes near it, and a user's rule that does is stopped.
  private static let matchLimit: UInt32 = 10_000_000
  /// KiB, for a match without JIT.
  private static let heapLimit: UInt32 = 20_000

  /// - Parameter stackSize: what JIT code may use at most, in bytes; memory only where it is needed.
  package init(stackSize: Int = 1 << 20) {
    context = pcre2_match_context_create_8(nil)
    // JIT code gets 32 KiB of the machine stack by itself, which long repeats of groups outgrow.
    stack = pcre2_jit_stack_create_8(32 << 10, stackSize, nil)
    deadline = .allocate(capacity: 1)
    deadline.initialize(to: MatchDeadline())
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_heap_limit_8(context, Self.heapLimit)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    pcre2_set_callout_8(context, { _, data in MatchDeadline.hasPassed(data) ? PCRE2_ERROR_CALLOUT : 0 }, deadline)
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
    deadline.deallocate()
  }

  /// Bounds the next match.
  ///
  /// - Parameters:
  ///   - count: how often the matcher may try something at one place.
  ///   - nanoseconds: of this thread's time on the processor, as far as the pattern has callouts (`(?C1)`).
  ///   - size: of the text, which is what may be walked over between two callouts.
  package func limit(count: Int, nanoseconds: UInt64, size: Int) {
    pcre2_set_match_limit_8(context, UInt32(clamping: count))
    deadline.pointee = MatchDeadline(nanoseconds: nanoseconds, size: size)
  }
}

/// When a match is given up, looked at by the callouts of its pattern.
private struct MatchDeadline {
  /// By the clock of the thread; nil for none. It is set at the first look, which most matches never come to.
  private var end: UInt64?
  private var nanoseconds: UInt64?
  /// Callouts between two looks at the clock, which takes as long as walking over some hundred bytes.
  private var stride = 1
  private var callouts = 0

  init() {}

  init(nanoseconds: UInt64, size: Int) {
    self.nanoseconds = nanoseconds
    stride = max(1, (1 << 20) / max(size, 1))
  }

  static func hasPassed(_ data: UnsafeMutableRawPointer?) -> Bool {
    guard let deadline = data?.assumingMemoryBound(to: MatchDeadline.self),
      let nanoseconds = deadline.pointee.nanoseconds
    else { return false }
    deadline.pointee.callouts += 1
    guard deadline.pointee.callouts >= deadline.pointee.stride else { return false }
    deadline.pointee.callouts = 0
    let now = Clock.threadNanoseconds
    guard let end = deadline.pointee.end else {
      deadline.pointee.end = now &+ nanoseconds
      return false
    }
    return now > end
  }
}

/// A compiled pattern. It belongs to one thread at a time.
package final class Pattern {
  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let isAnchored: Bool
  /// Compiling to machine code costs as much as a few hundred matches without it, and most patterns are needed for a few
  /// places only.
  @exclusivity(unchecked) private var hasJIT = false
  /// What may still be done without it, in matches; a search of a long text counts for many.
  @exclusivity(unchecked) private var patience: Int
  private static let patienceOfBuiltInRules = 64
  /// Bytes of a text that cost as much to search as a match at one place.
  private static let searchStep = 32
  /// How many captures the pattern has.
  package let groupCount: Int

  /// - Parameters:
  ///   - pattern: PCRE2's syntax, as UTF-8; matched as UTF-8, with ASCII's `\d`, `\w` and `\b`.
  ///   - isAnchored: whether a match begins where the search begins.
  ///   - isKnown: whether the pattern is one of ours, which come near no limit and so are the same with and without JIT.
  ///     Any other gets its machine code at once, or what it does on a hostile text would depend on the texts before.
  /// - Complexity: 10 to 18 µs for a common rule, 100 and more with its machine code.
  package convenience init(_ pattern: Bytes, isAnchored: Bool, isKnown: Bool = false) throws(PatternError) {
    // PCRE2 looks ahead for a byte that a match must hold, through all of the text; at a thousand places in a text
    // without it that is quadratic, and for an anchored pattern never worth it.
    try self.init(
      pattern, options: isAnchored ? PCRE2_ANCHORED | PCRE2_NO_START_OPTIMIZE : 0, isAnchored: isAnchored,
      patience: isKnown ? Self.patienceOfBuiltInRules : 0)
    if !isKnown { compileToMachineCode() }
  }

  /// - Parameter pattern: what a `PatternTranslator` has made of a pattern of ECMA-262. It gets its machine code when it
  ///   is first needed.
  package convenience init(translated pattern: Bytes) throws(PatternError) {
    try self.init(
      pattern, options: PCRE2_MATCH_UNSET_BACKREF | PCRE2_ALLOW_EMPTY_CLASS, isAnchored: false, patience: 0)
  }

  private init(_ pattern: Bytes, options: UInt32, isAnchored: Bool, patience: Int) throws(PatternError) {
    let options = options | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY
    var errorCode: Int32 = 0
    var errorOffset = 0
    guard
      let code = pcre2_compile_8(pattern.baseAddress, pattern.count, options, &errorCode, &errorOffset, nil),
      let matchData = pcre2_match_data_create_from_pattern_8(code, nil)
    else {
      throw PatternError(
        message: Self.message(errorCode), offset: errorOffset,
        isUnknownProperty: errorCode == PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY,
        isLookBehind: errorCode == PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH)
    }
    self.code = code
    self.matchData = matchData
    self.isAnchored = isAnchored
    self.patience = patience
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    groupCount = Int(count)
  }

  private func compileToMachineCode() {
    // Without JIT on this processor the patience never ends.
    hasJIT = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
    patience = .max
  }

  deinit {
    pcre2_match_data_free_8(matchData)
    pcre2_code_free_8(code)
  }

  /// Finds the first match at or after `start` (exactly there if the pattern is anchored).
  ///
  /// - Parameters:
  ///   - text: well-formed UTF-8; the caller has checked it.
  ///   - group: the capture to tell of.
  /// - Returns: the ranges of the match and of the group, which is the whole match where the group took no part; nil if
  ///   there is no match.
  /// - Throws: when a limit was reached.
  @inline(__always)
  package func firstMatch(
    in text: Bytes, from start: Int, group: Int, _ context: MatchContext
  ) throws(MatchLimitError) -> (whole: Range<Int>, group: Range<Int>)? {
    if !hasJIT {
      patience -= isAnchored ? 1 : 1 + (text.count - start) / Self.searchStep
      if patience < 0 { compileToMachineCode() }
    }
    let result =
      hasJIT
      ? pcre2_jit_match_8(code, text.baseAddress, text.count, start, 0, matchData, context.context)
      : pcre2_match_8(
        code, text.baseAddress, text.count, start, PCRE2_NO_UTF_CHECK, matchData, context.context)
    guard result != PCRE2_ERROR_NOMATCH else { return nil }
    guard result > 0, let vector = pcre2_get_ovector_pointer_8(matchData) else { throw MatchLimitError() }
    // `\K` can put the start behind the end.
    let whole = min(vector[0], vector[1])..<max(vector[0], vector[1])
    guard group < Int(result) else { return (whole, whole) }
    // A group that took no part has the offsets PCRE2_UNSET, which is -1 here.
    let (first, last) = (vector[2 * group], vector[2 * group + 1])
    guard first >= 0, first <= last else { return (whole, whole) }
    return (whole, first..<last)
  }

  /// Whether there is a match anywhere.
  ///
  /// - Parameter text: well-formed UTF-8; the caller has checked it.
  /// - Throws: when a limit was reached.
  package func hasMatch(in text: Bytes, _ context: MatchContext) throws(MatchLimitError) -> Bool {
    if !hasJIT, patience == 0 { compileToMachineCode() }
    let result =
      hasJIT
      ? pcre2_jit_match_8(code, text.baseAddress, text.count, 0, 0, matchData, context.context)
      : pcre2_match_8(code, text.baseAddress, text.count, 0, PCRE2_NO_UTF_CHECK, matchData, context.context)
    guard result != PCRE2_ERROR_NOMATCH else { return false }
    guard result >= 0 else { throw MatchLimitError() }
    return true
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let size = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return size > 0 ? String(decoding: buffer.prefix(Int(size)), as: UTF8.self) : "error \(code)"
  }
}
