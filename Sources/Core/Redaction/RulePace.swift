/// Tells whether a rule is slow: by its keywords, and by the time that it takes for texts made to be hard for it.
struct RulePace {
  private let rule: Rule
  private let details: RuleDetails

  /// Bytes of a hard text, and of the shorter one that goes before: most rules are through with that.
  private static let hardSize = 1 << 16
  private static let trialSize = 1 << 13
  /// Nanoseconds that are too many for a byte of a hard text: 2 MB/s.
  private static let slowestByte: UInt64 = 500
  /// For a trial, which the machine may have interrupted.
  private static let suspiciousByte: UInt64 = 100

  init(_ rule: Rule, _ details: RuleDetails) {
    self.rule = rule
    self.details = details
  }

  /// What the keywords let expect.
  var keywordWarnings: [String] {
    var warnings: [String] = []
    for (index, place) in rule.keywords.enumerated() {
      let keyword = rule.text.decoded(place)
      if keyword.count < 3 {
        warnings.append("keyword \(index + 1) has only \(keyword.count) bytes, which many texts hold by chance: slow")
      } else if !details.isAnchored, Self.commonWords.contains(String(decoding: keyword, as: UTF8.self).lowercased()) {
        warnings.append("keyword \(index + 1) is a word of most records, and all of them are searched: slow")
      }
    }
    return warnings
  }

  private static let commonWords: Set<String> = [
    "and", "assistant", "code", "com", "content", "data", "error", "false", "file", "for", "from", "http", "http://",
    "https", "https://", "ing", "input", "ion", "message", "name", "null", "number", "org", "output", "path", "result",
    "role", "string", "text", "that", "the", "this", "time", "tool", "true", "type", "user", "value", "with", "www",
  ]

  /// Runs the rule over the hard texts.
  func measuredWarnings() -> [String] {
    guard details.pattern != nil else { return [] }
    let search = TextSearch(RuleSet([rule]))
    for (kind, text) in hardTexts {
      guard let trial = Self.time(of: text.repeated(toSize: Self.trialSize), search, times: 1) else {
        return [Self.limitReached(kind)]
      }
      guard trial > Self.suspiciousByte * UInt64(Self.trialSize) else { continue }
      guard let time = Self.time(of: text.repeated(toSize: Self.hardSize), search, times: 2) else {
        return [Self.limitReached(kind)]
      }
      guard time > Self.slowestByte * UInt64(Self.hardSize) else { continue }
      return [
        "slow: \(time / 1_000_000) ms for 64 KiB of \(kind); look for a repeat without bound inside another, or one that"
          + " each keyword starts anew"
      ]
    }
    return []
  }

  private static func limitReached(_ kind: String) -> String {
    "the pattern reaches its limit on \(kind): such records are withheld"
  }

  /// A text that goes on for ever: a beginning, and what is repeated behind it.
  private struct HardText {
    var start: [UInt8]
    var rest: [UInt8]

    func repeated(toSize size: Int) -> [UInt8] {
      var text = start
      guard !rest.isEmpty else { return text }
      while text.count < size { text += rest }
      return text
    }
  }

  /// What the rule has to begin at again and again, and what it may go on over without an end.
  private var hardTexts: [(kind: String, text: HardText)] {
    var texts: [(String, HardText)] = []
    for (name, seed) in seeds {
      texts.append(("\(name), repeated", HardText(start: [], rest: seed)))
      texts.append(("\(name) and a space, repeated", HardText(start: [], rest: seed + [0x20])))
      for (filler, byte) in Self.fillers {
        texts.append(("\(name) and then only \(filler)", HardText(start: seed, rest: [byte])))
        texts.append(
          (
            "\(name) and 60 bytes of \(filler), repeated",
            HardText(start: [], rest: seed + .init(repeating: byte, count: 60))
          )
        )
      }
    }
    return texts
  }

  private static let fillers: [(String, UInt8)] = [
    ("letters", UInt8(ascii: "a")), ("digits", UInt8(ascii: "1")), ("spaces", 0x20), ("dashes", UInt8(ascii: "-")),
    ("dots", UInt8(ascii: ".")), ("'='", UInt8(ascii: "=")),
  ]

  private var seeds: [(String, [UInt8])] {
    var seeds: [(String, [UInt8])] = []
    switch rule.recognition {
    case .keywords: seeds.append(("keyword 1", rule.keywords.first { _ in true }.map(rule.text.decoded) ?? []))
    case .trigger(let trigger): seeds.append(("places of the trigger", Self.place(of: trigger)))
    case .names: break
    }
    if let place = details.positives.first {
      let example = rule.text.decoded(place)
      // Cut short, so that most of it matches and the end does not.
      seeds.append(("positive 1 without its last byte", Self.withoutLastCharacter(example)))
    }
    return seeds
  }

  private static func place(of trigger: Trigger) -> [UInt8] {
    switch trigger {
    case .atSign: Array("a.b@".utf8)
    case .digits: Array("1 ".utf8)
    case .number: Array("12-34-567 ".utf8)
    case .word: Array("a1 ".utf8)
    case .longWord: Array("a1b2c3d4e5f6a7b8c9d0e1f2a3 ".utf8)
    case .countryCode: Array("DE12 ".utf8)
    case .colon: Array("a:1:".utf8)
    }
  }

  private static func withoutLastCharacter(_ text: [UInt8]) -> [UInt8] {
    var text = text
    while let last = text.popLast(), last & 0xC0 == 0x80 {}
    return text
  }

  /// Nanoseconds of the quickest run, nil if the pattern reached its limit.
  private static func time(of text: [UInt8], _ search: TextSearch, times: Int) -> UInt64? {
    text.withUnsafeBufferPointer { text in
      var quickest = UInt64.max
      for _ in 0..<times {
        let start = Clock.monotonicNanoseconds
        guard (try? search.matches(in: text)) != nil else { return nil }
        quickest = min(quickest, Clock.monotonicNanoseconds - start)
      }
      return quickest
    }
  }
}
