/// Tells words and the names of programs from letters drawn at random, by how often one letter follows another.
///
///     words    settings.password   getTokenById   DB_PASSWORD   base64Encoder
///     random   niK3IX32.iBp        AZapXDRfFcqvuPo   aKsfFgNl-wLz
///
/// The score is a likelihood ratio: for each pair of neighbours, how much likelier it is in the names of the Python
/// library, of C headers and of Swift interfaces than in letters and digits drawn at random. At 0 it takes 1 in 500
/// random values of 12 to 21 characters for words, and 1 in 40 names for random.
enum Wording {
  /// Whether `text` reads as words; what is not a letter or a digit only separates them.
  ///
  /// - Complexity: O(1): a text's first 256 bytes tell.
  static func isWords(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var score = 0
    var before = Kind.other
    var letterBefore = 0
    // Of the word so far: a capital may begin one, and of three letters `URL` may be all.
    var wordSize = 0
    for byte in text.prefix(256) {
      let kind = Kind(byte)
      let letter = Int(byte | 0x20) &- 0x61
      defer {
        before = kind
        letterBefore = letter
      }
      guard kind != .other, before != .other else {
        wordSize = kind == .other ? 0 : 1
        continue
      }
      score &+= before.step(to: kind)
      let isOneWord = kind == before || (before == .upper && kind == .lower)
      if kind != .digit, kind == before || (isOneWord && wordSize == 1) {
        score &+= Int(pairs.utf8Start[letterBefore &* 26 &+ letter]) &- 0x36
      }
      wordSize = isOneWord ? wordSize &+ 1 : 1
    }
    return score > -2
  }

  private enum Kind {
    case lower, upper, digit, other

    init(_ byte: UInt8) {
      if byte &- 0x61 < 26 {
        self = .lower
      } else if byte &- 0x41 < 26 {
        self = .upper
      } else {
        self = byte &- 0x30 < 10 ? .digit : .other
      }
    }

    /// What it tells that one kind follows the other, in halves of the natural logarithm.
    func step(to next: Kind) -> Int {
      switch (self, next) {
      case (.lower, .lower): 2
      case (.lower, .upper): -4
      case (.lower, .digit): -5
      case (.upper, .lower): -2
      case (.upper, .upper): 1
      case (.upper, .digit): -4
      case (.digit, .lower), (.digit, .upper): -3
      case (.digit, .digit): 3
      default: 0
      }
    }
  }

  /// For each letter, and each that may follow it in a word: how much likelier than by chance, 6 for as likely.
  private static let pairs: StaticString = """
    16772260503878060889542440\
    84538230881924750764810360\
    83438218508752940768540140\
    85479433911542720765622130\
    63774550201768244988253750\
    73547820900735951766712050\
    62429235700847660775610101\
    90149320801452820756413040\
    55775560000769860578050405\
    72549300623252872065824000\
    77759345802455340464545010\
    84369731901803830366660250\
    96559310801562780263530010\
    72788681704424730389650010\
    46770540504679570976746110\
    82549545605732860958621060\
    51230220201615231553900000\
    82559350803464840677441060\
    62629236806645661389623052\
    82629307904531750866500370\
    57658540600879270888000300\
    91509530806482551354002000\
    92458206901447720964004000\
    52748500709373380359320530\
    54525350400678491587204001\
    70149303700553610312200033
    """
}
