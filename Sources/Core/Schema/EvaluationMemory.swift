/// What was found out of a record: which schemas which of its values fit. For records that would otherwise be evaluated
/// again and again, as where a schema offers itself twice for each level.
struct EvaluationMemory: ~Copyable {
  /// 0 for an empty slot, else the code's number and the node's, both from 1 on, and the result in the lowest bit.
  private var slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  private var size = 0
  private var count = 0

  /// 64 MiB; what comes then is found out again.
  private static let largest = 1 << 23

  init() {}

  deinit {
    slots.deallocate()
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    slots.deallocate()
    slots = .allocate(capacity: 1)
    size = 0
    count = 0
  }

  func result(_ code: Int32, _ node: Int) -> Bool? {
    guard size > 0 else { return nil }
    let key = Self.key(code, node)
    var place = self.place(of: key)
    while slots[place] != 0 {
      if slots[place] | 1 == key { return slots[place] & 1 != 0 }
      place = (place &+ 1) & (size &- 1)
    }
    return nil
  }

  mutating func remember(_ code: Int32, _ node: Int, _ result: Bool) {
    if count &* 2 >= size {
      guard size < Self.largest else { return }
      grow()
    }
    enter(Self.key(code, node) & (result ? .max : ~1))
  }

  /// 23 bits for the code and 29 for the node are more than either has.
  @inline(__always)
  private static func key(_ code: Int32, _ node: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: code)) &<< 32 | UInt64(truncatingIfNeeded: node &+ 1) &<< 1 | 1
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let product = (key | 1).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: (product.high ^ product.low) & UInt64(truncatingIfNeeded: size &- 1))
  }

  private mutating func enter(_ content: UInt64) {
    var place = self.place(of: content)
    while slots[place] != 0 {
      // Found out a second time on the way.
      if slots[place] | 1 == content | 1 { return }
      place = (place &+ 1) & (size &- 1)
    }
    slots[place] = content
    count &+= 1
  }

  private mutating func grow() {
    let old = slots
    let oldSize = size
    size = min(max(size * 4, 1 << 12), Self.largest)
    count = 0
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    for index in 0..<oldSize where old[index] != 0 { enter(old[index]) }
    old.deallocate()
  }
}
