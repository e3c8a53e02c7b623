extension JSONPointer {
  /// Where in a record some of its bytes stand: for each offset the pointer to the innermost value that it lies in, or
  /// in a text with a fault, that it would lie in.
  ///
  /// A name is shown only if it looks like one that a program chose; any other, which may be data, is written `*`, as
  /// in a `PointerPattern`.
  ///
  /// - Parameter offsets: ascending. A byte of a member's name lies in the object, a byte of its value in the member.
  /// - Complexity: O(`text.count`) and the pointers' size.
  package static func texts(for offsets: [Int], in text: Bytes, scanner: inout JSONScanner) -> [String] {
    var visitor = PlaceVisitor(text: text, offsets: offsets)
    try? scanner.scan(text, visitor: &visitor)
    visitor.settle(upTo: .max)
    return visitor.pointers
  }

  /// Whether the name of a member may be shown, as it stands in the text: names that programs choose are short words;
  /// keys, addresses and numbers of people are not.
  package static func isShown(_ name: Bytes) -> Bool {
    var digits = 0
    for byte in name {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "$"):
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      default: return false
      }
    }
    return (1...40).contains(name.count) && digits <= 4
  }
}

private struct PlaceVisitor: JSONVisitor {
  enum Step {
    /// In an object, behind the name that stands at the range; before any name, nil.
    case member(Range<Int>?)
    /// In an array, at the index.
    case element(Int)
  }

  let text: Bytes
  let offsets: [Int]
  var steps: [Step] = []
  var pointers: [String] = []

  init(text: Bytes, offsets: [Int]) {
    self.text = text
    self.offsets = offsets
  }

  /// Gives the place reached to the offsets that come before the end of what is read next.
  @inline(__always)
  mutating func settle(upTo end: Int) {
    while pointers.count < offsets.count, offsets[pointers.count] < end { pointers.append(pointer) }
  }

  mutating func beginObject(at offset: Int) {
    settle(upTo: offset + 1)
    steps.append(.member(nil))
  }

  mutating func beginArray(at offset: Int) {
    settle(upTo: offset + 1)
    steps.append(.element(0))
  }

  mutating func endObject(at offset: Int) { endContainer(at: offset) }

  mutating func endArray(at offset: Int) { endContainer(at: offset) }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    settle(upTo: range.upperBound + 1)
    if !steps.isEmpty { steps[steps.count - 1] = .member(range) }
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) { endValue(range.upperBound + 1) }

  mutating func number(_ range: Range<Int>) { endValue(range.upperBound) }

  mutating func literal(_ range: Range<Int>) { endValue(range.upperBound) }

  private mutating func endContainer(at offset: Int) {
    settle(upTo: offset)
    _ = steps.popLast()
    endValue(offset + 1)
  }

  private mutating func endValue(_ end: Int) {
    settle(upTo: end)
    switch steps.last {
    case .member: steps[steps.count - 1] = .member(nil)
    case .element(let index): steps[steps.count - 1] = .element(index + 1)
    case nil: break
    }
  }

  private var pointer: String {
    var pointer = ""
    for step in steps {
      switch step {
      case .member(nil): break
      case .member(.some(let range)):
        let name = text.slice(range)
        pointer += "/\(JSONPointer.isShown(name) ? name.text : "*")"
      case .element(let index): pointer += "/\(index)"
      }
    }
    return pointer
  }
}
