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
    let value = Value(text.prefix(reach))
    return !value.isNoLiteral && !(value.isWordsAlone && Wording.isWords(text))
  }

  /// A password without quotes: with a digit or a sign, or no word; and no expression.
  static func isBarePassword(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isPassword(text) else { return false }
    let value = Value(text.prefix(reach))
    guard value.hasLetter, !value.isExpression else { return false }
    guard value.hasDigit || value.hasSign else { return !Wording.isWords(text) }
    return !(value.isVariable && Wording.isWords(text))
  }

  /// A token or key: with digits or signs that no name has, or no word.
  static func isSecret(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard LiteralSecret.accepts(text) else { return false }
    let value = Value(text.prefix(reach))
    guard !value.isNoLiteral, !value.isKnownForm, !value.isExpression else { return false }
    if value.hasDigit || value.hasKeySign {
      return !(value.isNames && Wording.isWords(text))
    }
    return !Wording.isWords(text)
  }

  private struct Value {
    private let bytes: Slice<UnsafeBufferPointer<UInt8>>

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { self.bytes = bytes }

    private var count: Int { bytes.count }

    /// The byte at a 0-based place; 0 outside.
    private subscript(place: Int) -> UInt8 {
      place >= 0 && place < bytes.count ? bytes[bytes.startIndex + place] : 0
    }

    // MARK: No literal

    /// A placeholder, a call, a reference, a type, a date, the name of an algorithm.
    var isNoLiteral: Bool {
      if !bytes.contains(where: Self.isWordCharacter) || beginsWithBracket || isCall || isFormat { return true }
      if beginsWithDate { return true }
      return has(beginning: "arn: arn/ vault: vault/ op: op/ ref: ref/ file: ssm:")
        || has(beginning: "secretsmanager: secretsmanager/ ~/ hs256 rs256 es256 hs512 utf-8")
        || has(beginning: "option< optional< vec< string| string? str| any| object| char*")
        || has("fake dummy placeholder example changeme your- your_ notlong not_long")
        || has("insert_ redacted ...")
    }

    /// `{x`, `${x`, `@[x`; a path.
    private var beginsWithBracket: Bool {
      switch self[0] {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "\\"): return true
      case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"):
        return [0x7B, 0x28, 0x5B, 0x3C].contains(self[1])
      case UInt8(ascii: "/"), UInt8(ascii: "."): return isPath
      default: return false
      }
    }

    /// `/a/b`, `./a`, `../a`; not Base64 that begins with a slash.
    private var isPath: Bool {
      var place = 0
      while place < 2, self[place] == UInt8(ascii: ".") { place += 1 }
      guard self[place] == UInt8(ascii: "/") else { return false }
      let isBase64 = bytes.allSatisfy {
        Self.isWordCharacter($0) && $0 != 0x5F || $0 == 0x2B || $0 == 0x2F || $0 == 0x3D
      }
      return !(isBase64 && count > 15 && hasDigit && bytes.contains { $0 &- 0x41 < 26 })
    }

    /// `f(x)`, `a.b(`, `$x->y(`.
    private var isCall: Bool {
      var place = 0
      while Self.isWordCharacter(self[place]) || [0x2E, 0x24, 0x3A, 0x3E, 0x2D].contains(self[place]) { place += 1 }
      return place > 0 && self[place] == UInt8(ascii: "(")
    }

    /// `%s`, `x%d`.
    private var isFormat: Bool {
      guard let percent = bytes.firstIndex(of: UInt8(ascii: "%")) else { return false }
      let place = percent - bytes.startIndex
      guard place == 0 || place == count - 2 else { return false }
      return [0x73, 0x64, 0x76].contains(self[place + 1]) || (place == 0 && self[1] == UInt8(ascii: "("))
    }

    private var beginsWithDate: Bool {
      (0..<10).allSatisfy { $0 == 4 || $0 == 7 ? self[$0] == UInt8(ascii: "-") : Self.isDigit(self[$0]) }
    }

    // MARK: Words

    /// Letters and what joins words, and at most a number of three digits behind a dash: `db-credentials-12`.
    var isWordsAlone: Bool {
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
      bytes.lazy.filter { $0 == 0x20 }.count >= 2 && Self.isLetter(self[0])
    }

    /// `#name`, `@name`, `*name`.
    private var isReference: Bool {
      guard [0x23, 0x40, 0x26, 0x2A, 0x21, 0x2E].contains(self[0]) else { return false }
      let end = Self.isDigit(self[count - 1]) ? count - 1 : count
      return end > 1 && (1..<end).allSatisfy { Self.isLetter(self[$0]) || self[$0] == 0x5F || self[$0] == 0x2D }
    }

    /// `yourpassword`, `sometoken`.
    private var startsWithPlaceholder: Bool {
      has(beginning: "your my the some insert replace enter sample masked hidden removed")
        || has(beginning: "todo fixme none null undefined empty string number invalid")
        || has(beginning: "missing required optional user pass secret token key api value")
        || has(beginning: "default auth credential login text process import base64 ascii")
    }

    /// Words that may end in a few digits, one behind the other: `db_password_2`, `v1/keys/main`, `eu-west-1`.
    var isNames: Bool {
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
          guard Self.isJoint(self[place]) || [0x2F, 0x3A, 0x40].contains(self[place]) || Self.isLetter(self[place])
          else { return false }
          while Self.isJoint(self[place]) || [0x2F, 0x3A, 0x40].contains(self[place]) {
            place += 1
            joints += 1
          }
        }
      }
      return true
    }

    /// What a program calls the place of a password: `pwd2`, `passArg1`, `DB_PW_2`.
    var isVariable: Bool {
      guard bytes.allSatisfy({ Self.isWordCharacter($0) }) else { return false }
      let end = Self.isDigit(self[count - 1]) ? count - 1 : count
      guard end > 0, (0..<end).allSatisfy({ !Self.isDigit(self[$0]) }) else { return false }
      // `default_pw2`
      if bytes.contains(0x5F), (0..<end).allSatisfy({ self[$0] &- 0x41 >= 26 }) { return true }
      return has("pass pwd arg param str val text input var field buf opt hash")
        || (0..<end).allSatisfy { self[$0] &- 0x61 >= 26 }
    }

    // MARK: Code

    /// `a==b`, `a->b`, `a::b`, `a&&b`, `a?.b`, `a+b`, `a[0]`, `name=value`, `x,y)`.
    var isExpression: Bool {
      // `token.css::test_release`
      if self[0] == UInt8(ascii: ":") { return Wording.isWords(UnsafeBufferPointer(rebasing: bytes)) }
      guard Self.isLetter(self[0]) || self[0] == 0x5F else { return false }
      var place = 0
      while Self.isWordCharacter(self[place]) || self[place] == UInt8(ascii: ".") { place += 1 }
      guard place < count else { return false }
      let isWords = Wording.isWords(UnsafeBufferPointer(rebasing: bytes[..<(bytes.startIndex + place)]))
      let next = self[place + 1]
      switch self[place] {
      case UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"): return isWords
      case UInt8(ascii: "-"): return next == UInt8(ascii: ">")
      case UInt8(ascii: ":"): return next == UInt8(ascii: ":")
      case UInt8(ascii: "&"), UInt8(ascii: "|"): return next == self[place] && isWords
      case UInt8(ascii: "?"): return isWords && [0x2E, 0x3F, 0x3A].contains(next)
      case UInt8(ascii: "="):
        return isWords && (0..<place).allSatisfy { !Self.isDigit(self[$0]) }
      case UInt8(ascii: "+"):
        return isWords
          && bytes.allSatisfy {
            Self.isWordCharacter($0) && !Self.isDigit($0) || Self.isDigit($0) || $0 == 0x2B || $0 == 0x2E
          }
          && !has("+1 +2 +3 +4 +5 +6 +7 +8 +9 +0")
      default: return false
      }
    }

    /// A version, an address, a digest, a number, a file's name: long, with digits, and no secret.
    var isKnownForm: Bool {
      if isVersion || isAddress || isSmallNumber { return true }
      return has(beginning: "0123456789abc abcdefghijk a-z0-9 urn: urn/ projects/ organizations/")
        || has(beginning: "secret: secret/ data: data/ http: https: sha1: sha256: sha256-")
        || has(beginning: "sha384- sha512- sha512: md5: md5-")
        || has("abcdefghijklmnop ########## xxxxxxxxxx snapshot")
        || has(ending: ".py .js .ts .go .java .json .yaml .yml .pem .crt .key .txt")
        || has(ending: ".html .png .svg .cer .p12 .com .org .net .io .dev")
    }

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
      guard let sign = bytes.firstIndex(of: UInt8(ascii: "@")), sign > bytes.startIndex else { return false }
      let host = bytes[(sign + 1)...]
      return host.contains(UInt8(ascii: "."))
        && host.allSatisfy { Self.isWordCharacter($0) || $0 == 0x2E || $0 == 0x2D }
        && bytes[..<sign].allSatisfy { Self.isWordCharacter($0) || [0x2E, 0x2B, 0x2D].contains($0) }
    }

    /// Up to fifteen digits, or sixteen of a number in hexadecimal.
    private var isSmallNumber: Bool {
      if self[0] == UInt8(ascii: "0"), self[1] == UInt8(ascii: "x") {
        return count <= 18
          && bytes.dropFirst(2).allSatisfy { Self.isDigit($0) || ($0 | 0x20) &- 0x61 < 6 }
      }
      return count <= 15 && bytes.allSatisfy(Self.isDigit)
    }

    // MARK: What it holds

    var hasDigit: Bool { bytes.contains(where: Self.isDigit) }
    var hasLetter: Bool { bytes.contains(where: Self.isLetter) }

    /// A sign that people put into passwords.
    var hasSign: Bool {
      bytes.contains { byte in
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
          UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "+"),
          UInt8(ascii: "~"):
          true
        default: false
        }
      }
    }

    /// A sign that no name has.
    var hasKeySign: Bool {
      bytes.contains { byte in
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "&"),
          UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "~"):
          true
        default: false
        }
      }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isWordCharacter(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F }

    private static func isJoint(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == 0x20
    }

    // MARK: Comparing

    /// Whether the value begins with one of `words`, lower case and separated by a space.
    private func has(beginning words: StaticString) -> Bool {
      Self.contains(words) { stands($0, at: 0) }
    }

    private func has(ending words: StaticString) -> Bool {
      Self.contains(words) { stands($0, at: count - $0.count) }
    }

    /// Whether one of `words` stands somewhere in it.
    private func has(_ words: StaticString) -> Bool {
      Self.contains(words) { word in
        let first = word[0]
        return bytes.indices.contains { place in
          LiteralMatcher.lowercased(bytes[place]) == first && stands(word, at: place - bytes.startIndex)
        }
      }
    }

    private static func contains(_ words: StaticString, where isFitting: (Bytes) -> Bool) -> Bool {
      let words = Bytes(words)
      var start = 0
      while start < words.count {
        var end = start
        while end < words.count, words[end] != 0x20 { end += 1 }
        if isFitting(words.slice(start, end)) { return true }
        start = end + 1
      }
      return false
    }

    /// Whether `word`, in lower case, stands at a place, letter case aside.
    private func stands(_ word: Bytes, at place: Int) -> Bool {
      guard place >= 0, place + word.count <= count else { return false }
      for offset in 0..<word.count where LiteralMatcher.lowercased(self[place + offset]) != word[offset] {
        return false
      }
      return true
    }
  }
}
