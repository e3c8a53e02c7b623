/// Base64 with the URL-safe alphabet (RFC 4648, section 5): with padding, as Fernet writes it, or without, as JOSE does
/// (RFC 7515, section 2).
///
/// Decoding is strict: one text for each sequence of bytes. No white space, no other alphabet, padding where it
/// belongs and nowhere else, and zeros in the bits that the last character has to spare.
package struct Base64URL: @unchecked Sendable {
  /// With padding. Built at the first use.
  package static let standard = Base64URL(isVectorized: VectorBase64.isAvailable)
  /// Without padding, over the same tables.
  package static let unpadded = Base64URL(standard, isPadded: false)

  /// Whether the wide steps do what they can first (1,096 bytes: 90 ns instead of 250).
  private let isVectorized: Bool
  /// Whether a text that is no multiple of four characters is filled up with `=`.
  private let isPadded: Bool

  /// The two characters of 12 bits, the first in the lower byte; 8 KiB.
  private let pairs: UnsafeMutablePointer<UInt16>
  /// For each place in a group of four, the bits of a character where they belong in the 24 bits of the group, or
  /// `invalid`: four tables of 256, one after the other; 4 KiB.
  private let places: UnsafeMutablePointer<UInt32>

  /// Outside the 24 bits, so that it survives the union of four entries.
  private static let invalid: UInt32 = 1 << 31
  private static let padding = UInt8(ascii: "=")

  /// - Parameter isVectorized: false to be the reference for the wide steps.
  init(isVectorized: Bool) {
    self.isVectorized = isVectorized
    isPadded = true
    // The tables live as long as the program.
    let alphabet = Bytes("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    pairs = .allocate(capacity: 4096)
    for value in 0..<4096 {
      pairs[value] = UInt16(alphabet[value >> 6]) | UInt16(alphabet[value & 63]) << 8
    }
    places = .allocate(capacity: 4 * 256)
    places.initialize(repeating: Self.invalid, count: 4 * 256)
    for (value, character) in alphabet.enumerated() {
      for place in 0..<4 {
        places[place * 256 + Int(character)] = UInt32(value) << (18 - 6 * UInt32(place))
      }
    }
  }

  /// Another form over the tables of `other`.
  init(_ other: Base64URL, isPadded: Bool) {
    isVectorized = other.isVectorized
    self.isPadded = isPadded
    pairs = other.pairs
    places = other.places
  }

  /// The size of the text of `size` bytes with its padding: four characters for each three bytes begun. Without, it is
  /// up to two less.
  @inline(__always)
  package static func encodedSize(_ size: Int) -> Int {
    (size + 2) / 3 * 4
  }

  /// The most bytes that a text of `size` characters can hold.
  @inline(__always)
  package static func decodedCapacity(_ size: Int) -> Int {
    size / 4 * 3 + 3
  }

  /// Writes the text of `bytes` to the start of `output`, which holds at least `encodedSize(bytes.count)` bytes.
  ///
  /// - Returns: the size of the text, 0 when `output` is too small.
  @inline(__always)
  package func encode(_ bytes: Bytes, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let size = Self.encodedSize(bytes.count)
    guard size > 0, output.count >= size, let source = bytes.baseAddress, let target = output.baseAddress else {
      return 0
    }
    let raw = UnsafeRawPointer(source)
    let rawTarget = UnsafeMutableRawPointer(target)
    var read = isVectorized ? VectorBase64.encode(source, bytes.count, target) : 0
    var written = read / 3 * 4
    // Six bytes become eight characters; the load takes eight, so it stops two bytes early.
    //
    //     | 12 bits | 12 bits | 12 bits | 12 bits | 16 bits of the next group |
    while read &+ 8 <= bytes.count {
      let word = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: read, as: UInt64.self))
      let first = UInt64(pairs[Int(truncatingIfNeeded: word >> 52)])
      let second = UInt64(pairs[Int(truncatingIfNeeded: word >> 40 & 0xFFF)])
      let third = UInt64(pairs[Int(truncatingIfNeeded: word >> 28 & 0xFFF)])
      let fourth = UInt64(pairs[Int(truncatingIfNeeded: word >> 16 & 0xFFF)])
      let characters = first | second << 16 | third << 32 | fourth << 48
      rawTarget.storeBytes(of: characters.littleEndian, toByteOffset: written, as: UInt64.self)
      read &+= 6
      written &+= 8
    }
    while read &+ 3 <= bytes.count {
      let group = Int(source[read]) << 16 | Int(source[read &+ 1]) << 8 | Int(source[read &+ 2])
      put(group, at: target + written)
      read &+= 3
      written &+= 4
    }
    let rest = bytes.count &- read
    guard rest > 0 else { return written }
    put(Int(source[read]) << 16 | (rest == 2 ? Int(source[read &+ 1]) << 8 : 0), at: target + written)
    // Where there is no padding, what stands behind the text is nobody's.
    target[written &+ 3] = Self.padding
    if rest == 1 { target[written &+ 2] = Self.padding }
    return written &+ (isPadded ? 4 : rest &+ 1)
  }

  @inline(__always)
  private func put(_ group: Int, at target: UnsafeMutablePointer<UInt8>) {
    let first = pairs[group >> 12]
    let second = pairs[group & 0xFFF]
    target[0] = UInt8(truncatingIfNeeded: first)
    target[1] = UInt8(truncatingIfNeeded: first >> 8)
    target[2] = UInt8(truncatingIfNeeded: second)
    target[3] = UInt8(truncatingIfNeeded: second >> 8)
  }

  /// Reads a text and writes its bytes to the start of `output`, which holds at least `decodedCapacity(text.count)`.
  ///
  /// - Returns: how many bytes it stands for, or nil when it is not the one canonical text of any bytes.
  package func decode(_ text: Bytes, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    let rest = text.count % 4
    guard isPadded ? rest == 0 : rest != 1, output.count >= Self.decodedCapacity(text.count) else { return nil }
    guard let source = text.baseAddress, let target = output.baseAddress, text.count > 0 else { return 0 }
    let rawTarget = UnsafeMutableRawPointer(target)
    // The last group may be padded or short and is read apart. Four bytes are stored for each three, the fourth to be
    // overwritten: `decodedCapacity` has room for it.
    let last = text.count &- (rest == 0 ? 4 : rest)
    var union: UInt32 = 0
    var read = isVectorized ? VectorBase64.decode(source, text.count, target) : 0
    var written = read / 4 * 3
    while read < last {
      let group = bits(source + read)
      union |= group
      rawTarget.storeBytes(of: (group << 8).bigEndian, toByteOffset: written, as: UInt32.self)
      read &+= 4
      written &+= 3
    }
    let size = isPadded ? paddedSize(source + last) : text.count &- last &- 1
    guard union & Self.invalid == 0, decodeLast(source + last, size: size, into: target + written) else { return nil }
    return written &+ size
  }

  /// How many bytes the last four characters stand for.
  private func paddedSize(_ text: UnsafePointer<UInt8>) -> Int {
    text[3] != Self.padding ? 3 : text[2] != Self.padding ? 2 : 1
  }

  /// Reads the `size + 1` characters of the last `size` bytes.
  private func decodeLast(
    _ text: UnsafePointer<UInt8>, size: Int, into target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    var group = places[Int(text[0])] | places[256 + Int(text[1])]
    if size > 1 { group |= places[512 + Int(text[2])] }
    if size > 2 { group |= places[768 + Int(text[3])] }
    let spareBits: UInt32 = 0xFF_FFFF >> UInt32(8 * size)
    guard group & Self.invalid == 0, group & spareBits == 0 else { return false }
    for place in 0..<size { target[place] = UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * place)) }
    return true
  }

  @inline(__always)
  private func bits(_ text: UnsafePointer<UInt8>) -> UInt32 {
    places[Int(text[0])] | places[256 &+ Int(text[1])] | places[512 &+ Int(text[2])] | places[768 &+ Int(text[3])]
  }
}
