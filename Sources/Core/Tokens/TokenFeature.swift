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
  /// Each consonant behind two others: the word is no common one.
  case crowdedConsonant
  /// As in `4f8b1c`.
  case wordBehindDigits
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
  /// The same again.
  case repeatedSymbol
  /// What joins or changes emoji.
  case joiner
  /// Any other character.
  case other
  /// One of four bytes.
  case otherBeyondBMP
}
