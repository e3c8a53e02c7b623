/// Gathers the edits of one text; errors wait in `failure`, since a scanner cannot be stopped from within.
struct RecordVisitor: JSONVisitor {
  /// Who calls the scanner holds it; and most strings need no more of it than its search, so that nothing is counted
  /// up and down for them.
  unowned(unsafe) let walk: RecordWalk
  private let search: Unmanaged<TextSearch>
  private let nameCache: TextCache
  private let valueCache: TextCache
  private let tracksPlaces: Bool
  let text: Bytes
  let nesting: Int
  var edits: [Edit] = []
  var failure: RedactionFailure?
  /// The open containers, the root's own place first; `depth` is the innermost.
  private let containers: UnsafeMutablePointer<OpenContainer>
  private var depth = 0
  /// Kept only where somebody asks for places.
  private var path: [Step] = []
  /// What the name before the next value says of it.
  private var pending = NameMeaning.nothing
  /// The name that was read last; a value in an array may stand under one before it.
  private var lastName: Range<Int> = 0..<0

  init(walk: RecordWalk, text: Bytes, nesting: Int) {
    self.walk = walk
    search = .passUnretained(walk.search)
    nameCache = walk.nameCache
    valueCache = walk.valueCache
    tracksPlaces = walk.tracksPlaces
    self.text = text
    self.nesting = nesting
    containers = walk.containers[nesting]
    containers.initialize(to: OpenContainer(isObject: true))
  }

  // MARK: The path

  mutating func beginObject(at offset: Int) {
    begin()
    enter(OpenContainer(isObject: true))
  }

  mutating func beginArray(at offset: Int) {
    guard case .rule(let rule) = begin() else { return enter(OpenContainer(isObject: false)) }
    enter(OpenContainer(isObject: false, rule: rule))
  }

  mutating func endObject(at offset: Int) { leave() }

  mutating func endArray(at offset: Int) { leave() }

  @inline(__always)
  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard failure == nil else { return }
    lastName = range
    if !hasEscapes, !tracksPlaces, let known = nameCache[text.slice(range)], known.isClean {
      pending = known.meaning
      return
    }
    learn(range, hasEscapes)
  }

  /// A name of which not everything is known.
  private mutating func learn(_ range: Range<Int>, _ hasEscapes: Bool) {
    if tracksPlaces { path[path.count - 1] = .name(range, hasEscapes: hasEscapes) }
    let name = walk.decode(text.slice(range), hasEscapes, nesting)
    let known = nameCache[name]
    pending = known.map(\.meaning) ?? walk.names.meaning(of: name)
    let meaning = pending
    guard isWanted else { return }
    let isClean = known?.isClean == true || isClear(name)
    if !isClean { inspect(range, name, hasEscapes) }
    if known == nil || !isClean { nameCache.remember(name, meaning: meaning, isClean: isClean) }
  }

  @inline(__always)
  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    let meaning = begin()
    guard failure == nil, !range.isEmpty, isWanted else { return }
    let rule = rule(under: meaning, range, hasEscapes)
    // Most strings are read as they stand, nothing is found in them, and the short ones come again and again.
    if !hasEscapes, rule == nil {
      let string = text.slice(range)
      if let known = valueCache[string], known.isClean { return }
      if !RecordWalk.mayBeJSON(string) {
        if isClear(string) { return valueCache.remember(string, isClean: true) }
        return inspect(range, string, hasEscapes)
      }
    }
    look(at: range, hasEscapes, rule)
  }

  /// The rule by names that a string or a number stands under. It and what it calls change nothing, but a visitor that is
  /// not to be changed would be copied for it.
  @inline(__always)
  private mutating func rule(under meaning: NameMeaning, _ range: Range<Int>, _ hasEscapes: Bool) -> Int? {
    if case .nothing = meaning { return nil }
    if case .rule(let rule) = meaning { return rule }
    return ruleOfPair(meaning, range, hasEscapes)
  }

  private mutating func ruleOfPair(_ meaning: NameMeaning, _ range: Range<Int>, _ hasEscapes: Bool) -> Int? {
    if case .nameOfPair = meaning {
      containers[depth].nameOfPair = range
      containers[depth].nameHasEscapes = hasEscapes
      return nil
    }
    // A label of a form or a translation stands beside such a name as well; it is a text of words.
    let value = text.slice(range)
    guard let name = containers[depth].nameOfPair, value.count >= 6, !value.contains(0x20),
      value.contains(where: { $0 &- 0x30 < 10 })
    else { return nil }
    return walk.names.rule(for: walk.decode(text.slice(name), containers[depth].nameHasEscapes, nesting))
  }

  @inline(__always)
  private func isClear(_ text: Bytes) -> Bool {
    search._withUnsafeGuaranteedRef { $0.isClear(text) }
  }

  private mutating func look(at range: Range<Int>, _ hasEscapes: Bool, _ rule: Int?) {
    let string = walk.decode(text.slice(range), hasEscapes, nesting)
    do throws(RedactionFailure) {
      if let rule, try walk.search.isSecret(string, byNameRule: rule) {
        edits.append(whole(range, string, rule))
      } else if let inner = try walk.nestedEdits(in: string, nesting: nesting) {
        add(inner, in: range, hasEscapes)
      } else if !isClear(string) {
        inspect(range, string, hasEscapes)
      }
    } catch {
      failure = error
    }
  }

  mutating func number(_ range: Range<Int>) {
    let meaning = begin()
    guard failure == nil, range.count >= RecordWalk.shortestSecretNumber, isWanted else { return }
    let rule = rule(under: meaning, range, false)
    let number = text.slice(range)
    do throws(RedactionFailure) {
      if let rule, try walk.search.isSecret(number, byNameRule: rule) {
        edits.append(quoted(whole(range, number, rule)))
      } else if range.count >= RecordWalk.shortestNumber, let match = try walk.search.matches(in: number).first {
        edits.append(quoted(whole(range, number, match.rule)))
      }
    } catch {
      failure = error
    }
  }

  mutating func literal(_ range: Range<Int>) { begin() }

  /// Counts a value's place, and takes what is said of it.
  @discardableResult
  @inline(__always)
  private mutating func begin() -> NameMeaning {
    if containers[depth].isObject {
      let meaning = pending
      pending = .nothing
      return meaning
    }
    if tracksPlaces { path[path.count - 1] = .index(containers[depth].index) }
    containers[depth].index &+= 1
    return containers[depth].rule.map(NameMeaning.rule) ?? .nothing
  }

  /// The scanner sees to it that there are never more than fit.
  @inline(__always)
  private mutating func enter(_ container: OpenContainer) {
    depth &+= 1
    (containers + depth).initialize(to: container)
    if tracksPlaces { path.append(.index(0)) }
  }

  @inline(__always)
  private mutating func leave() {
    depth &-= 1
    if tracksPlaces { path.removeLast() }
  }

  private var tokens: [[UInt8]] {
    path.map { step in
      switch step {
      case .index(let index): return Array(String(index).utf8)
      case .name(let range, let hasEscapes):
        guard hasEscapes else { return Array(text[range]) }
        let buffer = ByteBuffer()
        JSONString.decode(text.slice(range), into: buffer)
        return Array(buffer.bytes)
      }
    }
  }

  /// Whether `--only` and `--skip` let the present place be looked at; inside strings they do not apply. As `rule`, it
  /// changes nothing.
  @inline(__always)
  private var isWanted: Bool {
    mutating get {
      guard tracksPlaces, nesting == 0 else { return true }
      return isPlaceWanted
    }
  }

  private var isPlaceWanted: Bool {
    mutating get {
      let tokens = tokens
      if let only = walk.options.only, !only.contains(where: { $0.covers(tokens) }) { return false }
      return !walk.options.skip.contains { $0.covers(tokens) }
    }
  }

  /// Where the present value is, for a report; a name that holds a secret is redacted there too.
  private var pointers: [String] {
    walk.options.reportsFindings ? [JSONPointer.text(tokens.map(walk.redactedName))] : []
  }

  // MARK: Edits

  /// Takes what was found in a string that has just turned out not to be clear.
  private mutating func inspect(_ range: Range<Int>, _ string: Bytes, _ hasEscapes: Bool) {
    do throws(RedactionFailure) {
      let edits = walk.edits(of: try walk.search.lastMatches(), in: string)
      add(edits.isEmpty ? edits : walk.unkept(edits, of: string, named: text.slice(lastName)), in: range, hasEscapes)
    } catch {
      failure = error
    }
  }

  /// Takes edits of a decoded string over into the text that holds it.
  private mutating func add(_ inner: [Edit], in range: Range<Int>, _ hasEscapes: Bool) {
    guard !inner.isEmpty else { return }
    var offsets = inner.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    if hasEscapes {
      JSONString.locate(&offsets, roundsUp: { $0 & 1 == 1 }, in: text.slice(range))
    }
    let pointers = pointers
    for (index, edit) in inner.enumerated() {
      var edit = edit
      edit.range = range.lowerBound + offsets[2 * index]..<range.lowerBound + offsets[2 * index + 1]
      edit.replacement = Self.encoded(edit.replacement)
      edit.pointers = pointers + edit.pointers
      edits.append(edit)
    }
  }

  /// The edit that replaces all of a value.
  private func whole(_ range: Range<Int>, _ value: Bytes, _ rule: Int) -> Edit {
    var edit = walk.edit(range, value, rule, found: 0..<value.count, pointers: pointers)
    edit.replacement = Self.encoded(edit.replacement)
    return edit
  }

  /// A number becomes a string.
  private func quoted(_ edit: Edit) -> Edit {
    var edit = edit
    edit.replacement = [UInt8(ascii: "\"")] + edit.replacement + [UInt8(ascii: "\"")]
    return edit
  }

  private static func encoded(_ text: [UInt8]) -> [UInt8] {
    let buffer = ByteBuffer(capacity: text.count + 16)
    text.withUnsafeBufferPointer { JSONString.encode($0, into: buffer) }
    return Array(buffer.bytes)
  }

  /// One step of the way from the root to a value.
  private enum Step {
    case name(Range<Int>, hasEscapes: Bool)
    case index(Int)
  }
}

/// An object or array that is open.
struct OpenContainer {
  var isObject: Bool
  /// The rule by names that the container's own values stand under, for the elements of an array.
  var rule: Int?
  /// The name that one of an object's members told, and which is looked up when its value comes:
  /// `{"name": "DB_PASSWORD", "value": …}`.
  var nameOfPair: Range<Int>?
  var nameHasEscapes = false
  /// Of the next element of an array.
  var index = 0
}
