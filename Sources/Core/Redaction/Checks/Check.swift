/// A test that the text captured by a rule's pattern must pass before it counts as a finding.
///
/// The raw values are the names that a rule file writes in `check`. Every check looks at the captured bytes alone
/// (ASCII or UTF-8, separators included), allocates nothing on the heap and is linear in their count.
package enum Check: String, Sendable, CaseIterable {
  // Digits
  case luhn
  case paymentCard = "payment-card"
  case mod97
  case iban
  case verhoeff
  case abaRouting = "aba-routing"
  case ssnRange = "ssn-range"
  case itinRange = "itin-range"
  case phonePlan = "phone-plan"

  // Encodings
  case base58Check = "base58check"
  case bech32
  case base64JSON = "base64-json"
  case githubCRC32 = "github-crc32"
  case npmCRC32 = "npm-crc32"

  // Addresses
  case ipv4Public = "ipv4-public"
  case ipv6

  // Values
  case entropy
  case literalSecret = "literal-secret"
  case assignedPassword = "assigned-password"
  case barePassword = "bare-password"
  case assignedSecret = "assigned-secret"

  // National numbers
  case auABN = "au-abn"
  case auACN = "au-acn"
  case auMedicare = "au-medicare"
  case auTFN = "au-tfn"
  case caSIN = "ca-sin"
  case dateYYMMDD = "date-yymmdd"
  case deHealthInsurance = "de-kvnr"
  case deLANR = "de-lanr"
  case dePassport = "de-passport"
  case deSocialSecurity = "de-rvnr"
  case deTaxID = "de-tax-id"
  case esNIF = "es-nif"
  case fiIdentityCode = "fi-hetu"
  case krBusinessNumber = "kr-brn"
  case krResidentNumber = "kr-rrn"
  case phTIN = "ph-tin"
  case plPESEL = "pl-pesel"
  case seIdentityNumber = "se-personnummer"
  case thNationalID = "th-tnin"
  case trNationalID = "tr-tckn"
  case ukNHS = "uk-nhs"
  case usDEA = "us-dea"
  case usNPI = "us-npi"
  case zaNationalID = "za-id"

  /// Whether the captured text is what the check is named after.
  ///
  /// - Parameter text: the captured bytes; may be empty, may be hostile.
  /// - Complexity: O(`text.count`), no heap allocation.
  package func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .luhn: CompactText.read(text, DigitChecks.luhn)
    case .paymentCard: CompactText.read(text, DigitChecks.paymentCard)
    case .mod97: CompactText.read(text, DigitChecks.mod97)
    case .iban: CompactText.read(text, DigitChecks.iban)
    case .verhoeff: CompactText.read(text, DigitChecks.verhoeff)
    case .abaRouting: CompactText.read(text, DigitChecks.abaRouting)
    case .ssnRange: CompactText.read(text, DigitChecks.ssnRange)
    case .itinRange: CompactText.read(text, DigitChecks.itinRange)
    case .phonePlan: PhonePlan.accepts(text)
    case .base58Check: EncodingChecks.base58Check(text)
    case .bech32: EncodingChecks.bech32(text)
    case .base64JSON: EncodingChecks.base64JSON(text)
    case .githubCRC32: EncodingChecks.prefixedCRC32(text)
    case .npmCRC32: EncodingChecks.prefixedCRC32(text)
    case .ipv4Public: AddressChecks.ipv4Public(text)
    case .ipv6: AddressChecks.ipv6(text)
    case .entropy: shannonEntropy(text) >= 3.0
    case .literalSecret: LiteralSecret.accepts(text)
    case .assignedPassword: AssignedSecret.isPassword(text)
    case .barePassword: AssignedSecret.isBarePassword(text)
    case .assignedSecret: AssignedSecret.isSecret(text)
    case .auABN: CompactText.read(text, NationalChecks.auABN)
    case .auACN: CompactText.read(text, NationalChecks.auACN)
    case .auMedicare: CompactText.read(text, NationalChecks.auMedicare)
    case .auTFN: CompactText.read(text, NationalChecks.auTFN)
    case .caSIN: CompactText.read(text, NationalChecks.caSIN)
    case .dateYYMMDD: CompactText.read(text, NationalChecks.dateYYMMDD)
    case .deHealthInsurance: CompactText.read(text, NationalChecks.deHealthInsurance)
    case .deLANR: CompactText.read(text, NationalChecks.deLANR)
    case .dePassport: CompactText.read(text, NationalChecks.dePassport)
    case .deSocialSecurity: CompactText.read(text, NationalChecks.deSocialSecurity)
    case .deTaxID: CompactText.read(text, NationalChecks.deTaxID)
    case .esNIF: CompactText.read(text, NationalChecks.esNIF)
    case .fiIdentityCode: CompactText.read(text, NationalChecks.fiIdentityCode)
    case .krBusinessNumber: CompactText.read(text, NationalChecks.krBusinessNumber)
    case .krResidentNumber: CompactText.read(text, NationalChecks.krResidentNumber)
    case .phTIN: CompactText.read(text, NationalChecks.phTIN)
    case .plPESEL: CompactText.read(text, NationalChecks.plPESEL)
    case .seIdentityNumber: CompactText.read(text, NationalChecks.seIdentityNumber)
    case .thNationalID: CompactText.read(text, NationalChecks.thNationalID)
    case .trNationalID: CompactText.read(text, NationalChecks.trNationalID)
    case .ukNHS: CompactText.read(text, NationalChecks.ukNHS)
    case .usDEA: CompactText.read(text, NationalChecks.usDEA)
    case .usNPI: CompactText.read(text, NationalChecks.usNPI)
    case .zaNationalID: CompactText.read(text, NationalChecks.zaNationalID)
    }
  }
}
