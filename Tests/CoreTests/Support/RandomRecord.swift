@testable import Core

/// Records and pointers that are drawn, of few names, so that pointers lead somewhere and names come twice.
struct RandomRecord {
  private var generator: SplitMix
  private(set) var text = ""
  private static let names = ["a", "b", "\\u0061", "", "0", "1", "a/b", "~", "*", "é", "fernet", "\\ud800"]
  private static let tokens = ["a", "b", "", "0", "1", "a~1b", "~0", "~2", "é", "fernet", "*", "**", "2"]
  private static let scalars = [
    "\"\"", "\"x\"", "\"\\u0022\\n\"", "\"é 😀\"", "0", "-1.50e+3", "12345678901234567890", "true", "false", "null",
    "\"gAAAAA\"", "{\"fernet\":1}", "{}", "[]", "\"\u{2028}\"",
  ]
  private static let spaces = ["", "", "", " ", "\t", "\r", "  "]

  init(seed: UInt64) {
    generator = SplitMix(state: seed)
  }

  mutating func record() -> String {
    text = space()
    appendValue(depth: 0)
    text += space()
    return text
  }

  mutating func pointers() throws -> [PointerPattern] {
    try (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      let steps = (0..<Int.random(in: 0...3, using: &generator)).map { _ in "/" + draw(Self.tokens) }
      return try PointerPattern(steps.joined())
    }
  }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private mutating func appendValue(depth: Int) {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 1), using: &generator) {
    case 1, 2, 3: appendContainer(depth, "{", "}", isObject: true)
    case 4, 5: appendContainer(depth, "[", "]", isObject: false)
    default: text += draw(Self.scalars)
    }
  }

  private mutating func appendContainer(_ depth: Int, _ opening: String, _ closing: String, isObject: Bool) {
    text += opening + space()
    for number in 0..<Int.random(in: 0...4, using: &generator) {
      if number > 0 { text += "," + space() }
      if isObject { text += "\"" + draw(Self.names) + "\"" + space() + ":" + space() }
      appendValue(depth: depth + 1)
      text += space()
    }
    text += closing
  }

  private mutating func space() -> String { draw(Self.spaces) }

  private mutating func draw(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
}
