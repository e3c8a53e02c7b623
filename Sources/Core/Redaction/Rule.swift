/// One kind of secret or personal datum: how it is recognised, and what stands in its place.
package struct Rule {
  /// What a finding is, and so whether it is looked for by default.
  package enum Category: String, CaseIterable, Sendable {
    case secret, pii, national, network, path, location

    package var isOnByDefault: Bool { self == .secret || self == .pii }
  }

  /// How the value of a member with a secret's name is judged.
  package enum ValueKind: String, Sendable {
    /// Whatever is itself the secret: no reference, placeholder, boolean, nothing empty.
    case literal
    /// A literal that also looks random, for names that often hold something else.
    case random
  }

  package enum Recognition {
    /// The pattern runs where a keyword stands: from the keyword's first byte on (`isAnchored`), or over the whole
    /// text.
    case keywords([[UInt8]], isAnchored: Bool)
    /// The pattern runs at the places that the trigger names.
    case trigger(Trigger)
    /// A member whose name fits holds the secret.
    case names([NamePattern], unless: [NamePattern], value: ValueKind)
  }

  package var id: String
  package var category: Category
  /// What stands in brackets in the place of a finding: capital letters, digits and `_`.
  package var label: String
  package var recognition: Recognition
  /// The number of the capture that is the secret, 0 for the whole match.
  package var group: Int
  package var check: Check?
  /// Bits per byte that the secret has at least, 0 for any.
  package var entropy: Double
  /// The rule as it is written in its file: one line of JSON, without the LF.
  package var text: RuleText

  /// The text of the pattern, empty for a rule by names.
  package var pattern: [UInt8] { text.decoded(text.members.pattern) }
  /// Patterns of values that are let through.
  package var allowlist: [[UInt8]] { text.members.allow.map(text.decoded) }
  /// Texts in which the rule must find something.
  package var positives: [[UInt8]] { text.members.positives.map(text.decoded) }
  /// Texts in which the rule must find nothing.
  package var negatives: [[UInt8]] { text.members.negatives.map(text.decoded) }
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
