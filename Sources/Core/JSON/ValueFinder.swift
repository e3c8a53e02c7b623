/// Finds the values at some places of records, and where each begins and ends. Belongs to one thread at a time.
///
/// A name that an object has twice leads to both values. Of values that lie in each other only the outermost is found.
package final class ValueFinder {
  // Nothing here calls back, so no access can meet another.
  @exclusivity(unchecked) private var scanner = JSONScanner()
  @exclusivity(unchecked) private var visitor: PlacesVisitor

  /// - Parameter pointers: to the values that are looked for.
  package init(_ pointers: [PointerPattern]) {
    visitor = PlacesVisitor(pointers)
  }

  /// Reads a record. If it is no JSON text, nothing is found.
  ///
  /// - Complexity: O(`record.count`), and at each value O(steps of the pointers that could lead there).
  package func read(_ record: Bytes) throws(RecordError) {
    visitor.begin(record)
    do {
      try scanner.scan(record, visitor: &visitor)
    } catch {
      visitor.begin(Bytes(start: nil, count: 0))
      throw error
    }
  }

  /// Where the values stand in the record that was read last, strings with their quotes; ascending.
  package var places: [Range<Int>] { visitor.places }

  /// For each pointer whether it led to a value in any record so far, or into one that was found.
  package var haveLed: [Bool] { visitor.haveLed }
}

/// Follows all pointers at once: at each open container it knows which of their steps could be the next.
private struct PlacesVisitor: ~Copyable, JSONVisitor {
  /// One step of a pointer, or the end of one. A pointer's steps stand one behind the other.
  private struct Step: BitwiseCopyable {
    enum Kind: BitwiseCopyable {
      case token, any, anyDepth, end
    }

    var kind: Kind
    /// Of a token, in `names`.
    var start = 0
    var end = 0
    /// The index that a token is too, -1 for none.
    var index = -1
    /// Of which pointer it is.
    var pointer: Int
  }

  /// An open container that a pointer leads into.
  private struct Level: BitwiseCopyable {
    var isObject: Bool
    /// Of the steps that its names or indices could take, in `active`.
    var start: Int
    var end: Int
    /// Of its next element.
    var index = 0
  }

  private(set) var places: [Range<Int>] = []
  private(set) var haveLed: [Bool]
  private var text = Bytes(start: nil, count: 0)
  private var steps = Stack<Step>(capacity: 16)
  private let names = ByteBuffer(capacity: 64)
  private let decoded = ByteBuffer(capacity: 64)
  private var levels = Stack<Level>(capacity: 16)
  /// The steps of all levels, the outermost first, and behind them those into the value that comes next.
  private var active = Stack<Int>(capacity: 16)
  /// Whether a pointer ends at the value that comes next.
  private var isWanted = false
  /// How many containers are open in which nothing is looked for.
  private var passedDepth = 0
  /// Where the outermost of them begins, if it is a value that was looked for.
  private var start: Int?

  init(_ pointers: [PointerPattern]) {
    haveLed = pointers.map { _ in false }
    for (number, pointer) in pointers.enumerated() {
      for step in pointer.steps { append(step, of: number) }
      steps.append(Step(kind: .end, pointer: number))
    }
  }

  private mutating func append(_ step: PointerPattern.Step, of pointer: Int) {
    switch step {
    case .token(let name):
      let start = names.count
      names.append(name)
      steps.append(Step(kind: .token, start: start, end: names.count, index: Self.index(name), pointer: pointer))
    case .any: steps.append(Step(kind: .any, pointer: pointer))
    case .anyDepth: steps.append(Step(kind: .anyDepth, pointer: pointer))
    }
  }

  /// The index that a token stands for: digits without a leading zero (RFC 6901, section 4).
  private static func index(_ token: [UInt8]) -> Int {
    let isCanonical = token.first != UInt8(ascii: "0") || token.count == 1
    guard isCanonical, token.allSatisfy({ $0 &- 0x30 < 10 }) else { return -1 }
    return Int(String(decoding: token, as: UTF8.self)) ?? -1
  }

  mutating func begin(_ text: Bytes) {
    self.text = text
    places.removeAll(keepingCapacity: true)
    levels.count = 0
    active.count = 0
    isWanted = false
    passedDepth = 0
    start = nil
    // The first step of each pointer could be the root's.
    var isFirst = true
    for step in 0..<steps.count {
      if isFirst { enter(step) }
      isFirst = steps[step].kind == .end
    }
  }

  // MARK: The text

  @inline(__always)
  mutating func beginObject(at offset: Int) { begin(isObject: true, at: offset) }

  @inline(__always)
  mutating func beginArray(at offset: Int) { begin(isObject: false, at: offset) }

  @inline(__always)
  mutating func endObject(at offset: Int) { end(at: offset) }

  @inline(__always)
  mutating func endArray(at offset: Int) { end(at: offset) }

  @inline(__always)
  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard passedDepth == 0 else { return }
    follow(range, hasEscapes)
  }

  @inline(__always)
  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    guard passedDepth == 0 else { return }
    scalar(range.lowerBound &- 1..<range.upperBound &+ 1)
  }

  @inline(__always)
  mutating func number(_ range: Range<Int>) {
    guard passedDepth == 0 else { return }
    scalar(range)
  }

  @inline(__always)
  mutating func literal(_ range: Range<Int>) {
    guard passedDepth == 0 else { return }
    scalar(range)
  }

  private mutating func scalar(_ range: Range<Int>) {
    let level = takeIndex()
    if isWanted { places.append(range) }
    isWanted = false
    active.count = level
  }

  private mutating func begin(isObject: Bool, at offset: Int) {
    guard passedDepth == 0 else { return passedDepth &+= 1 }
    let level = takeIndex()
    if isWanted || active.count == level {
      // Where others lead within a value that is found is not followed.
      for place in level..<active.count { noteLed(steps[active[place]].pointer) }
      start = isWanted ? offset : nil
      isWanted = false
      active.count = level
      passedDepth = 1
    } else {
      levels.append(Level(isObject: isObject, start: level, end: active.count))
    }
  }

  private mutating func end(at offset: Int) {
    guard passedDepth > 0 else {
      if let level = levels.popLast() { active.count = level.start }
      return
    }
    passedDepth &-= 1
    guard passedDepth == 0, let start else { return }
    places.append(start..<offset &+ 1)
    self.start = nil
  }

  // MARK: The pointers

  /// Follows the index of the value that comes next, if it is in an array; a name was followed when it was read.
  ///
  /// - Returns: where in `active` the steps into the value begin.
  @inline(__always)
  private mutating func takeIndex() -> Int {
    guard levels.count > 0 else { return 0 }
    var level = levels[levels.count &- 1]
    guard !level.isObject else { return level.end }
    active.count = level.end
    for place in level.start..<level.end {
      let step = steps[active[place]]
      take(active[place], step.kind == .token ? step.index == level.index : true)
    }
    level.index &+= 1
    levels[levels.count &- 1] = level
    return level.end
  }

  private mutating func follow(_ range: Range<Int>, _ hasEscapes: Bool) {
    guard levels.count > 0 else { return }
    let level = levels[levels.count &- 1]
    active.count = level.end
    isWanted = false
    var name = text.slice(range)
    if hasEscapes {
      decoded.removeAll()
      JSONString.decode(name, into: decoded, keepsLoneSurrogates: true)
      name = decoded.bytes
    }
    for place in level.start..<level.end {
      let step = steps[active[place]]
      take(active[place], step.kind == .token ? names.bytes.slice(step.start, step.end).equals(name) : true)
    }
  }

  /// Takes a step if it leads to the value that comes next.
  @inline(__always)
  private mutating func take(_ step: Int, _ leads: Bool) {
    guard leads else { return }
    enter(steps[step].kind == .anyDepth ? step : step &+ 1)
  }

  private mutating func noteLed(_ pointer: Int) {
    if !haveLed[pointer] { haveLed[pointer] = true }
  }

  /// Adds a step that could be taken next; one for any depth may stand for nothing.
  private mutating func enter(_ step: Int) {
    var step = step
    let first = levels.count > 0 ? levels[levels.count &- 1].end : 0
    while true {
      if steps[step].kind == .end {
        isWanted = true
        return noteLed(steps[step].pointer)
      }
      for place in first..<active.count where active[place] == step { return }
      active.append(step)
      guard steps[step].kind == .anyDepth else { return }
      step &+= 1
    }
  }
}
