/// A set of identities, which are as good as random themselves: each is its own hash.
///
/// It takes 11 to 16 bytes for each of many, also while it grows, and nothing while it is empty.
struct IdentitySet {
  /// One, or `manyParts` that an identity's first bits tell apart: each grows for itself, so that no more than a small
  /// part is there twice at any time.
  private var parts: [Part] = []

  private static let manyParts = 64
  /// Of the only part, before it becomes many.
  private static let mostSlots = 4096

  /// Enters an identity.
  ///
  /// - Returns: false if it was there.
  mutating func insert(_ identity: UInt64) -> Bool {
    if parts.isEmpty { parts = [Part()] }
    if parts.count == 1, parts[0].slots.count > Self.mostSlots { split() }
    return parts[Self.part(of: identity, parts.count)].insert(identity)
  }

  func contains(_ identity: UInt64) -> Bool {
    !parts.isEmpty && parts[Self.part(of: identity, parts.count)].contains(identity)
  }

  private static func part(of identity: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: identity.multipliedFullWidth(by: UInt64(count)).high)
  }

  private mutating func split() {
    let all = parts[0]
    parts = Array(repeating: Part(), count: Self.manyParts)
    for identity in all.slots where identity != 0 {
      _ = parts[Self.part(of: identity, parts.count)].insert(identity)
    }
  }

  private struct Part {
    /// 0 for an empty slot, which no identity is.
    var slots: [UInt64] = []
    private var count = 0

    mutating func insert(_ identity: UInt64) -> Bool {
      if count &* 4 >= slots.count &* 3 { grow() }
      let slot = slot(of: identity)
      guard slots[slot] == 0 else { return false }
      slots[slot] = identity
      count &+= 1
      return true
    }

    func contains(_ identity: UInt64) -> Bool {
      !slots.isEmpty && slots[slot(of: identity)] == identity
    }

    /// Where an identity stands or would stand; there is an empty slot always.
    private func slot(of identity: UInt64) -> Int {
      // The last bits, since the first have named the part.
      let half = UInt64(truncatingIfNeeded: UInt32(truncatingIfNeeded: identity))
      var slot = Int(truncatingIfNeeded: (half &* UInt64(truncatingIfNeeded: slots.count)) >> 32)
      while slots[slot] != 0, slots[slot] != identity {
        slot = slot &+ 1 == slots.count ? 0 : slot &+ 1
      }
      return slot
    }

    private mutating func grow() {
      let old = slots
      slots = Array(repeating: 0, count: max(16, old.count + old.count / 2))
      for identity in old where identity != 0 { slots[slot(of: identity)] = identity }
    }
  }
}
