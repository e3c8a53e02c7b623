/// What the estimate counts in a text. Its cost is a constant for each vocabulary (`costs`).
enum TokenFeature: Int, CaseIterable, Sendable {
  /// A word with a space before it, which goes into its token.
  case spacedWord
  /// Each character of it beyond the third.
  case spacedWordBeyond3
  /// And beyond the seventh.
  case spacedWordBeyond7
  /// A word without.
  case word
  case wordBeyond3
  case wordBeyond7
  /// Each character of either beyond the twelfth.
  case wordBeyond12
  /// À, é, ö and the like.
  case latin1Letter
  /// Ą, ł, š and the like.
  case latinExtendedLetter
  /// Ạ, ơ, ư and the like.
  case vietnameseLetter
  /// A word with such letters.
  case accentedWord
  /// A word where such letters were lately.
  case wordNearLatin1
  case wordNearLatinExtended
  case wordNearVietnamese
  case beyond3NearLatin1
  case beyond3NearLatinExtended
  case beyond3NearVietnamese
  /// A run of capitals.
  case capitals
  case capitalsBeyond1
  /// Digits, three by three.
  case threeDigits
  /// What is left of them.
  case twoDigits
  case oneDigit
  /// A run of ASCII punctuation.
  case punctuation
  case punctuationBeyond1
  /// A run of more than three equal ones.
  case rule
  /// A space goes into its token too.
  case spacedPunctuation
  /// A single one goes into the token of the word.
  case punctuationBeforeWord
  /// A single one between two words, as in a path.
  case punctuationInName
  /// White space with an LF in it.
  case lineEnd
  /// Goes into its token.
  case lineEndBehindPunctuation
  /// Something stands behind the LF.
  case indentation
  /// One space.
  case spaceBeforePunctuation
  case spaceBeforeDigit
  case spaceBeforeOther
  /// Other white space.
  case spaces
  case hanRun
  case han
  case kanaRun
  case kana
  case hangulRun
  case hangul
  case greekRun
  case greek
  case greekBeyond4
  case cyrillicRun
  case cyrillic
  case cyrillicBeyond4
  case arabicRun
  case arabic
  case arabicBeyond4
  case hebrewRun
  case hebrew
  case hebrewBeyond4
  case indicRun
  case indic
  case indicBeyond4
  case thaiRun
  case thai
  case thaiBeyond4
  case alphabetRun
  case alphabet
  case alphabetBeyond4
  /// General and CJK punctuation.
  case widePunctuation
  /// Arrows, mathematics, boxes.
  case symbol
  /// What joins or changes emoji.
  case joiner
  /// Any other character.
  case other
  /// One of four bytes.
  case otherBeyondBMP

  /// In hundredths of a token: o200k, cl100k, Claude, DeepSeek, Tekken.
  ///
  /// Fitted by least squares of the relative error over messages of code, documents, logs and some thirty languages;
  /// `Tests/Benchmarks/tokens.py` measures them on others. A negative cost says that the part before is dearer than it is
  /// in this place.
  static let costs: [[Int]] = [
    [95, 93, 88, 99, 94],  // spacedWord
    [9, 12, 13, 4, 10],  // spacedWordBeyond3
    [-6, -8, 0, 13, -1],  // spacedWordBeyond7
    [93, 94, 114, 103, 94],  // word
    [6, 6, 3, 8, 10],  // wordBeyond3
    [6, 5, 3, 3, 6],  // wordBeyond7
    [57, 77, 65, 46, 65],  // wordBeyond12
    [60, 125, 115, 125, 45],  // latin1Letter
    [41, 84, 110, 125, 50],  // latinExtendedLetter
    [2, 85, 211, 125, 0],  // vietnameseLetter
    [4, -21, -7, 0, 18],  // accentedWord
    [-11, -10, -6, 0, -5],  // wordNearLatin1
    [14, 14, 0, 0, 13],  // wordNearLatinExtended
    [-25, -16, 17, 0, -27],  // wordNearVietnamese
    [10, 17, 20, 0, 11],  // beyond3NearLatin1
    [12, 21, 31, 0, 11],  // beyond3NearLatinExtended
    [26, 23, 3, 0, 28],  // beyond3NearVietnamese
    [111, 107, 96, 64, 102],  // capitals
    [0, 0, 5, 32, 23],  // capitalsBeyond1
    [117, 109, 86, 97, 320],  // threeDigits
    [116, 113, 91, 107, 215],  // twoDigits
    [135, 139, 139, 161, 137],  // oneDigit
    [76, 71, 74, 68, 80],  // punctuation
    [39, 38, 29, 14, 39],  // punctuationBeyond1
    [228, 186, 126, 149, 265],  // rule
    [13, 17, 5, 0, 10],  // spacedPunctuation
    [20, 23, 35, 0, 27],  // punctuationBeforeWord
    [-73, -73, -22, 0, -86],  // punctuationInName
    [144, 140, 160, 67, 140],  // lineEnd
    [-124, -115, -10, 0, -126],  // lineEndBehindPunctuation
    [40, 32, -81, 0, 36],  // indentation
    [0, 0, 0, 83, 0],  // spaceBeforePunctuation
    [83, 95, 4, 83, 69],  // spaceBeforeDigit
    [0, 45, 67, 83, 0],  // spaceBeforeOther
    [100, 93, 95, 103, 97],  // spaces
    [26, 0, 4, 67, 45],  // hanRun
    [70, 102, 89, 48, 90],  // han
    [0, 0, 0, 0, 0],  // kanaRun
    [56, 85, 87, 61, 55],  // kana
    [49, 0, 0, 0, 23],  // hangulRun
    [50, 93, 105, 61, 60],  // hangul
    [0, 0, 0, 195, 0],  // greekRun
    [47, 96, 124, 0, 48],  // greek
    [-20, 8, -13, 0, -15],  // greekBeyond4
    [118, 62, 24, 195, 96],  // cyrillicRun
    [12, 44, 50, 0, 18],  // cyrillic
    [4, -15, -6, 0, 1],  // cyrillicBeyond4
    [90, 0, 71, 24, 62],  // arabicRun
    [13, 78, 88, 37, 21],  // arabic
    [12, -9, -19, 0, 1],  // arabicBeyond4
    [35, 64, 0, 24, 45],  // hebrewRun
    [35, 90, 94, 37, 38],  // hebrew
    [7, 15, -16, 0, 19],  // hebrewBeyond4
    [0, 0, 0, 24, 0],  // indicRun
    [38, 103, 98, 37, 51],  // indic
    [1, 90, 209, 0, -11],  // indicBeyond4
    [47, 26, 0, 24, 0],  // thaiRun
    [31, 96, 180, 37, 54],  // thai
    [4, -10, -4, 0, -5],  // thaiBeyond4
    [0, 36, 800, 24, 0],  // alphabetRun
    [43, 201, 5, 37, 48],  // alphabet
    [-16, -5, 53, 0, -7],  // alphabetBeyond4
    [76, 89, 108, 51, 65],  // widePunctuation
    [189, 205, 132, 30, 208],  // symbol
    [151, 232, 273, 162, 494],  // joiner
    [49, 32, 0, 30, 35],  // other
    [62, 49, 160, 203, 162],  // otherBeyondBMP
  ]
}
