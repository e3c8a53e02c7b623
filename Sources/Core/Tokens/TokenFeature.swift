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
    [96, 97, 92, 99, 95],  // spacedWord
    [5, 6, 8, 4, 7],  // spacedWordBeyond3
    [4, 3, 4, 13, 5],  // spacedWordBeyond7
    [91, 93, 109, 103, 97],  // word
    [3, 3, 2, 8, 6],  // wordBeyond3
    [9, 9, 3, 3, 10],  // wordBeyond7
    [48, 58, 60, 46, 54],  // wordBeyond12
    [89, 148, 144, 125, 73],  // latin1Letter
    [78, 113, 141, 125, 93],  // latinExtendedLetter
    [12, 99, 211, 125, 12],  // vietnameseLetter
    [-8, -22, -2, 0, -5],  // accentedWord
    [-15, -15, -10, 0, -9],  // wordNearLatin1
    [15, 9, -7, 0, 10],  // wordNearLatinExtended
    [-27, -25, 7, 0, -22],  // wordNearVietnamese
    [10, 18, 22, 0, 12],  // beyond3NearLatin1
    [9, 21, 30, 0, 10],  // beyond3NearLatinExtended
    [27, 27, 10, 0, 28],  // beyond3NearVietnamese
    [115, 111, 113, 64, 142],  // capitals
    [0, 0, 0, 32, 16],  // capitalsBeyond1
    [125, 113, 85, 97, 325],  // threeDigits
    [117, 118, 98, 107, 216],  // twoDigits
    [146, 149, 129, 161, 153],  // oneDigit
    [79, 74, 84, 68, 81],  // punctuation
    [29, 29, 18, 14, 28],  // punctuationBeyond1
    [236, 230, 174, 149, 274],  // rule
    [41, 44, 15, 0, 43],  // spacedPunctuation
    [-48, -42, 10, 0, -55],  // punctuationBeforeWord
    [150, 139, 152, 67, 138],  // lineEnd
    [-113, -107, -6, 0, -114],  // lineEndBehindPunctuation
    [35, 33, -74, 0, 33],  // indentation
    [0, 0, 0, 83, 0],  // spaceBeforePunctuation
    [77, 91, 4, 83, 65],  // spaceBeforeDigit
    [0, 67, 73, 83, 0],  // spaceBeforeOther
    [112, 115, 111, 103, 118],  // spaces
    [24, 0, 4, 67, 45],  // hanRun
    [70, 100, 88, 48, 89],  // han
    [0, 0, 0, 0, 0],  // kanaRun
    [55, 85, 88, 61, 53],  // kana
    [121, 62, 17, 0, 79],  // hangulRun
    [24, 64, 100, 61, 41],  // hangul
    [22, 0, 0, 195, 24],  // greekRun
    [36, 86, 118, 0, 36],  // greek
    [-5, 21, 0, 0, 3],  // greekBeyond4
    [36, 0, 0, 195, 27],  // cyrillicRun
    [40, 61, 58, 0, 37],  // cyrillic
    [-32, -41, -20, 0, -16],  // cyrillicBeyond4
    [29, 0, 42, 24, 15],  // arabicRun
    [32, 74, 97, 37, 35],  // arabic
    [-18, -13, -40, 0, -22],  // arabicBeyond4
    [20, 0, 1, 24, 0],  // hebrewRun
    [36, 106, 93, 37, 49],  // hebrew
    [23, -19, -20, 0, 16],  // hebrewBeyond4
    [0, 0, 0, 24, 0],  // indicRun
    [37, 100, 97, 37, 50],  // indic
    [3, 89, 206, 0, -10],  // indicBeyond4
    [0, 0, 0, 24, 0],  // thaiRun
    [35, 86, 186, 37, 43],  // thai
    [2, 3, -11, 0, 8],  // thaiBeyond4
    [0, 55, 800, 24, 0],  // alphabetRun
    [36, 188, 16, 37, 41],  // alphabet
    [2, 14, 12, 0, 10],  // alphabetBeyond4
    [85, 95, 94, 51, 92],  // widePunctuation
    [150, 200, 300, 162, 647],  // joiner
    [74, 56, 1, 30, 66],  // other
    [113, 133, 278, 203, 200],  // otherBeyondBMP
  ]
}
