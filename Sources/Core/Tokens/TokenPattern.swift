/// The published patterns by which vocabularies split a text.
package enum TokenPattern: String, CaseIterable, Sendable {
  case o200k, cl100k, p50k, tekken

  /// The pattern of a vocabulary, by the name of its file.
  package init?(file: String) {
    let name = FilePath.baseName(of: file)
    let owner: TokenPattern? =
      if name.hasPrefix("gpt2") || name.hasPrefix("r50k") {
        .p50k
      } else {
        TokenPattern.allCases.first { name.hasPrefix($0.rawValue) }
      }
    guard let owner else { return nil }
    self = owner
  }

  /// What is white space to those who wrote the patterns (Unicode's White_Space): PCRE2's own `\s` has one more.
  private static let space =
    #"\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}"#

  /// In PCRE2's syntax.
  package var text: String {
    let space = Self.space
    let marked = #"\p{Lm}\p{Lo}\p{M}"#
    let upper = #"[\p{Lu}\p{Lt}\#(marked)]"#
    let lower = #"[\p{Ll}\#(marked)]"#
    let lead = #"[^\r\n\p{L}\p{N}]?"#
    let end = #"[\#(space)]*[\r\n]+|[\#(space)]+(?![^\#(space)])|[\#(space)]+"#
    switch self {
    case .o200k:
      let short = "(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
      return "\(lead)\(upper)*\(lower)+\(short)|\(lead)\(upper)+\(lower)*\(short)"
        + #"|\p{N}{1,3}| ?[^\#(space)\p{L}\p{N}]+[\r\n/]*|\#(end)"#
    case .tekken:
      return "\(lead)\(upper)*\(lower)+|\(lead)\(upper)+\(lower)*"
        + #"|\p{N}| ?[^\#(space)\p{L}\p{N}]+[\r\n/]*|\#(end)"#
    case .cl100k:
      return #"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\#(space)\p{L}\p{N}]++[\r\n]*+"#
        + #"|[\#(space)]++\z|[\#(space)]*[\r\n]|[\#(space)]+(?![^\#(space)])|[\#(space)]"#
    case .p50k:
      return #"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\#(space)\p{L}\p{N}]++"#
        + #"|[\#(space)]++\z|[\#(space)]+(?![^\#(space)])|[\#(space)]"#
    }
  }
}
