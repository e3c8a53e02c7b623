/// The Unicode properties that `\p{…}` may name.
///
/// - SeeAlso: ECMA-262, tables 69 and 70; PropertyValueAliases.txt of the Unicode Character Database.
enum PatternProperty {
  /// The values of General_Category, with PCRE2's name first.
  private static let categories = [
    "L& LC Cased_Letter", "Cc Control cntrl", "Cf Format", "Cn Unassigned", "Co Private_Use", "Cs Surrogate", "C Other",
    "Ll Lowercase_Letter", "Lm Modifier_Letter", "Lo Other_Letter", "Lt Titlecase_Letter", "Lu Uppercase_Letter",
    "L Letter", "Mc Spacing_Mark", "Me Enclosing_Mark", "Mn Nonspacing_Mark", "M Mark Combining_Mark",
    "Nd Decimal_Number digit", "Nl Letter_Number", "No Other_Number", "N Number", "Pc Connector_Punctuation",
    "Pd Dash_Punctuation", "Pe Close_Punctuation", "Pf Final_Punctuation", "Pi Initial_Punctuation",
    "Po Other_Punctuation", "Ps Open_Punctuation", "P Punctuation punct", "Sc Currency_Symbol", "Sk Modifier_Symbol",
    "Sm Math_Symbol", "So Other_Symbol", "S Symbol", "Zl Line_Separator", "Zp Paragraph_Separator",
    "Zs Space_Separator", "Z Separator",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The properties that a character has or has not, with PCRE2's name first.
  private static let binaries = [
    "ASCII", "AHex ASCII_Hex_Digit", "Alpha Alphabetic", "Bidi_C Bidi_Control", "Bidi_M Bidi_Mirrored",
    "CI Case_Ignorable", "Cased", "CWCF Changes_When_Casefolded", "CWCM Changes_When_Casemapped",
    "CWL Changes_When_Lowercased", "CWKCF Changes_When_NFKC_Casefolded", "CWT Changes_When_Titlecased",
    "CWU Changes_When_Uppercased", "Dash", "DI Default_Ignorable_Code_Point", "Dep Deprecated", "Dia Diacritic",
    "Emoji", "EComp Emoji_Component", "EMod Emoji_Modifier", "EBase Emoji_Modifier_Base", "EPres Emoji_Presentation",
    "ExtPict Extended_Pictographic", "Ext Extender", "Gr_Base Grapheme_Base", "Gr_Ext Grapheme_Extend", "Hex Hex_Digit",
    "IDSB IDS_Binary_Operator", "IDST IDS_Trinary_Operator", "IDC ID_Continue", "IDS ID_Start", "Ideo Ideographic",
    "Join_C Join_Control", "LOE Logical_Order_Exception", "Lower Lowercase", "Math", "NChar Noncharacter_Code_Point",
    "Pat_Syn Pattern_Syntax", "Pat_WS Pattern_White_Space", "QMark Quotation_Mark", "Radical", "RI Regional_Indicator",
    "STerm Sentence_Terminal", "SD Soft_Dotted", "Term Terminal_Punctuation", "UIdeo Unified_Ideograph",
    "Upper Uppercase", "VS Variation_Selector", "space White_Space", "XIDC XID_Continue", "XIDS XID_Start",
  ].map { $0.split(separator: " ").map(String.init) }

  /// A property as PCRE2 knows it.
  struct Known {
    var name: String
    /// Whether it is the characters without the property.
    var isNegated = false
    /// Whether only PCRE2 knows if there is one of this name.
    var isScript = false
  }

  /// - Parameters:
  ///   - name: before the `=`, or all there is.
  ///   - value: behind it.
  static func known(_ name: String, value: String?) -> Known? {
    guard let value else {
      if name == "Any" { return Known(name: "Any") }
      if name == "Assigned" { return Known(name: "Cn", isNegated: true) }
      return (find(name, in: categories) ?? find(name, in: binaries)).map { Known(name: $0) }
    }
    switch name {
    case "General_Category", "gc": return find(value, in: categories).map { Known(name: $0) }
    case "Script", "sc": return isScriptName(value) ? Known(name: "sc:" + value, isScript: true) : nil
    case "Script_Extensions", "scx": return isScriptName(value) ? Known(name: "scx:" + value, isScript: true) : nil
    default: return nil
    }
  }

  private static func find(_ name: String, in properties: [[String]]) -> String? {
    properties.first { $0.contains(name) && name != "L&" }?.first
  }

  /// PCRE2 does not care for the case of a name; ECMA-262 does.
  private static func isScriptName(_ name: String) -> Bool {
    name.split(separator: "_", omittingEmptySubsequences: false).allSatisfy { word in
      word.first.map { ("A"..."Z").contains($0) } == true
        && word.allSatisfy { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
    }
  }
}

extension PatternTranslator {
  /// The braces behind `\p` or `\P`, as what stands for them in a class.
  mutating func readProperty(isNegated: Bool, at start: Int) throws(SchemaPatternError) -> String {
    guard skip("{"), let end = source[offset...].firstIndex(of: UInt8(ascii: "}")) else {
      throw SchemaPatternError(.badEscape, at: start)
    }
    let parts = source.slice(offset, end).text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count),
      let property = PatternProperty.known(parts[0], value: parts.count == 2 ? parts[1] : nil)
    else { throw SchemaPatternError(.unknownProperty, at: start) }
    offset = end + 1
    if property.isScript { scriptOffset = scriptOffset ?? start }
    return (isNegated != property.isNegated ? "\\P{" : "\\p{") + property.name + "}"
  }
}
