/// A set of identities, which are as good as random themselves: each is its own hash.
///
/// It takes 11 to 21 bytes for each of many, and nothing while it is empty.
struct IdentitySet {
  /// 0 for an empty slot, which no identity is; as many as a power of two.
  private var slots: [UInt64] = []
  private var count = 0

  /// Enters an identity.
  ///
  /// - Returns: false if it was there.
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
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: identity) & mask
    while slots[slot] != 0, slots[slot] != identity { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(16, old.count * 2))
    for identity in old where identity != 0 { slots[slot(of: identity)] = identity }
  }
}
