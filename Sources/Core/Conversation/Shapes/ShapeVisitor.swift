/// A value of a record, as a shape sees it.
struct ShapeValue: BitwiseCopyable {
  enum Kind: UInt8 {
    case string, number, literal, object, array
  }

  var kind: Kind
  var hasEscapes = false
  /// From the first byte, a string's opening quote.
  var start: Int
  /// Behind the last byte.
  var end: Int
  /// How many elements an array has that somebody looks into.
  var count = 0
}

/// Walks a record along the names that its shape asks for, and tells the shape of each object as it ends.
///
/// Nothing is built: of each object that is open there are its wanted members, a slot for each name, and what a shape
/// does not look into is counted through.
///
///     {"role":"user","content":[{"type":"text","text":"…"}]}
///                                                         ^ members of content/0: type, text
struct ShapeVisitor: ~Copyable, JSONVisitor {
  private struct Level: BitwiseCopyable {
    var path = ShapePath.root
    var isArray = false
    /// Of the next element.
    var index: Int32 = 0
    /// The names that have come, a bit each.
    var present: UInt64 = 0
    /// That of the value that is open.
    var current = ShapeName.other
    var start = 0
  }

  /// As many as a path has names, and the root.
  private static let maximumDepth = 9
  private static let rowSize = 64

  let shape: ChatShape
  private var text = Bytes(start: nil, count: 0)
  private let names = ShapeNames.shared
  private let levels: UnsafeMutablePointer<Level>
  private let values: UnsafeMutablePointer<ShapeValue>
  /// Open objects and arrays that the shape looks into.
  private var depth = 0
  /// Open ones below a value that it does not look into.
  private var skipped = 0
  private var isObject = false
  /// The name before the value that comes next.
  private var pending = ShapeName.other
  private let decoded = ByteBuffer(capacity: 64)

  init(_ shape: ChatShape) {
    self.shape = shape
    levels = .allocate(capacity: Self.maximumDepth)
    levels.initialize(repeating: Level(), count: Self.maximumDepth)
    values = .allocate(capacity: Self.maximumDepth * Self.rowSize)
    values.initialize(
      repeating: ShapeValue(kind: .literal, start: 0, end: 0), count: Self.maximumDepth * Self.rowSize)
  }

  deinit {
    levels.deallocate()
    values.deallocate()
  }

  mutating func begin(_ text: Bytes, origin: Int) {
    self.text = text
    depth = 0
    skipped = 0
    isObject = false
    shape.begin(text, origin: origin)
  }

  /// Ends the record: all of it was read.
  func end() {
    if !isObject { shape.refuseRecord() }
  }

  @inline(__always)
  mutating func beginObject(at offset: Int) { begin(at: offset, isArray: false) }

  @inline(__always)
  mutating func beginArray(at offset: Int) { begin(at: offset, isArray: true) }

  @inline(__always)
  mutating func endObject(at offset: Int) {
    if skipped == 0 { endLookedInto(at: offset) } else { endSkipped(at: offset) }
  }

  @inline(__always)
  mutating func endArray(at offset: Int) {
    if skipped == 0 { endLookedInto(at: offset) } else { endSkipped(at: offset) }
  }

  @inline(__always)
  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard skipped == 0 else { return }
    pending = name(range, hasEscapes)
  }

  @inline(__always)
  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    scalar(ShapeValue(kind: .string, hasEscapes: hasEscapes, start: range.lowerBound &- 1, end: range.upperBound &+ 1))
  }

  @inline(__always)
  mutating func number(_ range: Range<Int>) {
    scalar(ShapeValue(kind: .number, start: range.lowerBound, end: range.upperBound))
  }

  @inline(__always)
  mutating func literal(_ range: Range<Int>) {
    scalar(ShapeValue(kind: .literal, start: range.lowerBound, end: range.upperBound))
  }

  @inline(__always)
  private func name(_ range: Range<Int>, _ hasEscapes: Bool) -> ShapeName {
    guard !hasEscapes else { return decodedName(range) }
    guard let base = text.baseAddress else { return .other }
    return names.name(
      base + range.lowerBound, range.upperBound &- range.lowerBound, room: text.count &- range.lowerBound)
  }

  @inline(never)
  private func decodedName(_ range: Range<Int>) -> ShapeName {
    decoded.removeAll()
    JSONString.decode(text.slice(range), into: decoded)
    guard let base = decoded.bytes.baseAddress else { return .other }
    return names.name(base, decoded.count, room: decoded.count)
  }

  private mutating func begin(at offset: Int, isArray: Bool) {
    guard skipped == 0 else {
      skipped &+= 1
      return
    }
    var path = ShapePath.root
    if depth > 0 {
      note(ShapeValue(kind: isArray ? .array : .object, start: offset, end: offset))
      path = levels[depth &- 1].path.appending(levels[depth &- 1].current)
    }
    guard depth < Self.maximumDepth, shape.looksInto(path, isArray: isArray) else {
      skipped = 1
      return
    }
    if depth == 0 { isObject = true }
    levels[depth] = Level(path: path, isArray: isArray, start: offset)
    depth &+= 1
  }

  private mutating func endSkipped(at offset: Int) {
    skipped &-= 1
    guard skipped == 0, depth > 0 else { return }
    endContainer(at: offset, count: 0)
  }

  private mutating func endLookedInto(at offset: Int) {
    depth &-= 1
    if !levels[depth].isArray { shape.object(members(of: depth, end: offset &+ 1), at: levels[depth].path) }
    guard depth > 0 else { return }
    endContainer(at: offset, count: Int(levels[depth].index))
  }

  /// A value that was begun has ended.
  private mutating func endContainer(at offset: Int, count: Int) {
    let level = depth &- 1
    let name = levels[level].current
    let slot = level &* Self.rowSize &+ Int(name.rawValue)
    // Of the names that are not known the slot may be another's.
    if name != .other {
      values[slot].end = offset &+ 1
      values[slot].count = count
    }
    if levels[level].isArray { endElement(values[slot]) }
  }

  @inline(__always)
  private mutating func scalar(_ value: ShapeValue) {
    guard skipped == 0, depth > 0 else { return }
    note(value)
    if levels[depth &- 1].isArray { endElement(value) }
  }

  /// Enters a value in the slot of its name.
  @inline(__always)
  private mutating func note(_ value: ShapeValue) {
    let level = depth &- 1
    let name = levels[level].isArray ? ShapeName.element : pending
    levels[level].current = name
    // Of those that are not known the first is kept.
    if name != .other || levels[level].present & ShapeName.other.bit == 0 {
      values[level &* Self.rowSize &+ Int(name.rawValue)] = value
    }
    levels[level].present |= name.bit
  }

  private mutating func endElement(_ value: ShapeValue) {
    let level = depth &- 1
    if value.kind != .object {
      let array = members(of: level, end: value.end)
      shape.element(value, array.place(of: .element), at: levels[level].path)
    }
    if levels[level].index < .max { levels[level].index &+= 1 }
  }

  private func members(of level: Int, end: Int) -> ShapeMembers {
    var first: Int32 = 0
    var second: Int32 = 0
    var count = 0
    for outer in 0...level where levels[outer].isArray {
      if count == 0 { first = levels[outer].index } else if count == 1 { second = levels[outer].index }
      count += 1
    }
    let own = levels[level]
    let place = ChatPlace(
      offset: own.start &+ shape.origin, path: own.path, firstIndex: first, secondIndex: second)
    return ShapeMembers(
      row: values + level &* Self.rowSize, present: own.present, text: text, origin: shape.origin, place: place,
      end: end)
  }
}

/// The members of an object that has just ended, valid until the scan goes on.
struct ShapeMembers {
  fileprivate let row: UnsafePointer<ShapeValue>
  /// The names that are there, a bit each.
  let present: UInt64
  fileprivate let text: Bytes
  fileprivate let origin: Int
  /// Of the object.
  let place: ChatPlace
  /// Behind the object, in the text.
  let end: Int

  fileprivate init(
    row: UnsafePointer<ShapeValue>, present: UInt64, text: Bytes, origin: Int, place: ChatPlace, end: Int
  ) {
    self.row = row
    self.present = present
    self.text = text
    self.origin = origin
    self.place = place
    self.end = end
  }

  /// The value of a member, nil if there is none.
  func value(_ name: ShapeName) -> ShapeValue? {
    present & name.bit == 0 ? nil : row[Int(name.rawValue)]
  }

  /// The value of a member if it is of a kind.
  func value(_ name: ShapeName, _ kind: ShapeValue.Kind) -> ShapeValue? {
    guard let value = value(name), value.kind == kind else { return nil }
    return value
  }

  /// Whether a member is there and not null.
  func has(_ name: ShapeName) -> Bool {
    guard let value = value(name) else { return false }
    return value.kind != .literal || text[value.start] != UInt8(ascii: "n")
  }

  /// Whether a member is `true`.
  func isTrue(_ name: ShapeName) -> Bool {
    guard let value = value(name, .literal) else { return false }
    return text[value.start] == UInt8(ascii: "t")
  }

  /// Whether a number is written as some form of zero.
  func isZero(_ value: ShapeValue) -> Bool {
    for byte in text.slice(value.start, value.end) {
      if byte | 0x20 == UInt8(ascii: "e") { return true }
      if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) { return false }
    }
    return true
  }

  /// Whether there is nothing in an object or array.
  func isEmpty(_ value: ShapeValue) -> Bool {
    guard value.end - value.start >= 2 else { return true }
    return text.slice(value.start + 1, value.end - 1).isBlank
  }

  /// A string's body, as it is spelt.
  func body(_ value: ShapeValue) -> Bytes {
    guard value.kind == .string, value.end - value.start >= 2 else { return text.slice(0, 0) }
    return text.slice(value.start + 1, value.end - 1)
  }

  /// Where a member's value stands; without it, the object.
  func place(of name: ShapeName) -> ChatPlace {
    guard let value = value(name) else { return place }
    var place = place
    place.offset = value.start + origin
    place.path = place.path.appending(name)
    return place
  }
}
