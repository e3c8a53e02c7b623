/// An estimate of how many tokens a text is to a model: one scan that adds up a constant for each word, number, run of
/// punctuation and so on.
///
/// The text comes in pieces of any size, cut anywhere; the estimate of the whole is the same. It is a text as the model
/// sees it, escapes decoded.
package struct TokenEstimate {
  private let costs: [Int]
  /// Of the runs that have ended, in hundredths of a token.
  private var sum = 0
  private var byteCount = 0
  private var partial = PartialScalar()

  // The run that is open, and what came before it.
  private var run: Run?
  private var length = 0
  /// Of a word: the capitals at its start, and how many letters are not ASCII, by kind.
  private var capitals = 0
  private var accents: (latin1: Int, extended: Int, vietnamese: Int) = (0, 0, 0)
  /// The consonants at its end, and how many stood behind two others.
  private var consonants = 0
  private var crowdedCount = 0
  private var first: UInt32 = 0
  private var isUniform = true
  /// The length of white space up to its last LF, 0 if there is none.
  private var lineEndLength = 0
  private var last: UInt32 = 0
  /// Whether a space stands before the run that belongs to its first token.
  private var hasLead = false
  private var isBehindPunctuation = false
  private var isBehindWord = false
  private var isBehindDigits = false
  /// A symbol that the last character was, 0 if it was none.
  private var lastSymbol: UInt32 = 0
  /// Which letters that are not ASCII were in one of the last words.
  private var neighbourhood: Neighbourhood?
  private var wordsSinceAccent = 0

  private enum Run: Equatable {
    case word, digits, punctuation, space
    case script(CharacterClass)
  }

  private enum Neighbourhood: Int {
    case latin1, extended, vietnamese
  }

  /// A word with no letter beyond ASCII says nothing of the language; after so many of them it is forgotten.
  private static let memory = 12

  package init(_ counter: TokenCounter) {
    costs = counter.costs
  }

  /// Takes a piece of a text in.
  package mutating func add(_ bytes: Bytes) {
    byteCount += bytes.count
    guard !costs.isEmpty else { return }
    for byte in bytes {
      // Most letters are small ones within a word.
      if byte &- UInt8(ascii: "a") < 26, case .word = run, capitals < 2 || length > capitals, !partial.isOpen {
        extendWord(UInt32(byte))
        continue
      }
      guard let scalar = partial.add(byte) else { continue }
      add(scalar)
    }
  }

  /// Ends a text: nothing of it is joined with what comes.
  package mutating func endText() {
    guard byteCount > 0, !costs.isEmpty else { return }
    if partial.isOpen { add(0xFFFD) }
    end(before: nil)
    var fresh = TokenEstimate(costs: costs)
    (fresh.sum, fresh.byteCount) = (sum, byteCount)
    self = fresh
  }

  /// Ends the last text and begins anew.
  ///
  /// - Returns: the number of tokens of all texts together, rounded up, and at least 1 if they are not empty.
  package mutating func finish() -> Int {
    endText()
    defer { self = TokenEstimate(costs: costs) }
    guard byteCount > 0 else { return 0 }
    return costs.isEmpty ? (byteCount + 3) / 4 : max(1, (sum + 99) / 100)
  }

  private init(costs: [Int]) {
    self.costs = costs
  }

  // MARK: Runs

  private mutating func add(_ scalar: UInt32) {
    let kind = CharacterClass.of(scalar)
    switch kind {
    case .capital, .small, .latin1, .latinExtended, .vietnamese: addLetter(scalar, kind)
    case .digit: extend(.digits, scalar, kind)
    case .punctuation: extend(.punctuation, scalar, kind)
    case .space, .break_:
      extend(.space, scalar, kind)
      if scalar == 0x0A { lineEndLength = length }
    case .widePunctuation: addSingle(.widePunctuation, kind)
    case .symbol:
      let isRepeated = run == nil && scalar == lastSymbol
      addSingle(isRepeated ? .repeatedSymbol : .symbol, kind)
      lastSymbol = scalar
    case .joiner: addSingle(.joiner, kind)
    case .other: addSingle(.other, kind)
    case .otherBeyondBMP: addSingle(.otherBeyondBMP, kind)
    default: extend(.script(kind), scalar, kind)
    }
  }

  private mutating func extend(_ wanted: Run, _ scalar: UInt32, _ kind: CharacterClass) {
    if run != wanted {
      end(before: kind)
      begin(wanted, scalar)
    }
    length += 1
    isUniform = isUniform && scalar == first
    last = scalar
  }

  private mutating func addSingle(_ feature: TokenFeature, _ kind: CharacterClass) {
    end(before: kind)
    charge(feature)
    hasLead = false
    isBehindPunctuation = false
    isBehindWord = false
    isBehindDigits = false
    lastSymbol = 0
  }

  private mutating func begin(_ run: Run, _ scalar: UInt32 = 0) {
    self.run = run
    length = 0
    capitals = 0
    accents = (0, 0, 0)
    first = scalar
    isUniform = true
    lineEndLength = 0
    consonants = 0
    crowdedCount = 0
  }

  private mutating func addLetter(_ scalar: UInt32, _ kind: CharacterClass) {
    if run != .word {
      end(before: kind)
      begin(.word)
    } else if kind == .capital {
      // A word ends where a capital follows a small letter.
      if length > capitals {
        endWord()
        begin(.word)
      }
    } else if capitals >= 2, length == capitals {
      splitCapitals()
    }
    extendWord(scalar)
    switch kind {
    case .capital: capitals += 1
    case .latin1: accents.latin1 += 1
    case .latinExtended: accents.extended += 1
    case .vietnamese: accents.vietnamese += 1
    default: break
    }
  }

  @inline(__always)
  private mutating func extendWord(_ letter: UInt32) {
    length &+= 1
    consonants = Self.isConsonant(letter) ? consonants &+ 1 : 0
    if consonants > 2 { crowdedCount &+= 1 }
  }

  /// Of ASCII; the letters a, e, i, o, u and y are none.
  @inline(__always)
  private static func isConsonant(_ letter: UInt32) -> Bool {
    letter < 0x80 && vowels & (1 << (letter & 0x1F)) == 0
  }

  private static let vowels: UInt32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25

  /// `HTTPServer`: the last capital begins the next word.
  private mutating func splitCapitals() {
    let before = capitals - 1
    if before >= 2 {
      chargeCapitals(before)
    } else {
      length = 1
      crowdedCount = 0
      endWord()
    }
    // The last capital is no vowel's neighbour yet.
    let lastConsonants = min(consonants, 1)
    begin(.word)
    length = 1
    capitals = 1
    consonants = lastConsonants
  }

  private mutating func end(before next: CharacterClass?) {
    guard let ended = run else { return }
    run = nil
    switch ended {
    case .word: capitals == length && length >= 2 ? chargeCapitals(length) : endWord()
    case .digits: endDigits()
    case .punctuation: endPunctuation(before: next)
    case .space: return endSpace(before: next)
    case .script(let kind): chargeScript(kind)
    }
    hasLead = false
    isBehindPunctuation = ended == .punctuation
    isBehindWord = ended == .word
    isBehindDigits = ended == .digits
    lastSymbol = 0
  }

  // MARK: What a run costs

  private mutating func endWord() {
    charge(hasLead ? .spacedWord : .word)
    charge(hasLead ? .spacedWordBeyond3 : .wordBeyond3, length - 3)
    charge(hasLead ? .spacedWordBeyond7 : .wordBeyond7, length - 7)
    charge(.wordBeyond12, length - 12)
    charge(.crowdedConsonant, crowdedCount)
    if isBehindDigits { charge(.wordBehindDigits) }
    isBehindDigits = false
    hasLead = false
    if accents != (0, 0, 0) {
      charge(.latin1Letter, accents.latin1)
      charge(.latinExtendedLetter, accents.extended)
      charge(.vietnameseLetter, accents.vietnamese)
      charge(.accentedWord)
      if accents.vietnamese > 0 {
        neighbourhood = .vietnamese
      } else if accents.extended > 0 {
        neighbourhood = .extended
      } else if neighbourhood == nil {
        neighbourhood = .latin1
      }
      wordsSinceAccent = 0
    }
    guard let neighbourhood else { return }
    switch neighbourhood {
    case .latin1:
      charge(.wordNearLatin1)
      charge(.beyond3NearLatin1, length - 3)
    case .extended:
      charge(.wordNearLatinExtended)
      charge(.beyond3NearLatinExtended, length - 3)
    case .vietnamese:
      charge(.wordNearVietnamese)
      charge(.beyond3NearVietnamese, length - 3)
    }
    wordsSinceAccent += 1
    if wordsSinceAccent > Self.memory { self.neighbourhood = nil }
  }

  private mutating func chargeCapitals(_ count: Int) {
    charge(.capitals)
    charge(.capitalsBeyond1, count - 1)
    hasLead = false
  }

  private mutating func endDigits() {
    charge(.threeDigits, length / 3)
    if length % 3 == 2 { charge(.twoDigits) }
    if length % 3 == 1 { charge(.oneDigit) }
  }

  private mutating func endPunctuation(before next: CharacterClass?) {
    if length > 3, isUniform { return charge(.rule) }
    charge(.punctuation)
    charge(.punctuationBeyond1, length - 1)
    if hasLead { charge(.spacedPunctuation) }
    guard length == 1, next?.isLatin == true else { return }
    charge(.punctuationBeforeWord)
    if isBehindWord { charge(.punctuationInName) }
  }

  private mutating func endSpace(before next: CharacterClass?) {
    let isLead = last == 0x20 && (next == .punctuation || next?.isLatin == true)
    // A space goes into the token of what follows, or is one by itself.
    let standsAlone = last == 0x20 && !isLead
    if lineEndLength > 0 {
      charge(.lineEnd)
      if isBehindPunctuation { charge(.lineEndBehindPunctuation) }
      if length - lineEndLength > (standsAlone ? 1 : 0) { charge(.indentation) }
      hasLead = isLead && next == .punctuation
    } else {
      if length > 1 || last != 0x20 {
        charge(.spaces)
      } else if next == .punctuation {
        charge(.spaceBeforePunctuation)
      }
      hasLead = isLead
    }
    if standsAlone { charge(next == .digit ? .spaceBeforeDigit : .spaceBeforeOther) }
    isBehindPunctuation = false
    isBehindWord = false
    isBehindDigits = false
    lastSymbol = 0
  }

  private mutating func chargeScript(_ kind: CharacterClass) {
    switch kind {
    case .han: chargeScript(.hanRun, .han)
    case .kana: chargeScript(.kanaRun, .kana)
    case .hangul: chargeScript(.hangulRun, .hangul)
    case .greek: chargeScript(.greekRun, .greek, .greekBeyond4)
    case .cyrillic: chargeScript(.cyrillicRun, .cyrillic, .cyrillicBeyond4)
    case .arabic: chargeScript(.arabicRun, .arabic, .arabicBeyond4)
    case .hebrew: chargeScript(.hebrewRun, .hebrew, .hebrewBeyond4)
    case .indic: chargeScript(.indicRun, .indic, .indicBeyond4)
    case .thai: chargeScript(.thaiRun, .thai, .thaiBeyond4)
    default: chargeScript(.alphabetRun, .alphabet, .alphabetBeyond4)
    }
  }

  private mutating func chargeScript(
    _ run: TokenFeature, _ character: TokenFeature, _ beyond4: TokenFeature? = nil
  ) {
    charge(run)
    charge(character, length)
    if let beyond4 { charge(beyond4, length - 4) }
  }

  @inline(__always)
  private mutating func charge(_ feature: TokenFeature, _ count: Int = 1) {
    guard count > 0 else { return }
    sum &+= costs[feature.rawValue] &* count
  }
}

/// Puts UTF-8 together, byte by byte. What is not well formed counts as U+FFFD.
private struct PartialScalar {
  private var value: UInt32 = 0
  private var missing = 0

  var isOpen: Bool { missing > 0 }

  /// The character that the byte ends, nil while it is not whole.
  @inline(__always)
  mutating func add(_ byte: UInt8) -> UInt32? {
    if byte < 0x80 {
      missing = 0
      return UInt32(byte)
    }
    if byte < 0xC0 {
      guard missing > 0 else { return 0xFFFD }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 ? value : nil
    }
    missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
    value = UInt32(byte) & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07)
    return nil
  }
}
