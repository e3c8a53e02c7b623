/// Tells a value that is itself the secret from one that only says where the secret comes from.
///
///     literal       hunter2   changeme   pa$$w0rd!   eyJhbGciOi…   correct horse battery staple
///     reference     ${VAR}   $VAR   %(name)s   {{ x }}   f(x)   a.b.c   env["X"]   process.env.X   DB_PASSWORD
///     placeholder   <your key>   ****   xxxx-xxxx   your_api_key   [REDACTED]   …
///     nothing       ""   true   null   none   string
enum LiteralSecret {
  /// Whether `text`, found as the value of a secret's name, is a literal.
  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = ValueText(around: text)
    guard value.count > 0, value.count <= 1 << 20 else { return false }
    return !value.isWordForNothing && !value.isLabel && !value.isTemplate && !value.isMasked
      && !value.isPlaceholderPhrase && !value.isCode && !value.isLocation
  }
}

extension ValueText {
  /// A value without the white space and quotes around it.
  fileprivate init(around text: Bytes) {
    var start = 0
    var end = text.count
    while start < end, Self.isAround(text[start]) { start += 1 }
    while end > start, Self.isAround(text[end - 1]) { end -= 1 }
    self.init(bytes: text.slice(start, end))
  }

  private static func isAround(_ byte: UInt8) -> Bool { byte <= 0x20 || isOne(byte, of: "\"'`") }

  // MARK: Nothing

  /// An empty value in some language, or a type's name as schemas and signatures write it.
  fileprivate var isWordForNothing: Bool { count <= 12 && isOne(of: Self.wordsForNothing) }

  private static let wordsForNothing = WordList(
    """
    true false null none nil undefined nan yes no on off n/a na tbd todo unset empty void self string str \
    number integer int int64 boolean bool object array any bytes char varchar text required optional {} [] () \
    - -- \\ | > |- >- = ; ,
    """)

  // MARK: Labels and templates

  /// `[UPPER_SNAKE]` and nothing else: what a redaction leaves behind. Of pseudonyms the rules in use know.
  fileprivate var isLabel: Bool {
    guard self[0] == UInt8(ascii: "["), last == UInt8(ascii: "]"), count > 2 else { return false }
    // Words only: a bracketed value with digits could be the secret itself.
    var place = 1
    while Self.isUpper(self[place]) || self[place] == UInt8(ascii: "_") { place += 1 }
    guard place > 1, Self.isUpper(self[1]) else { return false }
    return place == count - 1
  }

  /// A value that something else will fill in.
  fileprivate var isTemplate: Bool {
    switch self[0] {
    case UInt8(ascii: "<"): if last == UInt8(ascii: ">") { return true }
    case UInt8(ascii: "{"): if last == UInt8(ascii: "}") { return true }
    case UInt8(ascii: "%"): if isPercentReference { return true }
    case UInt8(ascii: "$"), UInt8(ascii: "@"): if isIdentifier(from: 1) { return true }
    default: break
    }
    return containsReference
  }

  /// `${VAR}`, `${VAR:-x}`, `{{ x }}`, `#{x}`, `$(x)`, `<%`, `%(`, also cut off. What ends the name in braces otherwise
  /// makes it none: passwords may have the braces alone.
  private var containsReference: Bool {
    for place in 0..<max(0, count - 1) {
      switch (bytes[place], bytes[place + 1]) {
      case (UInt8(ascii: "#"), UInt8(ascii: "{")), (UInt8(ascii: "$"), UInt8(ascii: "(")): return true
      case (UInt8(ascii: "<"), UInt8(ascii: "%")), (UInt8(ascii: "%"), UInt8(ascii: "(")): return true
      case (UInt8(ascii: "{"), UInt8(ascii: "{")): if isReference(at: place, isDouble: true) { return true }
      case (UInt8(ascii: "$"), UInt8(ascii: "{")): if isReference(at: place, isDouble: false) { return true }
      default: break
      }
    }
    return false
  }

  private func isReference(at place: Int, isDouble: Bool) -> Bool {
    var end = place + 2
    while end < place + 66, Self.isWord(self[end]) || Self.isOne(self[end], of: " $.") { end += 1 }
    switch self[end] {
    case UInt8(ascii: "}"): return !isDouble || end + 1 >= count || self[end + 1] == UInt8(ascii: "}")
    case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ";"): return false
    default: return true
    }
  }

  /// `%s`, `%-10d`, `%NAME%`, `%1$s`.
  private var isPercentReference: Bool {
    guard count > 1, count <= 40 else { return false }
    let isNamed = last == UInt8(ascii: "%")
    let end = isNamed ? count - 1 : count
    guard isNamed || count <= 6 else { return false }
    return allSatisfy(from: 1, to: end) { Self.isWord($0) || Self.isOne($0, of: "-.$") }
  }

  // MARK: Masks

  /// Hidden already: stars, dots, x, bullets; also a few last figures left to see (`****1234`).
  fileprivate var isMasked: Bool {
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
    return isFillerOnly || (count < 24 && has(ending: Self.ellipses))
  }

  private static let ellipses = WordList("... \u{2026}")

  /// Words that only documentation puts where a secret stands. `changeme` is none: people leave it.
  fileprivate var isPlaceholderPhrase: Bool {
    count <= 80
      && (has(beginning: Self.placeholderBeginnings) || has(Self.placeholderParts) || has(ending: Self.placeholderEnds))
  }

  private static let placeholderBeginnings = WordList(
    """
    your_|your-|your |yourapi|yoursecret|yourpass|yourtoken|<your|insert_|insert-|insert |enter your|\
    put your|put_your|add your|replace_|replace-|replace with
    """, separatedBy: UInt8(ascii: "|"))
  private static let placeholderParts = WordList("placeholder|redacted|goes here", separatedBy: UInt8(ascii: "|"))
  private static let placeholderEnds = WordList("_here|-here| here", separatedBy: UInt8(ascii: "|"))

  // MARK: Code

  /// An expression: a call, a subscript, a path of names, a constant's name.
  fileprivate var isCode: Bool {
    if has(beginning: Self.codeBeginnings) { return true }
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
    if names > 1 { return !looksRandom && !endsInNumber && Wording.isWords(bytes) }
    return isConstantName(from: rootStart)
  }

  private static let codeBeginnings = WordList(
    "new |await |lambda |!ref |!sub |!getatt |function|async ", separatedBy: UInt8(ascii: "|"))

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
  fileprivate var isLocation: Bool {
    if has(beginning: Self.vaultBeginnings) { return true }
    if has(beginning: Self.addressBeginnings) {
      return bytes.firstOffset(of: UInt8(ascii: "@")) == nil && bytes.firstOffset(of: UInt8(ascii: "=")) == nil
    }
    guard has(beginning: Self.pathBeginnings) else { return false }
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

  private static let vaultBeginnings = WordList("op:// vault: ref+ file: arn:aws: secretref: keyvault")
  private static let addressBeginnings = WordList("http:// https://")
  private static let pathBeginnings = WordList("/ ./ ../ ~/")

  // MARK: Names

  /// Whether a name and nothing else stands from `start` on: `$VAR`, `@var`, but not `$2a$10$…` nor `$ecret!`.
  private func isIdentifier(from start: Int) -> Bool {
    guard Self.isLetter(self[start]) || self[start] == UInt8(ascii: "_") else { return false }
    return allSatisfy(from: start, Self.isWord)
  }
}
