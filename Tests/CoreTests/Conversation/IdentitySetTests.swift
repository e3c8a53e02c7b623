import Testing

@testable import Core

@Suite struct IdentitySetTests {
  /// As Swift's set, over its growth from nothing to many parts, with identities that lie close together or share a half.
  @Test(arguments: [0x9E37_79B9_7F4A_7C15, 1, 1 << 32, 1 << 58] as [UInt64])
  func holdsWhatWasEntered(step: UInt64) {
    var set = IdentitySet()
    var known: Set<UInt64> = []
    let isEmpty = !set.contains(1)
    #expect(isEmpty)
    var identity: UInt64 = 1
    for number in 0..<(step > 1 << 60 ? 100_000 : 5000) {
      identity = number % 3 == 2 ? identity &- step : identity &+ 2 &* step
      guard identity != 0 else { continue }
      let (holds, isNew) = (set.contains(identity), set.insert(identity))
      #expect(holds == known.contains(identity))
      #expect(isNew == known.insert(identity).inserted)
    }
    let missing = known.count { !set.contains($0) }
    #expect(missing == 0)
  }
}
