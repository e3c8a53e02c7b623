/// A file of Fernet keys:
///
///     # the first key seals, every key unseals
///     cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=
///
/// One key a line, 44 characters of base64url; white space around it, blank lines and lines that start with `#` are
/// let through.
package enum KeyFile {
  /// Far more than any number of keys needs, and little enough to read in one piece.
  package static let maximumSize = 64 << 10

  /// Reads the keys of a file.
  ///
  /// - Parameter isInsecureAccepted: whether a regular file that group or others can read is accepted.
  /// - Throws: `KeyFault`, or `SystemError` when it cannot be read.
  package static func keys(at path: String, isInsecureAccepted: Bool) throws -> [FernetKey] {
    let descriptor = try SystemError.naming(.open, path, try Descriptor.open(path, .read))
    defer { try? descriptor.close() }
    let status = try SystemError.naming(.stat, path, try FileStatus(of: descriptor))
    if status.kind == .regular, status.mode & 0o044 != 0, !isInsecureAccepted {
      throw KeyFault.keyFileReadableByOthers(path)
    }
    return try keys(in: descriptor, name: path)
  }

  /// Reads keys from an open descriptor to its end.
  ///
  /// - Parameter name: for messages.
  package static func keys(in descriptor: Descriptor, name: String) throws -> [FernetKey] {
    var contents = SecretBytes(capacity: maximumSize + 1)
    while contents.count <= maximumSize {
      let count = try contents.append { (room) throws(SystemError) in
        try SystemError.naming(.read, name, try descriptor.read(into: UnsafeMutableRawBufferPointer(room)))
      }
      if count == 0 { break }
    }
    guard contents.count <= maximumSize else { throw KeyFault.keyFileTooLarge(name) }
    return try contents.withBytes { try keys(in: $0, name: name) }
  }

  /// Reads keys from the text of a key file.
  package static func keys(in text: Bytes, name: String) throws(KeyFault) -> [FernetKey] {
    guard text.trimmed.first != UInt8(ascii: "{") else { throw .jsonWebKey(name) }
    var keys: [FernetKey] = []
    for line in LineSequence(text) {
      let word = line.bytes.trimmed
      guard let first = word.first, first != UInt8(ascii: "#") else { continue }
      guard let key = key(word) else { throw .notAKey(Location(name, line: line.number)) }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw .noKeyInFile(name) }
    return keys
  }

  private static func key(_ word: Bytes) -> FernetKey? {
    var secret = SecretBytes(capacity: Base64URL.decodedCapacity(word.count))
    secret.append { room in Base64URL.standard.decode(word, into: room) ?? 0 }
    return FernetKey(secret)
  }

  /// Writes a new key to a new file of mode 0600 that did not exist before, durably.
  package static func create(at path: String) throws {
    let key = try FernetKey()
    let descriptor = try SystemError.naming(
      .create, path, try Descriptor.open(path, [.write, .create, .exclusive], mode: 0o600))
    do {
      try SystemError.naming(.write, path, try write(key, to: descriptor))
      try SystemError.naming(.sync, path, try descriptor.sync())
    } catch {
      // It is ours, for it did not exist: half a key is no use to anybody.
      try? descriptor.close()
      try? FilePath.remove(path)
      throw error
    }
    try SystemError.naming(.close, path, try descriptor.close())
    try SystemError.naming(.sync, path, try FilePath.syncFolder(FilePath.folder(of: path)))
  }

  private static func write(_ key: FernetKey, to descriptor: Descriptor) throws(Errno) {
    let text = key.text
    try text.withBytes { (bytes) throws(Errno) in try descriptor.writeAll(UnsafeRawBufferPointer(bytes)) }
    try descriptor.writeAll(UnsafeRawBufferPointer(Bytes("\n")))
  }
}

/// Why there is no key. It says nothing of what a key file holds.
package enum KeyFault: DescribedError, Equatable {
  /// No option and no variable names a key.
  case noKeyGiven
  /// A regular file with permission to read for its group or for all.
  case keyFileReadableByOthers(String)
  /// Larger than `KeyFile.maximumSize`.
  case keyFileTooLarge(String)
  /// Blank lines and comments only.
  case noKeyInFile(String)
  /// A line that is neither a key nor a comment.
  case notAKey(Location)
  /// A JWK or a JWK Set.
  case jsonWebKey(String)

  package var location: Location? {
    switch self {
    case .noKeyGiven: nil
    case .keyFileReadableByOthers(let path), .keyFileTooLarge(let path), .noKeyInFile(let path), .jsonWebKey(let path):
      Location(path)
    case .notAKey(let location): location
    }
  }

  package var message: String {
    switch self {
    case .noKeyGiven: "no key given"
    case .keyFileReadableByOthers: "key file can be read by others"
    case .keyFileTooLarge: "key file is larger than 64 KiB"
    case .noKeyInFile: "no key in the key file"
    case .notAKey: "not a key: 44 characters of base64url were expected"
    case .jsonWebKey: "JWK keys are not supported yet"
    }
  }

  package var hint: String? {
    switch self {
    case .noKeyGiven:
      "use --key-file, --key-fd, SEAL_KEY_FILE or SEAL_KEY; 'seal --new-key FILE' makes a key"
    case .keyFileReadableByOthers(let path): "chmod 600 \(path), or --insecure-key-file"
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

  /// The keys: those of the options if there are any, else of the file `SEAL_KEY_FILE` names, else of `SEAL_KEY`.
  ///
  /// - Returns: at least one key; the first one seals.
  package func keys() throws -> [FernetKey] {
    var keys: [FernetKey] = []
    for file in files { keys += try KeyFile.keys(at: file, isInsecureAccepted: isInsecureAccepted) }
    if let descriptor { keys += try KeyFile.keys(in: Descriptor(rawValue: descriptor), name: "<fd \(descriptor)>") }
    guard keys.isEmpty else { return keys }
    if let path = Process.environment("SEAL_KEY_FILE"), !path.isEmpty {
      return try KeyFile.keys(at: path, isInsecureAccepted: isInsecureAccepted)
    }
    if let text = Process.environmentBytes("SEAL_KEY"), !text.isEmpty {
      return try KeyFile.keys(in: text, name: "<SEAL_KEY>")
    }
    throw KeyFault.noKeyGiven
  }
}
