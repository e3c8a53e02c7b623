import Core

/// How tokens are counted: `--counter`, `--tokenizer` and what belongs to them.
struct TokenOptions {
  private enum Source {
    case counter(TokenCounter)
    case vocabulary(path: String, pattern: String)
  }

  private let source: Source
  /// What a count is multiplied with.
  let scale: Double
  /// By how many percent a count may be too low, where it must not be.
  let margin: Int
  /// What is kept free of a budget.
  let reserve: Int
  /// What an image costs.
  let imageTokens: Int

  /// Whether the count is no estimate, so that it needs no margin.
  var isExact: Bool {
    if case .vocabulary = source { true } else { false }
  }

  /// What the larger images cost with the models of today.
  private static let usualImageTokens = 1600
  private static let usualMargin = 10

  init(_ arguments: Arguments) throws(UsageError) {
    try arguments.exclude(Tail.counter, Tail.tokenizer)
    let pattern = arguments[Tail.tokenizerPattern]
    if let path = arguments[Tail.tokenizer] {
      guard let text = pattern.map({ TokenPattern(rawValue: $0)?.text ?? $0 }) ?? TokenPattern(file: path)?.text else {
        throw UsageError(
          "the name of \(Tail.tokenizer.name)'s file does not tell how it splits a text",
          hint: "\(Tail.tokenizerPattern.name) does: \(TokenPattern.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      source = .vocabulary(path: path, pattern: text)
    } else {
      guard pattern == nil else { throw UsageError("\(Tail.tokenizerPattern.name) needs \(Tail.tokenizer.name)") }
      source = .counter(try arguments.choice(Tail.counter) ?? .o200k)
    }
    scale = try Self.scale(arguments[Tail.tokenScale])
    imageTokens = try arguments.count(Tail.imageTokens, maximum: Self.most) ?? Self.usualImageTokens
    reserve = try arguments.count(Tail.reserve, maximum: Self.most) ?? 0
    let isExact = arguments.has(Tail.tokenizer)
    margin = try arguments.count(Tail.margin, maximum: 1000) ?? (isExact ? 0 : Self.usualMargin)
  }

  /// More than any model takes; products with it stay within 64 bits.
  static let most = 1_000_000_000

  private static func scale(_ value: String?) throws(UsageError) -> Double {
    guard let value else { return 1 }
    guard let scale = Double(value), scale > 0, scale <= 100 else {
      throw UsageError("\(Tail.tokenScale.name) takes a number such as 1.15")
    }
    return scale
  }

  /// A count with the scale in it, rounded up.
  func scaled(_ count: Int) -> Int {
    scale == 1 ? count : Int(min((Double(count) * scale).rounded(.up), Double(Self.most) * 1000))
  }

  /// What a record of so many tokens takes of a budget, in hundredths of a token: with the scale and the margin in it.
  func cost(_ count: Int) -> Int {
    let (cost, overflow) = scaled(count).multipliedReportingOverflow(by: 100 + margin)
    return overflow ? Int.max / 4 : cost
  }

  /// What `tokenCount` tokens allow, in the unit of `cost`.
  func budget(_ tokenCount: Int) -> Int {
    max(0, tokenCount - reserve) * 100
  }

  /// How many tokens must be allowed for a cost.
  func tokenCount(of cost: Int) -> Int {
    cost / 100 + (cost % 100 > 0 ? 1 : 0) + reserve
  }

  /// Makes what counts; reads the vocabulary if there is one.
  func makeCounter() throws -> RecordTokens {
    switch source {
    case .counter(let counter):
      return RecordTokens(.estimate(counter), imageTokens: imageTokens)
    case .vocabulary(let path, let text):
      let pattern: SplitPattern
      do {
        pattern = try SplitPattern(text)
      } catch {
        throw UsageError("\(Tail.tokenizerPattern.name) is no pattern: \(error.words)")
      }
      let vocabulary = try Vocabulary(contentsOf: path)
      return RecordTokens(.exact(Tokenizer(vocabulary, pattern: pattern)), imageTokens: imageTokens)
    }
  }
}

extension SplitPattern.Fault {
  fileprivate var words: String {
    switch self {
    case .malformed(let words, let offset): "\(words) (at byte \(offset))"
    case .limitReached: "a limit was reached"
    }
  }
}
