/// A file of Fernet keys:
///
///     # the first key seals, every key unseals
///     cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=
///
/// One key a line, 44 characters of base64url; white space around it, blank lines and lines that start with `#` are
/// let through. Or a JWK or a JWK Set (RFC 7517), which begins with `{`.
package enum KeyFile {
  /// Far more than any number of keys needs, and little enough to read in one piece.
  package static let maximumSize = 64 << 10
  /// Enough for nearly every key file: memory for secrets is locked and wiped, used or not.
  private static let usualSize = 4 << 10

  /// Reads the keys of a file.
  ///
  /// - Parameter isInsecureAccepted: whether a regular file that group or others can read is accepted; public keys are
  ///   for all to read.
  /// - Throws: `KeyFault`, or `SystemError` when it cannot be read.
  package static func keys(at path: String, isInsecureAccepted: Bool) throws -> KeyRing {
    let descriptor: Descriptor
    do throws(Errno) {
      descriptor = try Descriptor.open(path, .read)
    } catch {
      // The message would show it.
      guard !looksLikeKey(path) else { throw KeyFault.keyInsteadOfFile }
      throw SystemError(.open, path, error)
    }
    defer { try? descriptor.close() }
    let status = try SystemError.naming(.stat, path, try FileStatus(of: descriptor))
    let keys = try keys(in: descriptor, name: path)
    if status.kind == .regular, status.mode & 0o044 != 0, keys.isSecret, !isInsecureAccepted {
      throw KeyFault.keyFileReadableByOthers(path)
    }
    return keys
  }

  /// Reads keys from an open descriptor to its end.
  ///
  /// - Parameter name: for messages.
  package static func keys(in descriptor: Descriptor, name: String) throws -> KeyRing {
    var contents = SecretBytes(capacity: usualSize)
    while contents.count <= maximumSize {
      if contents.isFull { contents = SecretBytes(contents, capacity: maximumSize + 1) }
      let count = try contents.append { (room) throws(SystemError) in
        try SystemError.naming(.read, name, try descriptor.read(into: UnsafeMutableRawBufferPointer(room)))
      }
      if count == 0 { break }
    }
    guard contents.count <= maximumSize else { throw KeyFault.keyFileTooLarge(name) }
    return try contents.withBytes { try keys(in: $0, name: name) }
  }

  /// Reads keys from the text of a key file.
  package static func keys(in text: Bytes, name: String) throws(KeyFault) -> KeyRing {
    defer { Memory.wipeStack() }
    guard text.trimmed.first != UInt8(ascii: "{") else { return try webKeys(in: text, name: name) }
    var keys: [SealingKey] = []
    for line in LineSequence(text) {
      let word = line.bytes.trimmed
      guard let first = word.first, first != UInt8(ascii: "#") else { continue }
      guard let key = key(word) else { throw .notAKey(Location(name, line: line.number)) }
      keys.append(.fernet(key))
    }
    guard !keys.isEmpty else { throw .noKeyInFile(name) }
    return KeyRing(keys)
  }

  private static func webKeys(in text: Bytes, name: String) throws(KeyFault) -> KeyRing {
    do throws(JSONWebKeyFault) {
      return KeyRing(try JSONWebKeyReader.keys(in: text).map(SealingKey.web))
    } catch {
      throw .jsonWebKey(name, error)
    }
  }

  /// Whether somebody seems to have given a key where the name of its file was asked for, well spelt or not.
  private static func looksLikeKey(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { text in
      let word = text.trimmed
      let isLong = word.count >= Base64URL.encodedSize(Fernet.keySize) - 4
      return word.first == UInt8(ascii: "{") || (isLong && word.allSatisfy(isOfBase64))
    }
  }

  /// Slashes are in the other alphabet, and in the names of files.
  private static func isOfBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  private static func key(_ word: Bytes) -> FernetKey? {
    var secret = SecretBytes(capacity: Base64URL.decodedCapacity(word.count))
    secret.append { room in Base64URL.standard.decode(word, into: room) ?? 0 }
    return FernetKey(secret)
  }
}

/// Why there is no key. It says nothing of what a key file holds.
package enum KeyFault: DescribedError, Equatable {
  /// No option and no variable names a key.
  case noKeyGiven
  /// A regular file with permission to read for its group or for all.
  case keyFileReadableByOthers(String)
  /// A key, where the name of its file should stand.
  case keyInsteadOfFile
  /// Larger than `KeyFile.maximumSize`.
  case keyFileTooLarge(String)
  /// Blank lines and comments only.
  case noKeyInFile(String)
  /// A line that is neither a key nor a comment.
  case notAKey(Location)
  /// The first key is a JWK, where only a Fernet key will do.
  case noFernetKey
  /// A JWK or a JWK Set that cannot be used.
  case jsonWebKey(String, JSONWebKeyFault)

  package var location: Location? {
    switch self {
    case .noKeyGiven, .noFernetKey, .keyInsteadOfFile: nil
    case .keyFileReadableByOthers(let path), .keyFileTooLarge(let path), .noKeyInFile(let path),
      .jsonWebKey(let path, _):
      Location(path)
    case .notAKey(let location): location
    }
  }

  package var message: String {
    switch self {
    case .noKeyGiven: "no key given"
    case .keyFileReadableByOthers: "key file can be read by others"
    case .keyInsteadOfFile: "a key was given where the name of its file is needed"
    case .keyFileTooLarge: "key file is larger than 64 KiB"
    case .noKeyInFile: "no key in the key file"
    case .notAKey: "not a key: 44 characters of base64url were expected"
    case .noFernetKey: "a Fernet key is needed, and the first key is a JWK"
    case .jsonWebKey(_, let fault): fault.message
    }
  }

  package var hint: String? {
    switch self {
    case .noKeyGiven:
      "use --key-file, --key-fd, SEAL_KEY_FILE or SEAL_KEY; 'seal --new-key FILE' makes a key"
    case .keyFileReadableByOthers(let path): "chmod 600 \(path), or --insecure-key-file"
    case .keyInsteadOfFile: "others may have seen it: make a new one with 'seal --new-key FILE', and give FILE"
    default: nil
    }
  }
}

/// Where the keys of a run come from.
package struct KeySources: Sendable {
  /// Key files, in the order given.
  package var files: [String]
  /// A descriptor to read keys from.
  package var descriptor: Int32?
  /// Whether key files that others can read are accepted.
  package var isInsecureAccepted: Bool

  /// - Parameter descriptor: an open descriptor, read to its end.
  package init(files: [String], descriptor: Int32?, isInsecureAccepted: Bool) {
    self.files = files
    self.descriptor = descriptor
    self.isInsecureAccepted = isInsecureAccepted
  }

  /// The keys: those of the options if there are any, else of the file `SEAL_KEY_FILE` names, else of `SEAL_KEY`. The
  /// environment has no `SEAL_KEY` any more afterwards, whatever came of it.
  ///
  /// - Returns: at least one key; the first one seals.
  package func keys() throws -> KeyRing {
    defer { Process.forgetEnvironment("SEAL_KEY") }
    var keys = KeyRing([])
    for file in files { keys += try KeyFile.keys(at: file, isInsecureAccepted: isInsecureAccepted) }
    if let descriptor { keys += try KeyFile.keys(in: Descriptor(rawValue: descriptor), name: "<fd \(descriptor)>") }
    guard keys.sealing == nil else { return keys }
    if let path = Process.environment("SEAL_KEY_FILE"), !path.isEmpty {
      return try KeyFile.keys(at: path, isInsecureAccepted: isInsecureAccepted)
    }
    if let text = Process.environmentBytes("SEAL_KEY"), !text.isEmpty {
      return try KeyFile.keys(in: text, name: "<SEAL_KEY>")
    }
    throw KeyFault.noKeyGiven
  }
}
