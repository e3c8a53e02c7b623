import CPCRE2

/// A pattern by which a tokenizer splits a text into the pieces whose bytes it then joins.
///
/// It belongs to one thread at a time.
package final class SplitPattern {
  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let context: OpaquePointer?
  private let stack: OpaquePointer?

  /// A pattern that cannot be compiled, or that gives a text up.
  package enum Fault: Error, Equatable {
    /// PCRE2's words, and the offset in the pattern, in bytes.
    case malformed(String, offset: Int)
    case limitReached
  }

  /// No published pattern comes near it.
  private static let matchLimit: UInt32 = 100_000_000

  /// - Parameter pattern: PCRE2's syntax, matched over Unicode.
  package init(_ pattern: String) throws(Fault) {
    var errorCode: Int32 = 0
    var errorOffset = 0
    let options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY
    let bytes = Array(pattern.utf8)
    guard
      let code = pcre2_compile_8(bytes, bytes.count, options, &errorCode, &errorOffset, nil),
      let matchData = pcre2_match_data_create_8(1, nil)
    else {
      throw .malformed(Self.message(errorCode), offset: errorOffset)
    }
    self.code = code
    self.matchData = matchData
    pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    context = pcre2_match_context_create_8(nil)
    stack = pcre2_jit_stack_create_8(32 << 10, 8 << 20, nil)
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    pcre2_match_data_free_8(matchData)
    pcre2_code_free_8(code)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }

  /// The next piece at or behind `start`, nil if there is none.
  ///
  /// - Parameter text: well-formed UTF-8.
  package func next(in text: Bytes, from start: Int) throws(Fault) -> Range<Int>? {
    let result = pcre2_match_8(code, text.baseAddress, text.count, start, PCRE2_NO_UTF_CHECK, matchData, context)
    guard result != PCRE2_ERROR_NOMATCH else { return nil }
    guard result >= 0, let vector = pcre2_get_ovector_pointer_8(matchData), vector[0] <= vector[1] else {
      throw .limitReached
    }
    return vector[0]..<vector[1]
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let size = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return size > 0 ? String(decoding: buffer.prefix(Int(size)), as: UTF8.self) : "error \(code)"
  }
}
