/// Turns findings whose member is to be removed into edits that remove it: with its name, and with one of the commas beside
/// it. An element of an array is removed likewise; what is all of a text stays, as a label.
struct MemberRemoval: JSONVisitor {
  /// A member of an object or an element of an array.
  private struct Item {
    /// Of the name's quote, or of the element.
    var start: Int
    /// Behind the value.
    var end = 0
    /// The finding in it that has it removed, in `edits`.
    var finding: Int?
  }

  private struct Container {
    var isObject: Bool
    var items: [Item] = []
  }

  private let edits: [Edit]
  /// The edit that comes next in the text.
  private var next = 0
  private var containers: [Container] = []
  private var removals: [Edit] = []

  /// - Parameter edits: ascending, without overlaps, each in one string, number or name.
  init(_ edits: [Edit]) {
    self.edits = edits
  }

  /// The edits with the removals made of them, when the text has been scanned.
  func finish() -> [Edit] {
    var result: [Edit] = []
    var place = 0
    // From the outside in: a member that is removed takes all in it along.
    var end = 0
    for removal in removals.sorted(by: Self.precedes) where removal.range.lowerBound >= end {
      end = removal.range.upperBound
      while place < edits.count, edits[place].range.lowerBound < removal.range.lowerBound {
        result.append(Self.kept(edits[place]))
        place += 1
      }
      while place < edits.count, edits[place].range.lowerBound < removal.range.upperBound { place += 1 }
      result.append(removal)
    }
    return result + edits[place...].map(Self.kept)
  }

  private static func precedes(_ first: Edit, _ second: Edit) -> Bool {
    first.range.lowerBound != second.range.lowerBound
      ? first.range.lowerBound < second.range.lowerBound : first.range.upperBound > second.range.upperBound
  }

  /// What could not be removed keeps its label, and is not to be removed from what is around the text.
  private static func kept(_ edit: Edit) -> Edit {
    var edit = edit
    if edit.kind == .remove { edit.kind = .label }
    return edit
  }

  // MARK: The text

  mutating func beginObject(at offset: Int) {
    beginElement(at: offset)
    containers.append(Container(isObject: true))
  }

  mutating func beginArray(at offset: Int) {
    beginElement(at: offset)
    containers.append(Container(isObject: false))
  }

  mutating func endObject(at offset: Int) { endContainer(at: offset) }

  mutating func endArray(at offset: Int) { endContainer(at: offset) }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard !containers.isEmpty else { return }
    containers[containers.count - 1].items.append(Item(start: range.lowerBound - 1))
    take(range)
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    beginElement(at: range.lowerBound - 1)
    take(range)
    endItem(at: range.upperBound + 1)
  }

  mutating func number(_ range: Range<Int>) {
    beginElement(at: range.lowerBound)
    take(range)
    endItem(at: range.upperBound)
  }

  mutating func literal(_ range: Range<Int>) {
    beginElement(at: range.lowerBound)
    endItem(at: range.upperBound)
  }

  private mutating func beginElement(at offset: Int) {
    guard let last = containers.indices.last, !containers[last].isObject else { return }
    containers[last].items.append(Item(start: offset))
  }

  private mutating func endItem(at end: Int) {
    guard let last = containers.indices.last, let item = containers[last].items.indices.last else { return }
    containers[last].items[item].end = end
  }

  /// Has the present item removed if one of the edits up to the end of `range` says so.
  private mutating func take(_ range: Range<Int>) {
    while next < edits.count, edits[next].range.lowerBound < range.upperBound {
      if edits[next].kind == .remove { markItem() }
      next += 1
    }
  }

  private mutating func markItem() {
    guard let last = containers.indices.last, let item = containers[last].items.indices.last else { return }
    if containers[last].items[item].finding == nil { containers[last].items[item].finding = next }
  }

  private mutating func endContainer(at offset: Int) {
    if let items = containers.popLast()?.items { remove(items) }
    endItem(at: offset + 1)
  }

  private mutating func remove(_ items: [Item]) {
    var first = 0
    while first < items.count {
      guard let finding = items[first].finding else {
        first += 1
        continue
      }
      var behind = first + 1
      while behind < items.count, items[behind].finding != nil { behind += 1 }
      // With the comma behind, or if nothing stays behind, with the one before.
      let start = behind < items.count || first == 0 ? items[first].start : items[first - 1].end
      let end = behind < items.count ? items[behind].start : items[behind - 1].end
      var removal = edits[finding]
      removal.range = start..<end
      removal.replacement = []
      removal.kind = nil
      removals.append(removal)
      first = behind
    }
  }
}
