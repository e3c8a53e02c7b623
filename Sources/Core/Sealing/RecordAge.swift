/// How long ago a record was sealed, by the sealer's clock and this one.
///
/// - SeeAlso: the Fernet specification, "Verifying": with a limit, a token is refused when it is older, or more than a
///   minute ahead; without one, any time will do.
package struct RecordAge: Equatable, Sendable {
  /// Both in seconds since 1970.
  package var sealedAt: UInt64
  package var now: UInt64

  /// How far a sealer's clock may be ahead of this one, in seconds.
  private static let clockSkew: UInt64 = 60

  package init(sealedAt: UInt64, now: UInt64) {
    self.sealedAt = sealedAt
    self.now = now
  }

  /// Whether it was sealed more than `limit` seconds ago.
  package func exceeds(_ limit: Int) -> Bool {
    sealedAt < now && now - sealedAt > UInt64(clamping: limit)
  }

  /// Whether it was sealed later than clocks can differ.
  package var isFromTheFuture: Bool {
    sealedAt > now && sealedAt - now > Self.clockSkew
  }
}
