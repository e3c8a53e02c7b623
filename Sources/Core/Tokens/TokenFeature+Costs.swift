extension TokenFeature {
  /// In hundredths of a token: o200k, cl100k, Claude, DeepSeek, Tekken. A negative cost says that the part before is dearer
  /// than it is in this place.
  ///
  /// Written by `make token-costs`: least squares of the relative error over texts that it names.
  static let costs: [[Int]] = [
    [95, 92, 87, 99, 96],  // spacedWord
    [4, 6, 13, 4, 4],  // spacedWordBeyond3
    [7, 10, 3, 13, 10],  // spacedWordBeyond7
    [109, 111, 116, 103, 118],  // word
    [6, 6, 4, 8, 7],  // wordBeyond3
    [5, 4, 1, 3, 6],  // wordBeyond7
    [24, 28, 47, 46, 29],  // wordBeyond12
    [97, 132, 134, 125, 85],  // latin1Letter
    [126, 158, 180, 125, 137],  // latinExtendedLetter
    [153, 217, 386, 125, 160],  // vietnameseLetter
    [-79, -93, -94, 0, -84],  // accentedWord
    [-13, -11, 3, 0, -7],  // wordNearLatin1
    [-9, 5, 15, 0, -11],  // wordNearLatinExtended
    [-75, -40, -37, 0, -71],  // wordNearVietnamese
    [16, 24, 26, 0, 18],  // beyond3NearLatin1
    [23, 30, 33, 0, 24],  // beyond3NearLatinExtended
    [36, 23, 18, 0, 36],  // beyond3NearVietnamese
    [30, 28, 15, 0, 29],  // crowdedConsonant
    [12, 23, 37, 0, 18],  // wordBehindDigits
    [118, 107, 127, 64, 103],  // capitals
    [5, 7, 7, 32, 23],  // capitalsBeyond1
    [114, 113, 100, 97, 303],  // threeDigits
    [112, 97, 72, 107, 201],  // twoDigits
    [89, 78, 88, 161, 80],  // oneDigit
    [93, 89, 93, 68, 92],  // punctuation
    [18, 16, 12, 14, 18],  // punctuationBeyond1
    [488, 591, 489, 149, 600],  // rule
    [3, 11, 0, 0, 2],  // spacedPunctuation
    [0, 0, 0, 0, 0],  // punctuationBeforeWord
    [-79, -83, -15, 0, -81],  // punctuationInName
    [115, 119, 126, 67, 120],  // lineEnd
    [-100, -100, 27, 0, -100],  // lineEndBehindPunctuation
    [33, 18, -100, 0, 23],  // indentation
    [0, 0, 15, 83, 0],  // spaceBeforePunctuation
    [108, 127, 27, 83, 118],  // spaceBeforeDigit
    [7, 73, 74, 83, 17],  // spaceBeforeOther
    [84, 73, 106, 103, 95],  // spaces
    [56, 16, 30, 67, 17],  // hanRun
    [69, 104, 96, 48, 93],  // han
    [0, 0, 0, 0, 0],  // kanaRun
    [52, 82, 82, 61, 53],  // kana
    [45, 0, 0, 0, 12],  // hangulRun
    [47, 82, 104, 61, 59],  // hangul
    [33, 4, 40, 195, 0],  // greekRun
    [32, 82, 106, 0, 39],  // greek
    [3, 29, 11, 0, 4],  // greekBeyond4
    [38, 0, 0, 195, 24],  // cyrillicRun
    [33, 55, 57, 0, 35],  // cyrillic
    [-17, -25, -17, 0, -14],  // cyrillicBeyond4
    [106, 0, 171, 24, 51],  // arabicRun
    [0, 69, 51, 37, 16],  // arabic
    [51, 8, 44, 0, 24],  // arabicBeyond4
    [0, 55, 0, 24, 0],  // hebrewRun
    [40, 87, 90, 37, 46],  // hebrew
    [17, 13, -9, 0, 7],  // hebrewBeyond4
    [0, 0, 0, 24, 0],  // indicRun
    [35, 96, 117, 37, 49],  // indic
    [11, 96, 163, 0, -4],  // indicBeyond4
    [107, 329, 579, 24, 201],  // thaiRun
    [0, 0, 0, 37, 0],  // thai
    [42, 92, 186, 0, 51],  // thaiBeyond4
    [13, 600, 0, 24, 166],  // alphabetRun
    [43, 12, 145, 37, 15],  // alphabet
    [-21, 226, -36, 0, 22],  // alphabetBeyond4
    [43, 63, 98, 51, 56],  // widePunctuation
    [107, 101, 94, 30, 110],  // symbol
    [0, 6, 0, 0, 53],  // repeatedSymbol
    [600, 0, 600, 162, 600],  // joiner
    [69, 0, 0, 30, 22],  // other
    [189, 134, 179, 203, 184],  // otherBeyondBMP
  ]
}
