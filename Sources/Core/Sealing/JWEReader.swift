/// Finds the members of a JWE in a line. Belongs to one thread at a time.
///
/// Other members of the object are let through, as RFC 7516 has it, since shippers add and reorder members; those that
/// would say something else about the JWE are refused by name.
package final class JWEReader {
  private enum Name: Int, MemberName {
    case protected, encryptedKey, iv, ciphertext, tag, unprotected, header, additionalData, recipients, chain

    var text: StaticString {
      switch self {
      case .protected: "protected"
      case .encryptedKey: "encrypted_key"
      case .iv: "iv"
      case .ciphertext: "ciphertext"
      case .tag: "tag"
      case .unprotected: "unprotected"
      case .header: "header"
      case .additionalData: "aad"
      case .recipients: "recipients"
      case .chain: "chain"
      }
    }
  }

  private let members = ObjectMembers<Name>()

  fileprivate static let names = Name.allCases.map { "\($0.text)" }

  /// A reader for any number of lines.
  package init() {}

  /// Finds the members of a line's JWE.
  ///
  /// - Returns: them, in the line; nil if the line is something else, sealed otherwise or not at all.
  /// - Throws: what is wrong with something that looks like a JWE, or might have been one.
  package func read(_ line: Bytes) throws(SealingFault) -> JWE.Members? {
    let text = line.trimmed
    guard text.first == UInt8(ascii: "{") else { return nil }
    if let members = membersAsWritten(text) { return members }
    do {
      try members.read(text)
    } catch {
      switch error {
      // Fails closed: what is no record may have been a sealed one.
      case .notJSON(let fault): throw fault.isTruncation ? .truncated : .notJSON
      case .notAnObject: return nil
      case .repeatedName: if isJWE { throw .jwe(.repeatedName) }
      }
    }
    guard isJWE else { return nil }
    for name in [Name.unprotected, .header, .additionalData, .recipients] where members.has(name) {
      throw .jwe(.unsupported("\(name.text)"))
    }
    return JWE.Members(
      protected: try value(of: .protected), encryptedKey: try value(of: .encryptedKey), iv: try value(of: .iv),
      ciphertext: try value(of: .ciphertext), tag: try value(of: .tag), chain: try chain)
  }

  /// The members of an object that is exactly as `seal` writes it: no need to scan. A value that has a backslash ends
  /// too early here or late, and is no base64url either way.
  private func membersAsWritten(_ text: Bytes) -> JWE.Members? {
    var place = 0
    func value(behind opening: StaticString) -> Bytes? {
      guard text.slice(place, text.count).starts(with: opening) else { return nil }
      let start = place + opening.utf8CodeUnitCount
      guard let end = text.firstOffset(of: UInt8(ascii: "\""), from: start) else { return nil }
      place = end
      return text.slice(start, end)
    }
    guard
      let protected = value(behind: JWE.opening), let encryptedKey = value(behind: "\",\"encrypted_key\":\""),
      let iv = value(behind: "\",\"iv\":\""), let ciphertext = value(behind: "\",\"ciphertext\":\""),
      let tag = value(behind: "\",\"tag\":\"")
    else { return nil }
    let chain = value(behind: "\",\"chain\":\"")
    guard text.slice(place, text.count).equals("\"}") else { return nil }
    return JWE.Members(
      protected: protected, encryptedKey: encryptedKey, iv: iv, ciphertext: ciphertext, tag: tag, chain: chain)
  }

  /// Whether what was read is meant to be a JWE. Both names are in every one, so that damage to either does not hide it.
  private var isJWE: Bool {
    members.has(.ciphertext) || members.has(.encryptedKey)
  }

  private var chain: Bytes? {
    get throws(SealingFault) {
      guard members.has(.chain) else { return nil }
      guard let text = members.plainString(.chain) else { throw .notAChain }
      return text
    }
  }

  private func value(of name: Name) throws(SealingFault) -> Bytes {
    guard members.has(name) else { throw .jwe(.missing("\(name.text)")) }
    guard let text = members.plainString(name) else { throw .jwe(.malformed("\(name.text)")) }
    return text
  }
}

extension JWE {
  /// The members that a JWE can have, those of other serializations too.
  package static let memberNames = JWEReader.names
}

/// What a JWE's header says.
struct JWEHeader {
  var algorithm: JWE.Algorithm
  /// The `kid`, decoded; nil where there is none.
  var keyID: [UInt8]?
  /// Where the algorithm has one and it is on a curve that we know.
  var ephemeral: AgreementKey?

  private enum Name: Int, MemberName {
    case algorithm, encryption, keyID, ephemeral, critical, compression, partyU, partyV

    var text: StaticString {
      switch self {
      case .algorithm: "alg"
      case .encryption: "enc"
      case .keyID: "kid"
      case .ephemeral: "epk"
      case .critical: "crit"
      case .compression: "zip"
      case .partyU: "apu"
      case .partyV: "apv"
      }
    }
  }

  /// Reads the member `protected` of a JWE.
  init(encoded text: Bytes) throws(SealingFault) {
    let header = ByteBuffer(capacity: Base64URL.decodedCapacity(text.count))
    try header.append(atMost: Base64URL.decodedCapacity(text.count)) { (room) throws(SealingFault) in
      guard let size = Base64URL.unpadded.decode(text, into: room) else { throw .jwe(.malformed("protected")) }
      return size
    }
    try self.init(header.bytes)
    withExtendedLifetime(header) {}
  }

  /// Reads the text of a header, of which parameters that nobody must understand are let through (RFC 7516, section 4).
  init(_ text: Bytes) throws(SealingFault) {
    let members = ObjectMembers<Name>()
    do {
      try members.read(text)
    } catch {
      throw .jwe(error == .repeatedName ? .repeatedName : .headerNotJSON)
    }
    for name in [Name.critical, .compression, .partyU, .partyV] where members.has(name) {
      throw .jwe(.unsupported("\(name.text)"))
    }
    algorithm = try Self.algorithm(members)
    try Self.checkEncryption(members)
    if members.has(.keyID) {
      guard let id = members.string(.keyID) else { throw .jwe(.malformed("kid")) }
      keyID = Array(id)
    }
    guard algorithm == .agreement else { return }
    guard members.has(.ephemeral) else { throw .jwe(.missing("epk")) }
    guard let object = members.object(.ephemeral) else { throw .jwe(.malformed("epk")) }
    ephemeral = JSONWebKeyReader.publicHalf(in: object)
  }

  private static func algorithm(_ members: ObjectMembers<Name>) throws(SealingFault) -> JWE.Algorithm {
    let name = try value(of: .algorithm, members)
    if let algorithm = JWE.Algorithm.allCases.first(where: { name.equals($0.name) }) { return algorithm }
    throw .jwe(.unsupported(JWE.otherAlgorithms.first { name.equals($0) }.map { "alg \($0)" } ?? "this alg"))
  }

  private static func checkEncryption(_ members: ObjectMembers<Name>) throws(SealingFault) {
    let name = try value(of: .encryption, members)
    guard !name.equals(JWE.contentEncryption) else { return }
    throw .jwe(.unsupported(JWE.otherEncryptions.first { name.equals($0) }.map { "enc \($0)" } ?? "this enc"))
  }

  private static func value(of name: Name, _ members: ObjectMembers<Name>) throws(SealingFault) -> Bytes {
    guard members.has(name) else { throw .jwe(.missing("\(name.text)")) }
    guard let text = members.string(name) else { throw .jwe(.malformed("\(name.text)")) }
    return text
  }
}
