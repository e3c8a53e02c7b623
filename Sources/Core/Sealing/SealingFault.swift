/// Why a record cannot be sealed or opened. It says nothing of what the record holds.
package enum SealingFault: DescribedError, Equatable {
  /// Neither an object with the member `fernet` nor a token.
  case notSealed
  /// A sealed object or a token that ends too early.
  case truncated
  /// It starts as an object and is not JSON: it may have been a sealed record.
  case notJSON
  /// Base64url that is not canonical, or something else in its place.
  case notCanonical
  /// An object with two members `fernet` or two `chain`, of which readers would choose differently.
  case duplicateMember
  /// The tag is not that of these bytes under any of the keys; a wrong key and altered bytes look the same.
  case notAuthentic
  /// A member `chain` that is not as one is written, or a genesis line that is not.
  case notAChain
  /// The tag in the member `chain` is not that of this line: altered, or taken from another line.
  case chainNotAuthentic
  /// A line of a chain whose key evolves, without the line that holds its first key.
  case noChainKey
  /// Authentic, but not where it stands.
  case outOfSequence(SequenceFault)
  /// Authentic, but not what Fernet prescribes: another version, or a padding that is none.
  case notFernet
  /// Not what Fernet prescribes, as far as can be told without a key: another version, or a size that no token has.
  case notAToken
  /// Sealed more than a minute after now, which `--max-age` does not accept.
  case fromTheFuture
  /// A token over several lines, where one line is to be sealed anew.
  case wholeText
  /// What only a JWE can have.
  case jwe(JWEFault)
  /// Authentic, and not a value that was sealed in a record: a line of a log, or a text that is not one JSON value.
  case notAValue
  /// The line is longer than the limit.
  case overlongLine
  /// libcrypto refused a call that only fails when memory runs out or an algorithm is missing.
  case libraryFailed

  package var message: String {
    switch self {
    case .notSealed: "not sealed"
    case .truncated: "truncated: the record is not whole"
    case .notJSON: "neither a sealed record nor JSON"
    case .notCanonical: "not a token: not canonical base64url"
    case .duplicateMember: "more than one member \"fernet\" or \"chain\""
    case .notAChain: "not a chain: the member \"chain\" or the genesis line is malformed"
    case .noChainKey: "cannot be checked: the first line of its chain, which holds the key, is not there"
    case .outOfSequence(let fault): "out of sequence: \(fault.message)"
    case .notAuthentic, .chainNotAuthentic: "does not authenticate: wrong key, or altered"
    case .notFernet: "authentic, but not a Fernet token of version 128"
    case .notAToken: "not a Fernet token of version 128"
    case .fromTheFuture: "sealed more than 60 s in the future"
    case .wholeText: "a whole text, not a record"
    case .jwe(let fault): fault.message
    case .notAValue: "sealed, but not as a value of a record"
    case .overlongLine: "line longer than the limit"
    case .libraryFailed: "the cryptographic library failed"
    }
  }

  package var hint: String? {
    switch self {
    case .notSealed: "--plain=pass lets lines through that are not sealed"
    case .noChainKey: "--genesis=FILE takes the key from the log"
    case .outOfSequence(let fault): fault.hint
    case .wholeText: "'unseal' and 'seal --whole' change its key"
    case .overlongLine: "raise it with --max-line-bytes"
    default: nil
    }
  }

  /// Whether it is lines before this one that are at fault, and this one is as it was written.
  package var isOfLinesBefore: Bool {
    if case .outOfSequence(.missing) = self { true } else { false }
  }

  /// Whether it is the record that says no, or the work that could not be done.
  package var exitCode: ExitCode {
    switch self {
    case .overlongLine, .libraryFailed: .failed
    default: .no
    }
  }
}
