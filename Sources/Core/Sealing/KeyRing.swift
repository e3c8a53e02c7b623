/// A key of either kind; which one decides what a sealed line looks like.
package enum SealingKey: Sendable {
  /// Seals and opens Fernet tokens.
  case fernet(FernetKey)
  /// Seals JWEs, and opens them unless it is public.
  case web(JSONWebKey)
}

/// The keys of a run, in the order in which they were given.
package struct KeyRing: Sendable {
  /// All of them, in their order.
  private(set) var all: [SealingKey]

  package init(_ keys: [SealingKey]) {
    all = keys
  }

  /// The first key, which seals; nil if there is none.
  package var sealing: SealingKey? { all.first }

  /// Those for Fernet tokens, in their order.
  package var fernet: [FernetKey] {
    all.compactMap { if case .fernet(let key) = $0 { key } else { nil } }
  }

  /// Those for JWEs, in their order.
  package var web: [JSONWebKey] {
    all.compactMap { if case .web(let key) = $0 { key } else { nil } }
  }

  /// How many keys there are.
  package var count: Int { all.count }

  /// Whether anything can be opened with them, so that nobody else may have them.
  package var isSecret: Bool {
    !fernet.isEmpty || web.contains(where: \.isPrivate)
  }

  /// Puts the keys of another source behind these.
  package static func += (ring: inout KeyRing, other: KeyRing) {
    ring.all += other.all
  }
}
