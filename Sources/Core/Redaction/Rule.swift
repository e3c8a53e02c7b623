/// One kind of secret or personal datum, as far as a run must know it to find where it may stand; the rest is read from
/// its text when it is first needed, since a run needs few of the rules and should start at once.
package struct Rule {
  /// What a finding is, and so whether it is looked for by default.
  package enum Category: String, CaseIterable, Sendable {
    case secret, pii, national, network, path, location

    package var isOnByDefault: Bool { self == .secret || self == .pii }

    /// The category of that name.
    init?(_ name: Bytes) {
      // What most rules have, without making a `String`.
      if name.equals("secret") {
        self = .secret
      } else if name.equals("national") {
        self = .national
      } else if name.equals("pii") {
        self = .pii
      } else {
        self.init(rawValue: name.text)
      }
    }
  }

  package enum Recognition {
    /// The pattern runs where one of the rule's keywords stands.
    case keywords
    /// The pattern runs at the places that the trigger names.
    case trigger(Trigger)
    /// A member whose name fits holds the secret; `RuleDetails` has the names.
    case names
  }

  /// Where the id stands in the line.
  private let idRange: Range<Int>
  /// Where the first keyword stands in the line, with its quotation mark; its end for a rule without keywords.
  private let keywordsStart: Int
  package var category: Category
  /// Whether the rule takes part only when it is named (`"default":false`).
  package var isOptional: Bool
  package var recognition: Recognition
  /// What is done with what it finds, if the rule says so.
  package var replacement: Replacement.Kind?
  /// The rule as it is written in its file: one line of JSON, without the LF.
  package var text: RuleText

  package var id: String { text.line.slice(idRange).text }

  /// The keywords, read from the text anew by each loop over them: a start looks at each once.
  var keywords: KeywordSequence { KeywordSequence(text.line, from: keywordsStart) }

  init(
    idRange: Range<Int>, category: Category, isOptional: Bool, recognition: Recognition, keywordsStart: Int? = nil,
    replacement: Replacement.Kind? = nil, text: RuleText
  ) {
    self.idRange = idRange
    self.keywordsStart = keywordsStart ?? text.line.count
    self.category = category
    self.isOptional = isOptional
    self.recognition = recognition
    self.replacement = replacement
    self.text = text
  }
}

/// What a rule says beyond where it may apply.
package struct RuleDetails {
  /// How the value of a member with a secret's name is judged.
  package enum ValueKind: String, CaseIterable, Sendable {
    /// Whatever is itself the secret: no reference, placeholder, boolean, nothing empty.
    case literal
    /// A literal that also looks random, for names that often hold something else.
    case random
  }

  /// What stands in brackets in the place of a finding: capital letters, digits and `_`.
  package var label = ""
  /// Whether a match begins with the keyword, so that the pattern need not run anywhere else.
  package var isAnchored = false
  /// The number of the capture that is the secret, 0 for the whole match.
  package var group = 0
  package var check: Check?
  /// Bits per byte that the secret has at least, 0 for any.
  package var entropy = 0.0
  package var value = ValueKind.literal
  /// Names of members that hold the secret, and of those that do not although they fit.
  package var names: [NamePattern] = []
  package var exceptedNames: [NamePattern] = []
  /// PCRE2's syntax, nil for a rule by names.
  package var pattern: RuleText.StringPlace?
  /// Patterns of values that are let through.
  package var allowlist: [RuleText.StringPlace] = []
  /// What the rule looks for, in a few words, and where the issuer says how it looks.
  package var description: RuleText.StringPlace?
  package var source: RuleText.StringPlace?
  /// Texts in which the rule must find something.
  package var positives: [RuleText.StringPlace] = []
  /// Texts in which the rule must find nothing.
  package var negatives: [RuleText.StringPlace] = []
}

/// A rule as it stands in its file.
package struct RuleText {
  /// Where a JSON string's body stands in the line.
  package struct StringPlace {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  /// The line, which `owner` keeps alive if it is not part of the program.
  package let line: Bytes
  private let owner: ByteBuffer?
  /// Whether it is part of the program.
  var isBuiltIn: Bool { owner == nil }

  init(_ line: Bytes, owner: ByteBuffer?) {
    self.line = line
    self.owner = owner
  }

  func decoded(_ place: StringPlace) -> [UInt8] {
    guard place.hasEscapes else { return Array(line[place.range]) }
    let buffer = ByteBuffer(capacity: place.range.count)
    JSONString.decode(line.slice(place.range), into: buffer)
    return Array(buffer.bytes)
  }
}

/// A member name or a part of one, folded: `*secret` fits every name that ends so, `secret*` every one that begins so.
package struct NamePattern: Equatable, Sendable {
  package enum Place: Sendable {
    case whole, prefix, suffix
  }

  package var place: Place
  /// Lower case, without `_`, `-`, `.` and spaces.
  package var name: [UInt8]

  /// Nil for a pattern that would fit every name.
  package init?(_ text: [UInt8]) {
    var text = text[...]
    place = .whole
    if text.first == UInt8(ascii: "*") {
      place = .suffix
      text.removeFirst()
    } else if text.last == UInt8(ascii: "*") {
      place = .prefix
      text.removeLast()
    }
    name = text.compactMap(Self.folded)
    guard !name.isEmpty else { return nil }
  }

  /// The byte of a name as it is compared, nil for one that does not count.
  @inline(__always)
  package static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): nil
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: byte
    }
  }
}
