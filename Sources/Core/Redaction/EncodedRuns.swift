/// The parts of one text that may spell other text in base64, hexadecimal digits or percent escapes. It belongs to one
/// thread.
///
/// Where in a run of digits the spelling begins is not known: `user/aGVsbG8…` is one run. Three groups of base64 that may
/// spell ASCII stand one behind the other by chance at one place of 512, six pairs of hexadecimal digits at one of 360; only
/// there is anything decoded.
final class EncodedRuns {
  enum Notation {
    case base64, hexadecimal, percent
  }

  /// A part of the text that spells text.
  struct Passage {
    var range: Range<Int>
    var notation: Notation
    /// What it spells, in `spelt`.
    fileprivate var spelling: Range<Int>
  }

  /// Fewer decoded bytes hold no secret that is known by its shape.
  private static let shortestText = 8
  private static let shortestRun = 11
  private static let keptSize = 1 << 20

  @exclusivity(unchecked) private var passages: [Passage] = []
  /// What the passages spell, one behind the other.
  private let spelt = ByteBuffer()
  private let scratch = ByteBuffer()
  private let encoded = EncodedText.standard

  /// The block that was looked at closely last, and its offset, -1 for none.
  @exclusivity(unchecked) private var before = SpellingBlock()
  @exclusivity(unchecked) private var spellingOffset = -1
  /// Where the search in the last part with percent escapes is.
  private var percentPart = 0..<0
  private var percentPlace = EncodedText.PercentPlace()
  /// Whether anything of the present text has been read.
  @exclusivity(unchecked) private var isBegun = false
  /// What was replaced last as a whole.
  private var lastRun = 0..<0
  /// Up to where each way to cut the text into groups of four, and into pairs, has been read, and its parts of URLs.
  @exclusivity(unchecked) private var groupEnds: SIMD4<Int> = .zero
  @exclusivity(unchecked) private var pairEnds: SIMD2<Int> = .zero
  @exclusivity(unchecked) private var percentEnd = 0

  /// What is known of the block before: its letters and digits, and where 2, 4 and 8 of them end.
  struct Words {
    fileprivate var one: UInt64 = 0
    fileprivate var two: UInt64 = 0
    fileprivate var four: UInt64 = 0
    fileprivate var eight: UInt64 = 0
  }

  /// Forgets everything: a text begins.
  @inline(__always)
  func begin() {
    spellingOffset = -1
    isBegun = false
    percentEnd = 0
    if !passages.isEmpty { forget() }
  }

  private func forget() {
    passages.removeAll(keepingCapacity: true)
    // One long record is no reason to keep its size for ever.
    spelt.removeAll(keepingAtMost: Self.keptSize)
    lastRun = 0..<0
    percentPart = 0..<0
  }

  var isEmpty: Bool { passages.isEmpty }

  // MARK: Taking note

  /// Takes note of what shows in a block; the blocks of a text come one after the other.
  ///
  /// - Parameters:
  ///   - bytes: of the block, and a few behind it.
  ///   - words: of the block before, and then of this one.
  @inline(__always)
  func add(
    _ block: TextBlock, _ bytes: UnsafePointer<UInt8>, at offset: Int, of text: Bytes, behind words: inout Words
  ) {
    let one = block.digits | block.letters
    let two = one & (one << 1 | words.one >> 63)
    let four = two & (two << 2 | words.two >> 62)
    let eight = four & (four << 4 | words.four >> 60)
    // Eight letters and digits end here, and eight three places before: eleven, which with padding spell eight bytes.
    let ends = eight & (eight << 3 | words.eight >> 61)
    if ends != 0 {
      // Nearly every other run is shorter than fifteen, and asked at its beginning only.
      let longEnds = eight & (eight << 7 | words.eight >> 57)
      if longEnds != 0 { addRuns(bytes, at: offset, of: text) } else { addShortRuns(ends, at: offset, of: text) }
    }
    words = Words(one: one, two: two, four: four, eight: eight)
    if block.marks != 0 { addPercentParts(at: block.marks, offset, text) }
  }

  /// Takes note of runs that are known to have eleven letters and digits, and not to have fifteen so far.
  private func addShortRuns(_ ends: UInt64, at offset: Int, of text: Bytes) {
    var ends = ends
    while ends != 0 {
      let start = offset &+ ends.trailingZeroBitCount &- (Self.shortestRun - 1)
      // The run's other ends go too.
      ends &= ends &+ (ends & (0 &- ends))
      if encoded.maySpellText(text, at: start) {
        beginText()
        addGroups(around: start, of: text)
      }
    }
  }

  /// Forgets where an earlier text was read.
  private func beginText() {
    guard !isBegun else { return }
    isBegun = true
    groupEnds = .zero
    pairEnds = .zero
  }

  private func addGroups(around start: Int, of text: Bytes) {
    guard start >= groupEnds[start & 3] else { return }
    let passage = encoded.base64Passage(in: text, around: start, floor: groupEnds[start & 3], into: scratch)
    // Behind a line's end the groups are cut otherwise; but what goes on there is no chance.
    if passage.hasLines {
      groupEnds = SIMD4(repeating: passage.range.upperBound)
    } else {
      groupEnds[start & 3] = passage.range.upperBound
    }
    add(passage.range, .base64)
  }

  private func addRuns(_ bytes: UnsafePointer<UInt8>, at offset: Int, of text: Bytes) {
    let block = SpellingBlock(bytes)
    beginText()
    if offset == 0 {
      before = SpellingBlock()
    } else if spellingOffset != offset - TextBlock.size, let base = text.baseAddress {
      // Where no run comes from the block before, nothing of it is asked.
      let isOneRun = encoded.isDigit(text[offset - 1]) && encoded.isDigit(text[offset])
      before = isOneRun ? SpellingBlock(base + (offset - TextBlock.size)) : SpellingBlock()
    }
    defer {
      before = block
      spellingOffset = offset
    }
    var thirds =
      block.groups & (block.groups << 4 | before.groups >> 60) & (block.groups << 8 | before.groups >> 56)
    while thirds != 0 {
      let start = offset &+ thirds.trailingZeroBitCount &- 8
      thirds &= thirds &- 1
      addGroups(around: start, of: text)
    }
    var sixths = block.pairs
    for distance in 1...5 {
      sixths &= block.pairs << UInt64(2 * distance) | before.pairs >> UInt64(64 - 2 * distance)
    }
    while sixths != 0 {
      let start = offset &+ sixths.trailingZeroBitCount &- 10
      sixths &= sixths &- 1
      guard start >= pairEnds[start & 1] else { continue }
      let range = encoded.hexadecimalPassage(in: text, around: start, floor: pairEnds[start & 1], into: scratch)
      pairEnds[start & 1] = range.upperBound
      add(range, .hexadecimal)
    }
  }

  /// Takes note of the parts of a text that have percent escapes in them.
  private func addPercentParts(at marks: UInt64, _ offset: Int, _ text: Bytes) {
    var marks = marks
    while marks != 0 {
      let place = offset &+ marks.trailingZeroBitCount
      marks &= marks &- 1
      guard place >= percentEnd, encoded.isPercentEscape(text, at: place) else { continue }
      let part = encoded.urlPart(around: place, floor: percentEnd, in: text)
      percentEnd = part.upperBound
      encoded.decodePercent(text.slice(part), into: scratch)
      add(part, .percent)
    }
  }

  /// Adds a passage that spells what `scratch` holds.
  private func add(_ range: Range<Int>, _ notation: Notation) {
    guard scratch.count >= Self.shortestText else { return }
    let start = spelt.count
    spelt.append(scratch.bytes)
    passages.append(Passage(range: range, notation: notation, spelling: start..<spelt.count))
  }

  // MARK: What was noted

  /// Calls `body` with each passage and what it spells, well-formed UTF-8.
  func forEachPassage<Failure: Error>(_ body: (Passage, Bytes) throws(Failure) -> Void) throws(Failure) {
    for passage in passages { try body(passage, spelt.bytes.slice(passage.spelling)) }
  }

  /// What is replaced when `part` of what a passage spells is found: of percent escapes the part itself, of digits all
  /// that an encoder wrote, since a part of them cannot be read.
  func place(of part: Range<Int>, in passage: Passage, of text: Bytes) -> Range<Int> {
    // A run that was measured once is not measured for every passage in it.
    let isKnown = lastRun.contains(passage.range.lowerBound)
    switch passage.notation {
    case .base64:
      if !isKnown { lastRun = encoded.base64Run(around: passage.range, found: part, in: text) }
      return lastRun
    case .hexadecimal:
      if !isKnown { lastRun = encoded.hexadecimalRun(around: passage.range, in: text) }
      return lastRun
    case .percent:
      if passage.range != percentPart {
        percentPart = passage.range
        percentPlace = EncodedText.PercentPlace()
      }
      let place = encoded.locatePercent(part, in: text.slice(passage.range), from: &percentPlace)
      return passage.range.lowerBound + place.lowerBound..<passage.range.lowerBound + place.upperBound
    }
  }
}
