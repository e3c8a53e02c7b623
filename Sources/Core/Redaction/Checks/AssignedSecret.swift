/// Judges what stands behind a secret's name and a sign of assignment in text, which is a literal less often than the
/// value of a member: programs assign calls, names, types and words to variables that are called `token`.
///
/// What does not read as words is no name of a program, whatever its dots and capitals look like.
enum AssignedSecret {
  /// How much of a value is looked at: what a program's name or a placeholder is shows at once.
  private static let reach = 400

  /// A password in quotes: any literal, be it one word.
  static func isPassword(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard LiteralSecret.accepts(text) else { return false }
    let value = ValueText(bytes: text.slice(0, min(text.count, reach)))
    return !value.isNoLiteral && !(value.isWordsAlone && Wording.isWords(text))
  }

  /// A password without quotes: with a digit or a sign, or no word; and no expression.
  static func isBarePassword(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isPassword(text) else { return false }
    let value = ValueText(bytes: text.slice(0, min(text.count, reach)))
    guard value.hasLetter, !value.isExpression else { return false }
    guard value.hasDigit || value.hasSign else { return !Wording.isWords(text) }
    return !(value.isVariable && Wording.isWords(text))
  }

  /// A token or key: with digits or signs that no name has, or no word.
  static func isSecret(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard LiteralSecret.accepts(text) else { return false }
    let value = ValueText(bytes: text.slice(0, min(text.count, reach)))
    guard !value.isNoLiteral, !value.isKnownForm, !value.isExpression else { return false }
    if value.hasDigit || value.hasKeySign {
      return !(value.isNames && Wording.isWords(text))
    }
    return !Wording.isWords(text)
  }
}

extension ValueText {
  // MARK: No literal

  /// A placeholder, a call, a reference, a type, a date, the name of an algorithm.
  fileprivate var isNoLiteral: Bool {
    if !contains(where: Self.isWord) || beginsWithBracket || isCall || isFormat { return true }
    if beginsWithDate { return true }
    return has(beginning: Self.referenceBeginnings) || has(Self.documentationParts)
  }

  private static let referenceBeginnings = WordList(
    """
    arn: arn/ vault: vault/ op: op/ ref: ref/ file: ssm: secretsmanager: secretsmanager/ ~/ \
    hs256 rs256 es256 hs512 utf-8 option< optional< vec< string| string? str| any| object| char*
    """)
  private static let documentationParts = WordList(
    "fake dummy placeholder example changeme your- your_ notlong not_long insert_ redacted ...")

  /// `{x`, `${x`, `@[x`; a path.
  private var beginsWithBracket: Bool {
    switch self[0] {
    case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "\\"): return true
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"):
      return Self.isOne(self[1], of: "{([<")
    case UInt8(ascii: "/"), UInt8(ascii: "."): return isPath
    default: return false
    }
  }

  /// `/a/b`, `./a`, `../a`; not Base64 that begins with a slash.
  private var isPath: Bool {
    var place = 0
    while place < 2, self[place] == UInt8(ascii: ".") { place += 1 }
    guard self[place] == UInt8(ascii: "/") else { return false }
    let isBase64 = allSatisfy {
      Self.isWord($0) && $0 != 0x5F || $0 == 0x2B || $0 == 0x2F || $0 == 0x3D
    }
    return !(isBase64 && count > 15 && hasDigit && contains(where: Self.isUpper))
  }

  /// `f(x)`, `a.b(`, `$x->y(`.
  private var isCall: Bool {
    var place = 0
    while Self.isWord(self[place]) || Self.isOne(self[place], of: ".$:>-") { place += 1 }
    return place > 0 && self[place] == UInt8(ascii: "(")
  }

  /// `%s`, `x%d`.
  private var isFormat: Bool {
    guard let place = bytes.firstOffset(of: UInt8(ascii: "%")) else { return false }
    guard place == 0 || place == count - 2 else { return false }
    return Self.isOne(self[place + 1], of: "sdv") || (place == 0 && self[1] == UInt8(ascii: "("))
  }

  private var beginsWithDate: Bool {
    (0..<10).allSatisfy { $0 == 4 || $0 == 7 ? self[$0] == UInt8(ascii: "-") : Self.isDigit(self[$0]) }
  }

  // MARK: Words

  /// Letters and what joins words, and at most a number of three digits behind a dash: `db-credentials-12`.
  fileprivate var isWordsAlone: Bool {
    var end = count
    while end > 0, Self.isDigit(self[end - 1]) { end -= 1 }
    if end < count, count - end > 3 || self[end - 1] != UInt8(ascii: "-") { return isReference }
    var joints = 0
    var capitals = 0
    for place in 0..<end {
      let byte = self[place]
      if byte &- 0x41 < 26 { capitals += 1 }
      if Self.isJoint(byte) { joints += 1 }
      guard Self.isLetter(byte) || Self.isJoint(byte) else { return isReference || isSentence }
    }
    // `hunter` is a password, `dbPassword` and `db_password` are names of one.
    return joints > 0 || capitals > 0 || startsWithPlaceholder
  }

  /// Three words or more, as a message has them.
  private var isSentence: Bool {
    guard Self.isLetter(self[0]), let first = bytes.firstOffset(of: 0x20) else { return false }
    return bytes.firstOffset(of: 0x20, from: first + 1) != nil
  }

  /// `#name`, `@name`, `*name`.
  private var isReference: Bool {
    guard Self.isOne(self[0], of: "#@&*!.") else { return false }
    let end = Self.isDigit(self[count - 1]) ? count - 1 : count
    return end > 1 && allSatisfy(from: 1, to: end) { Self.isLetter($0) || $0 == 0x5F || $0 == 0x2D }
  }

  /// `yourpassword`, `sometoken`.
  private var startsWithPlaceholder: Bool { has(beginning: Self.placeholderBeginnings) }

  private static let placeholderBeginnings = WordList(
    """
    your my the some insert replace enter sample masked hidden removed todo fixme none null undefined empty string \
    number invalid missing required optional user pass secret token key api value default auth credential login text \
    process import base64 ascii
    """)

  /// Words that may end in a few digits, one behind the other: `db_password_2`, `v1/keys/main`, `eu-west-1`.
  fileprivate var isNames: Bool {
    var place = 0
    var joints = 0
    while Self.isJoint(self[place]) { place += 1 }
    while place < count {
      let start = place
      while Self.isLetter(self[place]) { place += 1 }
      let letters = place - start
      while Self.isDigit(self[place]) { place += 1 }
      let digits = place - start - letters
      guard letters + digits > 0, digits <= 3, letters <= 40 else { return false }
      // `ed25519_key_v2`
      if Self.isLetter(self[place]) { if joints == 0 || self[place - 1] == 0 { return false } }
      if place < count {
        guard Self.isJoint(self[place]) || Self.isOne(self[place], of: "/:@") || Self.isLetter(self[place])
        else { return false }
        while Self.isJoint(self[place]) || Self.isOne(self[place], of: "/:@") {
          place += 1
          joints += 1
        }
      }
    }
    return true
  }

  /// What a program calls the place of a password: `pwd2`, `passArg1`, `DB_PW_2`.
  fileprivate var isVariable: Bool {
    guard allSatisfy(Self.isWord) else { return false }
    let end = Self.isDigit(self[count - 1]) ? count - 1 : count
    guard end > 0, allSatisfy(to: end, { !Self.isDigit($0) }) else { return false }
    // `default_pw2`
    if bytes.firstOffset(of: 0x5F) != nil, allSatisfy(to: end, { !Self.isUpper($0) }) { return true }
    return has(Self.variableParts) || allSatisfy(to: end) { !Self.isLower($0) }
  }

  private static let variableParts = WordList("pass pwd arg param str val text input var field buf opt hash")

  // MARK: Code

  /// `a==b`, `a->b`, `a::b`, `a&&b`, `a?.b`, `a+b`, `a[0]`, `name=value`, `x,y)`.
  fileprivate var isExpression: Bool {
    // `token.css::test_release`
    if self[0] == UInt8(ascii: ":") { return Wording.isWords(bytes) }
    guard Self.isLetter(self[0]) || self[0] == 0x5F else { return false }
    var place = 0
    while Self.isWord(self[place]) || self[place] == UInt8(ascii: ".") { place += 1 }
    guard place < count else { return false }
    let isWords = Wording.isWords(bytes.slice(0, place))
    let next = self[place + 1]
    switch self[place] {
    case UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"): return isWords
    case UInt8(ascii: "-"): return next == UInt8(ascii: ">")
    case UInt8(ascii: ":"): return next == UInt8(ascii: ":")
    case UInt8(ascii: "&"), UInt8(ascii: "|"): return next == self[place] && isWords
    case UInt8(ascii: "?"): return isWords && Self.isOne(next, of: ".?:")
    case UInt8(ascii: "="):
      return isWords && allSatisfy(to: place) { !Self.isDigit($0) }
    case UInt8(ascii: "+"):
      return isWords
        && allSatisfy { Self.isWord($0) || $0 == 0x2B || $0 == 0x2E } && !has(Self.addedNumbers)
    default: return false
    }
  }

  private static let addedNumbers = WordList("+1 +2 +3 +4 +5 +6 +7 +8 +9 +0")

  /// A version, an address, a digest, a number, a file's name: long, with digits, and no secret.
  fileprivate var isKnownForm: Bool {
    if isVersion || isAddress || isSmallNumber { return true }
    return has(beginning: Self.knownBeginnings) || has(Self.knownParts) || has(ending: Self.knownEnds)
  }

  private static let knownBeginnings = WordList(
    """
    0123456789abc abcdefghijk a-z0-9 urn: urn/ projects/ organizations/ secret: secret/ data: data/ http: https: \
    sha1: sha256: sha256- sha384- sha512- sha512: md5: md5-
    """)
  private static let knownParts = WordList("abcdefghijklmnop ########## xxxxxxxxxx snapshot")
  private static let knownEnds = WordList(
    """
    .py .js .ts .go .java .json .yaml .yml .pem .crt .key .txt .html .png .svg .cer .p12 .com .org .net .io .dev
    """)

  /// `1.2.3`, `v2.0`, `rc0.15`.
  private var isVersion: Bool {
    var place = self[0] | 0x20 == UInt8(ascii: "v") ? 1 : 0
    if self[0] == UInt8(ascii: "r"), self[1] == UInt8(ascii: "c") { place = 2 }
    let start = place
    while Self.isDigit(self[place]) { place += 1 }
    return place > start && place - start < 8 && self[place] == UInt8(ascii: ".") && Self.isDigit(self[place + 1])
  }

  /// `ada@example.org`.
  private var isAddress: Bool {
    guard let sign = bytes.firstOffset(of: UInt8(ascii: "@")), sign > 0 else { return false }
    return bytes.firstOffset(of: UInt8(ascii: "."), from: sign + 1) != nil
      && allSatisfy(from: sign + 1) { Self.isWord($0) || $0 == 0x2E || $0 == 0x2D }
      && allSatisfy(to: sign) { Self.isWord($0) || Self.isOne($0, of: ".+-") }
  }

  /// Up to fifteen digits, or sixteen of a number in hexadecimal.
  private var isSmallNumber: Bool {
    if self[0] == UInt8(ascii: "0"), self[1] == UInt8(ascii: "x") {
      return count <= 18
        && allSatisfy(from: 2) { Self.isDigit($0) || ($0 | 0x20) &- 0x61 < 6 }
    }
    return count <= 15 && allSatisfy(Self.isDigit)
  }

  // MARK: What it holds

  fileprivate var hasDigit: Bool { contains(where: Self.isDigit) }
  fileprivate var hasLetter: Bool { contains(where: Self.isLetter) }

  /// A sign that people put into passwords.
  fileprivate var hasSign: Bool {
    contains { Self.isOne($0, of: "!@#$%^&*?+~") }
  }

  /// A sign that no name has.
  fileprivate var hasKeySign: Bool {
    contains { Self.isOne($0, of: "!#%^&*+=~") }
  }

  private static func isJoint(_ byte: UInt8) -> Bool { isOne(byte, of: "_-. ") }
}
