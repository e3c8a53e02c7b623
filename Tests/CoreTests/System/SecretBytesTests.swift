import Glibc
import Testing

@testable import Core

@Suite struct SecretBytesTests {
  /// Of a secret that is gone; the memory is kept for the next one.
  private func leftovers(of size: Int) -> [UInt8] {
    var place = UnsafePointer<UInt8>(bitPattern: 0)
    do {
      let secret = Self.secret(size)
      secret.withBytes { place = $0.baseAddress }
    }
    return Array(Bytes(start: place, count: size))
  }

  private static func secret(_ size: Int) -> SecretBytes {
    var secret = SecretBytes(capacity: size)
    secret.append { room in
      room.update(repeating: 0xA5)
      return size
    }
    return secret
  }

  @Test(arguments: [1, 32, 63, 64]) func aSecretThatIsGoneIsWiped(size: Int) {
    #expect(leftovers(of: size) == [UInt8](repeating: 0, count: size))
  }

  @Test(arguments: [0, 1, 64, 65, 4096, 65537]) func roomIsThatWhichWasAskedForAndEmpty(size: Int) {
    let secret = Self.secret(size)
    #expect(secret.withBytes { Array($0) } == [UInt8](repeating: 0xA5, count: size))
    let next = SecretBytes(capacity: size)
    #expect(next.count == 0)
  }

  @Test func moreSecretsThanARegionHoldsKeepApart() {
    final class Holder {
      let secret: SecretBytes
      init(_ byte: UInt8, size: Int) {
        var secret = SecretBytes(capacity: size)
        secret.append { room in
          room.update(repeating: byte)
          return size
        }
        self.secret = secret
      }
    }
    let secrets = (0..<1000).map { Holder(UInt8($0 % 251), size: 1 + $0 % 130) }
    for (number, holder) in secrets.enumerated() {
      let isWhole = holder.secret.withBytes { bytes in
        bytes.count == 1 + number % 130 && bytes.allSatisfy { $0 == UInt8(number % 251) }
      }
      #expect(isWhole, "\(number)")
    }
  }

  @Test func anEnvironmentForgets() {
    setenv("SEALWAX_TEST", "secret", 1)
    let place = Process.environmentBytes("SEALWAX_TEST")
    Process.forgetEnvironment("SEALWAX_TES")
    #expect(Process.environment("SEALWAX_TEST") == "secret")
    Process.forgetEnvironment("SEALWAX_TEST")
    #expect(Process.environment("SEALWAX_TEST") == nil)
    #expect(place.map { Array($0) } == [UInt8](repeating: 0, count: 6))
  }
}
