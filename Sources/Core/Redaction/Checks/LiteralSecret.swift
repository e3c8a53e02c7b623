/// Tells a value that is itself the secret from one that only says where the secret comes from.
///
///     literal       hunter2   changeme   pa$$w0rd!   eyJhbGciOi…   correct horse battery staple
///     reference     ${VAR}   $VAR   %(name)s   {{ x }}   f(x)   a.b.c   env["X"]   process.env.X   DB_PASSWORD
///     placeholder   <your key>   ****   xxxx-xxxx   your_api_key   [REDACTED]   …
///     nothing       ""   true   null   none   string
enum LiteralSecret {
  /// Whether `text`, found as the value of a secret's name, is a literal.
  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = Value(text)
    guard value.count > 0, value.count <= 1 << 20 else { return false }
    return !value.isWordForNothing && !value.isLabel && !value.isTemplate && !value.isMasked
      && !value.isPlaceholderPhrase && !value.isCode && !value.isLocation
  }

  /// A value without the white space and quotes around it.
  private struct Value {
    private let bytes: Slice<UnsafeBufferPointer<UInt8>>

    init(_ text: UnsafeBufferPointer<UInt8>) {
      var start = 0
      var end = text.count
      while start < end, Self.isAround(text[start]) { start += 1 }
      while end > start, Self.isAround(text[end - 1]) { end -= 1 }
      bytes = text[start..<end]
    }

    private static func isAround(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    var count: Int { bytes.count }

    /// The byte at a 0-based place of the value; 0 outside.
    private subscript(place: Int) -> UInt8 {
      place >= 0 && place < bytes.count ? bytes[bytes.startIndex + place] : 0
    }

    private var last: UInt8 { self[count - 1] }

    // MARK: Nothing

    /// An empty value in some language, or a type's name as schemas and signatures write it.
    var isWordForNothing: Bool {
      guard count <= 12 else { return false }
      return isOne(
        of: """
          true false null none nil undefined nan yes no on off n/a na tbd todo unset empty void self string str \
          number integer int int64 boolean bool object array any bytes char varchar text required optional {} [] () \
          - -- \\ | > |- >- = ; ,
          """)
    }

    // MARK: Labels and templates

    /// `[UPPER_SNAKE]` and nothing else: what a redaction leaves behind. Of pseudonyms the rules in use know.
    var isLabel: Bool {
      guard self[0] == UInt8(ascii: "["), last == UInt8(ascii: "]"), count > 2 else { return false }
      // Words only: a bracketed value with digits could be the secret itself.
      var place = 1
      while Self.isUpper(self[place]) || self[place] == UInt8(ascii: "_") { place += 1 }
      guard place > 1, Self.isUpper(self[1]) else { return false }
      return place == count - 1
    }

    /// A value that something else will fill in.
    var isTemplate: Bool {
      switch self[0] {
      case UInt8(ascii: "<"): if last == UInt8(ascii: ">") { return true }
      case UInt8(ascii: "{"): if last == UInt8(ascii: "}") { return true }
      case UInt8(ascii: "%"): if isPercentReference { return true }
      case UInt8(ascii: "$"), UInt8(ascii: "@"): if isIdentifier(from: 1) { return true }
      default: break
      }
      return containsReference || contains("#{") || contains("$(") || contains("<%") || contains("%(")
    }

    /// `${VAR}`, `${VAR:-x}`, `{{ x }}`, also cut off: a name in braces. Passwords may have the braces alone.
    private var containsReference: Bool {
      (0..<count).contains { place in
        guard self[place + 1] == UInt8(ascii: "{") else { return false }
        let isDouble = self[place] == UInt8(ascii: "{")
        guard isDouble || self[place] == UInt8(ascii: "$") else { return false }
        var end = place + 2
        while end < place + 66, Self.isWord(self[end]) || [0x20, 0x24, 0x2E].contains(self[end]) { end += 1 }
        switch self[end] {
        case UInt8(ascii: "}"): return !isDouble || end + 1 >= count || self[end + 1] == UInt8(ascii: "}")
        case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ";"): return false
        default: return true
        }
      }
    }

    /// `%s`, `%-10d`, `%NAME%`, `%1$s`.
    private var isPercentReference: Bool {
      guard count > 1, count <= 40 else { return false }
      let isNamed = last == UInt8(ascii: "%")
      let end = isNamed ? count - 1 : count
      guard isNamed || count <= 6 else { return false }
      return (1..<end).allSatisfy { Self.isWord(self[$0]) || self[$0] == 0x2D || self[$0] == 0x2E || self[$0] == 0x24 }
    }

    // MARK: Masks

    /// Hidden already: stars, dots, x, bullets; also a few last figures left to see (`****1234`).
    var isMasked: Bool {
      var run = 0
      var isFillerOnly = count >= 3
      for place in 0..<count {
        let byte = self[place]
        run = place > 0 && byte | 0x20 == self[place - 1] | 0x20 ? run + 1 : 1
        let isStar = byte == UInt8(ascii: "*")
        let isX = byte | 0x20 == UInt8(ascii: "x")
        if run >= 4, isStar || isX { return true }
        let isBullet = byte == 0xE2 || byte == 0x80 || (byte >= 0xA2 && byte <= 0xA6) || byte == 0x97 || byte == 0x8F
        let isDash = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ")
        let isDot = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?")
        if !(isStar || isX || isBullet || isDash || isDot) { isFillerOnly = false }
      }
      return isFillerOnly || (count < 24 && endsWith("...")) || (count < 24 && endsWith("\u{2026}"))
    }

    /// Words that only documentation puts where a secret stands. `changeme` is none: people leave it.
    var isPlaceholderPhrase: Bool {
      guard count <= 80 else { return false }
      return startsWith("your_") || startsWith("your-") || startsWith("your ") || startsWith("yourapi")
        || startsWith("yoursecret") || startsWith("yourpass") || startsWith("yourtoken") || startsWith("<your")
        || startsWith("insert_") || startsWith("insert-") || startsWith("insert ") || startsWith("enter your")
        || startsWith("put your") || startsWith("put_your") || startsWith("add your") || startsWith("replace_")
        || startsWith("replace-") || startsWith("replace with") || contains("placeholder") || contains("redacted")
        || contains("goes here") || endsWith("_here") || endsWith("-here") || endsWith(" here")
    }

    // MARK: Code

    /// An expression: a call, a subscript, a path of names, a constant's name.
    var isCode: Bool {
      if startsWith("new ") || startsWith("await ") || startsWith("lambda ") || startsWith("!ref ") { return true }
      if startsWith("!sub ") || startsWith("!getatt ") || startsWith("function") || startsWith("async ") { return true }
      guard count <= 512 else { return false }
      // A path of names: letters, digits, `_`, joined by `.`, `::`, `->`, `?.`.
      var place = self[0] == UInt8(ascii: "$") || self[0] == UInt8(ascii: "&") || self[0] == UInt8(ascii: "@") ? 1 : 0
      var names = 0
      var looksRandom = false
      let rootStart = place
      while place < count {
        let start = place
        guard Self.isLetter(self[place]) || self[place] == UInt8(ascii: "_") else { return false }
        var digits = 0
        while Self.isWord(self[place]) {
          if Self.isDigit(self[place]) { digits += 1 }
          place += 1
        }
        names += 1
        if place - start > 32 || (place - start >= 12 && digits >= 2) || digits > 4 { looksRandom = true }
        switch self[place] {
        case UInt8(ascii: "("):
          // `f(x)`, closed or cut off; not `Pa(ss`: nothing is called without an argument list.
          return !looksRandom && (last == UInt8(ascii: ")") || last == UInt8(ascii: ";") || names > 1)
        case UInt8(ascii: "["):
          return !looksRandom && (last == UInt8(ascii: "]") || last == UInt8(ascii: ";"))
        case UInt8(ascii: "."): place += 1
        case UInt8(ascii: "?") where self[place + 1] == UInt8(ascii: "."): place += 2
        case UInt8(ascii: ":") where self[place + 1] == UInt8(ascii: ":"): place += 2
        case UInt8(ascii: "-") where self[place + 1] == UInt8(ascii: ">"): place += 2
        case 0 where place >= count: break
        case UInt8(ascii: ";") where place == count - 1: place += 1
        default: return false
        }
      }
      // `dragon.guitar72`: members of anything end in two digits more seldom than passwords do.
      let endsInNumber = Self.isDigit(last) && Self.isDigit(self[count - 2])
      if names > 1 { return !looksRandom && !endsInNumber && Wording.isWords(UnsafeBufferPointer(rebasing: bytes)) }
      return isConstantName(from: rootStart)
    }

    /// `DB_PASSWORD`: upper case with an underscore inside and at most two digits.
    private func isConstantName(from start: Int) -> Bool {
      var underscores = 0
      var digits = 0
      for place in start..<count {
        let byte = self[place]
        if byte == UInt8(ascii: "_") { underscores += 1 }
        if Self.isDigit(byte) { digits += 1 }
        guard Self.isUpper(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "_") else { return false }
      }
      return underscores > 0 && digits <= 2 && Self.isLetter(last)
    }

    // MARK: Locations

    /// Where the secret is kept: a file, a URL without credentials, a vault's reference.
    var isLocation: Bool {
      if startsWith("op://") || startsWith("vault:") || startsWith("ref+") || startsWith("file:") { return true }
      if startsWith("arn:aws:") || startsWith("secretref:") || startsWith("keyvault") { return true }
      if startsWith("http://") || startsWith("https://") { return !contains("@") && !contains("=") }
      guard startsWith("/") || startsWith("./") || startsWith("../") || startsWith("~/") else { return false }
      var slashes = 0
      var digits = 0
      for place in 0..<count {
        let byte = self[place]
        if byte == UInt8(ascii: "/") { slashes += 1 }
        if Self.isDigit(byte) { digits += 1 }
        guard Self.isWord(byte) || byte == 0x2F || byte == 0x2D || byte == 0x2E || byte == 0x7E else { return false }
      }
      return slashes > 1 && digits * 6 < count
    }

    // MARK: Comparing

    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F }

    private static func folded(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

    /// Whether a name and nothing else stands from `start` on: `$VAR`, `@var`, but not `$2a$10$…` nor `$ecret!`.
    private func isIdentifier(from start: Int) -> Bool {
      guard Self.isLetter(self[start]) || self[start] == UInt8(ascii: "_") else { return false }
      return (start..<count).allSatisfy { Self.isWord(self[$0]) }
    }

    /// Whether `words`, lower case and separated by a space, hold the whole value, letter case aside.
    private func isOne(of words: StaticString) -> Bool {
      let start = words.utf8Start
      let size = words.utf8CodeUnitCount
      var word = 0
      while word < size {
        var end = word
        while end < size, start[end] != 0x20 { end += 1 }
        if end - word == count, (0..<count).allSatisfy({ Self.folded(self[$0]) == start[word + $0] }) { return true }
        word = end + 1
      }
      return false
    }

    private func startsWith(_ word: StaticString) -> Bool { stands(word, at: 0) }
    private func endsWith(_ word: StaticString) -> Bool { stands(word, at: count - word.utf8CodeUnitCount) }

    private func contains(_ word: StaticString) -> Bool {
      guard count >= word.utf8CodeUnitCount else { return false }
      return (0...count - word.utf8CodeUnitCount).contains { stands(word, at: $0) }
    }

    /// Whether `word`, written in lower case, stands at a place, letter case aside.
    private func stands(_ word: StaticString, at place: Int) -> Bool {
      let size = word.utf8CodeUnitCount
      guard place >= 0, place + size <= count else { return false }
      return (0..<size).allSatisfy { Self.folded(self[place + $0]) == word.utf8Start[$0] }
    }
  }
}
