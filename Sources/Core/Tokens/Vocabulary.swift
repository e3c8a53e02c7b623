/// The tokens of a tokenizer, each with its rank: a file of lines `base64 rank`, as tiktoken reads it.
package final class Vocabulary: Sendable {
  /// All tokens, one behind the other.
  private let bytes: [UInt8]
  /// Where each begins, and behind the last its end.
  private let starts: [Int32]
  private let ranks: [Int32]
  /// The tokens by their hashes, -1 where there is none; a token that finds its place taken goes on to the next.
  private let table: [Int32]
  private let longest: Int

  /// A file that is no vocabulary.
  package struct Fault: DescribedError, Equatable {
    package var path: String
    package var line: Int?
    package var location: Location? { Location(path, line: line) }
    package var message: String { "not a vocabulary: a line is a token in base64, a space, and its rank" }
  }

  /// Reads a file.
  ///
  /// - Complexity: O(size of the file).
  package init(contentsOf path: String) throws {
    let input = try Input.open(path)
    let reader = BlockReader(input.descriptor, name: path, maximumLineSize: Self.largestLine)
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    var ranks: [Int32] = []
    while let part = try reader.next() {
      guard case .lines(let lines) = part.contents else { throw Fault(path: path, line: part.firstLine) }
      for line in LineSequence(lines, firstLine: part.firstLine) where !line.bytes.isBlank {
        guard ranks.count < Self.mostTokens, let rank = Self.read(line.bytes.trimmed, into: &bytes) else {
          throw Fault(path: path, line: line.number)
        }
        starts.append(Int32(bytes.count))
        ranks.append(rank)
      }
    }
    guard !ranks.isEmpty else { throw Fault(path: path) }
    (self.bytes, self.starts, self.ranks) = (bytes, starts, ranks)
    (table, longest) = Self.makeTable(bytes, starts)
  }

  /// Tokens have some hundred bytes at most.
  private static let largestLine = 64 << 10
  /// Ten times those of the largest that is published.
  private static let mostTokens = 2_000_000

  private static func read(_ line: Bytes, into bytes: inout [UInt8]) -> Int32? {
    guard let space = line.firstOffset(of: UInt8(ascii: " ")), bytes.count < Int(Int32.max) - largestLine else {
      return nil
    }
    guard let rank = Int32(line.slice(space + 1, line.count).text), rank >= 0 else { return nil }
    let count = bytes.count
    guard decode(line.slice(0, space), into: &bytes), bytes.count > count else { return nil }
    return rank
  }

  /// Base64 with the common alphabet, padded (RFC 4648, section 4).
  private static func decode(_ text: Bytes, into bytes: inout [UInt8]) -> Bool {
    guard text.count % 4 == 0 else { return false }
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for character in text {
      let value: UInt32
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(character - UInt8(ascii: "A"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(character - UInt8(ascii: "a")) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(character - UInt8(ascii: "0")) + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        value = 0
      default: return false
      }
      guard padding == 0 || (character == UInt8(ascii: "=") && padding <= 2) else { return false }
      bits = bits << 6 | value
      count += 1
      guard count == 4 else { continue }
      bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
      if padding < 2 { bytes.append(UInt8(truncatingIfNeeded: bits >> 8)) }
      if padding < 1 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
      (bits, count) = (0, 0)
    }
    return true
  }

  private static func makeTable(_ bytes: [UInt8], _ starts: [Int32]) -> (table: [Int32], longest: Int) {
    var capacity = 16
    while capacity < 2 * starts.count { capacity *= 2 }
    var table = [Int32](repeating: -1, count: capacity)
    var longest = 0
    bytes.withUnsafeBufferPointer { all in
      for index in 0..<(starts.count - 1) {
        let token = all.slice(Int(starts[index]), Int(starts[index + 1]))
        longest = max(longest, token.count)
        var place = hash(token) & (capacity - 1)
        while table[place] >= 0 { place = (place + 1) & (capacity - 1) }
        table[place] = Int32(index)
      }
    }
    return (table, longest)
  }

  /// The rank of a token, nil if the bytes are none.
  package func rank(of token: Bytes) -> Int32? {
    guard token.count <= longest, !token.isEmpty else { return nil }
    var place = Self.hash(token) & (table.count - 1)
    return bytes.withUnsafeBufferPointer { all in
      while table[place] >= 0 {
        let index = Int(table[place])
        if all.slice(Int(starts[index]), Int(starts[index + 1])).equals(token) { return ranks[index] }
        place = (place + 1) & (table.count - 1)
      }
      return nil
    }
  }

  /// FNV-1a with its high bits mixed in.
  private static func hash(_ bytes: Bytes) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(Int32.max))
  }
}
