/// What a rule has found last, so that what lies inside is not searched for more of the same.
struct RuleFinding {
  /// The number of the text.
  private var text = -1
  private var range = 0..<0
  /// How many values in a row were refused that each begin inside the last.
  private var refusals = 0
  private var refusedEnd = -1

  /// In a value that reaches so far over so many more names of secrets everything else has been tried.
  private static let mostRefusals = 16

  /// Shorter ones, in bytes, are judged each: their time is bounded.
  private static let longValue = 256

  /// Whether a place lies in what was found.
  @inline(__always)
  func holds(_ place: Int, ofText number: Int) -> Bool { number == text && range.contains(place) }

  /// Whether a place lies in the first half of something long that was found. What is short is searched at each of its
  /// words: something else that reaches further may begin there.
  func holdsInFirstHalf(_ place: Int, ofText number: Int) -> Bool {
    number == text && range.count >= Self.longValue && range.contains(place)
      && place - range.lowerBound < range.count / 2
  }

  mutating func accept(_ range: Range<Int>, ofText number: Int) {
    self = RuleFinding(text: number, range: range)
  }

  /// - Returns: whether it is to be taken for a finding all the same, so that long text without a space takes no time
  ///   that grows with its square.
  mutating func refuse(_ range: Range<Int>, ofText number: Int) -> Bool {
    let isFurther = number == text && range.lowerBound < refusedEnd
    self = RuleFinding(text: number, refusals: isFurther ? refusals + 1 : 0, refusedEnd: range.upperBound)
    return refusals >= Self.mostRefusals && range.count >= Self.longValue
  }

  init() {}

  private init(text: Int, range: Range<Int> = 0..<0, refusals: Int = 0, refusedEnd: Int = -1) {
    self.text = text
    self.range = range
    self.refusals = refusals
    self.refusedEnd = refusedEnd
  }
}
