/// The rules that a sealed log is held to, by the names that reports give them.
package enum SealedRule: String, CaseIterable, Sendable {
  // Without a key.
  case notSealed = "sealed/not-sealed"
  case truncated = "sealed/truncated"
  case notCanonical = "sealed/not-canonical"
  case duplicateMember = "sealed/duplicate-member"
  case token = "sealed/token"
  case jwe = "sealed/jwe"
  case chain = "sealed/chain"
  case missingLines = "sealed/missing-lines"
  case repeatedLine = "sealed/repeated-line"
  case notLinked = "sealed/not-linked"
  case otherChain = "sealed/other-chain"
  case unchainedLine = "sealed/unchained-line"
  case forked = "sealed/forked"
  case cutEnd = "sealed/cut-end"
  case headFile = "sealed/head-file"
  case noChain = "sealed/no-chain"
  // With one.
  case notAuthentic = "sealed/not-authentic"
  case noKey = "sealed/no-key"

  /// What the rule is about, in lower case, without a full stop.
  package var message: String {
    switch self {
    case .notSealed: "not a sealed record"
    case .truncated: "the sealed record is not whole"
    case .notCanonical: "not canonical base64url"
    case .duplicateMember: "two members of which readers would choose differently"
    case .token: "not a Fernet token of version 128"
    case .jwe: "not a JWE as seal writes it"
    case .chain: "the member chain or the first line of a chain is malformed"
    case .missingLines: "lines of the chain are missing"
    case .repeatedLine: "a line of the chain stands twice, or in the wrong place"
    case .notLinked: "a line that is not linked to the one before"
    case .otherChain: "a line of another chain, or another chain that does not go on with this one"
    case .unchainedLine: "a line without a chain among lines with one"
    case .forked: "not the line of this number that the head file names"
    case .cutEnd: "the line that the head file names is missing"
    case .headFile: "not a head file"
    case .noChain: "lines without a chain, of which cannot be told whether some are missing"
    case .notAuthentic: "a record that does not authenticate"
    case .noKey: "none of the keys opens records that were sealed like this"
    }
  }

  /// The rule that a line breaks.
  ///
  /// - Returns: nil for what is no fault of the line.
  package init?(_ fault: SealingFault) {
    switch fault {
    case .notSealed, .notJSON, .notAValue: self = .notSealed
    case .truncated: self = .truncated
    case .notCanonical: self = .notCanonical
    case .duplicateMember: self = .duplicateMember
    case .notAuthentic, .chainNotAuthentic: self = .notAuthentic
    case .notAChain: self = .chain
    case .outOfSequence(let fault): self.init(fault)
    case .notFernet, .notAToken: self = .token
    case .jwe(.unknownKey), .jwe(.publicKey), .jwe(.notTheKeysAlgorithm), .noChainKey: self = .noKey
    case .jwe: self = .jwe
    case .fromTheFuture, .wholeText, .overlongLine, .libraryFailed: return nil
    }
  }

  /// The rule that a line breaks by its place.
  package init(_ fault: SequenceFault) {
    switch fault {
    case .missing: self = .missingLines
    case .repeated: self = .repeatedLine
    case .notLinked: self = .notLinked
    case .otherChain, .otherBeginning: self = .otherChain
    case .noChain: self = .unchainedLine
    case .forked: self = .forked
    }
  }

  /// The rule that a log breaks as a whole.
  package init(_ fault: LogFault) {
    switch fault {
    case .noGenesis, .noAnchor, .changed: self = .missingLines
    case .noRecordedEnd: self = .cutEnd
    case .noChain: self = .noChain
    }
  }
}
