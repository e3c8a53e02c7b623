/// When two JSON values are the same: numbers by value, strings decoded, objects whatever the order of their members.
enum ValueEquality {
  /// What hashes start with: of this process alone, so that nobody can write values that all have one hash.
  private static let seed = UInt64.random(in: .min ... .max)
  private static let factor = UInt64.random(in: .min ... .max) | 1

  @inline(__always)
  private static func folded(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ seed).multipliedFullWidth(by: second ^ factor)
    return product.high ^ product.low
  }

  /// A number that is the same for all spellings of a value and differs, but for an accident, from that of any other.
  ///
  /// - Parameter scratch: for decoded strings.
  /// - Complexity: O(the value's bytes). Values nest as deep as a `JSONScanner` lets them, and so does this.
  static func hash(_ node: Int, _ tape: borrowing Tape, _ scratch: ByteBuffer) -> UInt64 {
    let value = tape[node]
    let kind = UInt64(value.kind.rawValue)
    switch value.kind {
    case .null: return folded(kind, 1)
    case .boolean: return folded(kind, UInt64(value.end - value.start))
    case .number:
      var hash = folded(kind, 2)
      Decimal(tape.bytes(node)).hash { hash = folded(hash, $0) }
      return hash
    case .string: return hash(ofString: node, tape, scratch)
    case .array:
      var hash = folded(kind, 3)
      var element = node + 1
      while element < value.following {
        hash = folded(hash, self.hash(element, tape, scratch))
        element = tape[element].following
      }
      return hash
    case .object:
      var sum = UInt64(value.childCount)
      var name = node + 1
      while name < value.following {
        sum &+= folded(hash(ofString: name, tape, scratch), hash(name + 1, tape, scratch))
        name = tape[name + 1].following
      }
      return folded(kind, sum)
    }
  }

  private static func hash(ofString node: Int, _ tape: borrowing Tape, _ scratch: ByteBuffer) -> UInt64 {
    let bytes = decoded(node, tape, scratch)
    var hash = folded(UInt64(ValueKind.string.rawValue), UInt64(bytes.count))
    guard let base = bytes.baseAddress else { return hash }
    var offset = 0
    while offset &+ 8 <= bytes.count {
      hash = folded(hash, Word.load(base + offset))
      offset &+= 8
    }
    return folded(hash, Word.load(base + offset, size: bytes.count - offset, room: bytes.count - offset))
  }

  /// The string's text; valid until `scratch` is used again.
  private static func decoded(_ node: Int, _ tape: borrowing Tape, _ scratch: ByteBuffer) -> Bytes {
    let body = tape.bytes(node)
    guard tape[node].hasEscapes else { return body }
    scratch.removeAll()
    JSONString.decode(body, into: scratch, keepsLoneSurrogates: true)
    return scratch.bytes
  }

  /// Two buffers for decoded strings.
  struct Scratch {
    let first = ByteBuffer(capacity: 64)
    let second = ByteBuffer(capacity: 64)
  }

  /// Whether two values are the same.
  ///
  /// - Complexity: O(their bytes), and for objects what it takes to sort their members.
  static func areEqual(
    _ node: Int, _ tape: borrowing Tape, _ otherNode: Int, _ otherTape: borrowing Tape, _ scratch: Scratch
  ) -> Bool {
    let (value, other) = (tape[node], otherTape[otherNode])
    guard value.kind == other.kind else { return false }
    switch value.kind {
    case .null: return true
    case .boolean: return value.end - value.start == other.end - other.start
    case .number:
      return Decimal(tape.bytes(node)).compared(to: Decimal(otherTape.bytes(otherNode))) == 0
    case .string:
      return decoded(node, tape, scratch.first).equals(decoded(otherNode, otherTape, scratch.second))
    case .array:
      guard value.childCount == other.childCount else { return false }
      var (element, otherElement) = (node + 1, otherNode + 1)
      while element < value.following {
        guard areEqual(element, tape, otherElement, otherTape, scratch) else { return false }
        element = tape[element].following
        otherElement = otherTape[otherElement].following
      }
      return true
    case .object:
      guard value.childCount == other.childCount else { return false }
      return areEqual(
        sortedNames(node, tape, scratch.first), tape, sortedNames(otherNode, otherTape, scratch.first), otherTape,
        scratch)
    }
  }

  /// The members of two objects, each in the order of their names' hashes.
  private static func areEqual(
    _ names: [Name], _ tape: borrowing Tape, _ otherNames: [Name], _ otherTape: borrowing Tape, _ scratch: Scratch
  ) -> Bool {
    for index in names.indices {
      guard names[index].hash == otherNames[index].hash else { return false }
      let (name, otherName) = (names[index].node, otherNames[index].node)
      guard areEqual(name, tape, otherName, otherTape, scratch),
        areEqual(name + 1, tape, otherName + 1, otherTape, scratch)
      else { return false }
    }
    return true
  }

  private struct Name {
    var hash: UInt64
    var node: Int
  }

  private static func sortedNames(_ node: Int, _ tape: borrowing Tape, _ scratch: ByteBuffer) -> [Name] {
    var names: [Name] = []
    names.reserveCapacity(tape[node].childCount)
    var name = node + 1
    while name < tape[node].following {
      names.append(Name(hash: hash(ofString: name, tape, scratch), node: name))
      name = tape[name + 1].following
    }
    // Of members with one name, the one that stands first.
    return names.sorted { ($0.hash, $0.node) < ($1.hash, $1.node) }
  }
}
