/// A key of either kind; which one decides what a sealed line looks like.
package enum SealingKey: Sendable {
  /// Seals and opens Fernet tokens.
  case fernet(FernetKey)
  /// Seals JWEs, and opens them unless it is public.
  case web(JSONWebKey)
}

/// The keys of a run, in the order in which they were given.
package struct KeyRing: Sendable {
  private var keys: [SealingKey]

  package init(_ keys: [SealingKey]) {
    self.keys = keys
  }

  /// The first key, which seals; nil if there is none.
  package var sealing: SealingKey? { keys.first }

  /// Those for Fernet tokens, in their order.
  package var fernet: [FernetKey] {
    keys.compactMap { if case .fernet(let key) = $0 { key } else { nil } }
  }

  /// Those for JWEs, in their order.
  package var web: [JSONWebKey] {
    keys.compactMap { if case .web(let key) = $0 { key } else { nil } }
  }

  /// How many keys there are.
  package var count: Int { keys.count }

  /// Whether anything can be opened with them, so that nobody else may have them.
  package var isSecret: Bool {
    !fernet.isEmpty || web.contains(where: \.isPrivate)
  }

  /// Puts the keys of another source behind these.
  package static func += (ring: inout KeyRing, other: KeyRing) {
    ring.keys += other.keys
  }
}
