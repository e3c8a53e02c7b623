/// Files for new keys: of mode 0600, durable, and never in the place of another file.
package enum NewKeyFile {
  /// The end of a name that says that the key is to be a JWK.
  package static let webKeySuffix = ".jwk"
  /// What the name of the public half's file has behind that of the pair.
  package static let publicSuffix = ".pub"

  /// Writes a new key: a JWK for `A256KW` if the name ends in `.jwk`, else a Fernet key.
  package static func create(at path: String) throws {
    defer { Memory.wipeStack() }
    if path.utf8.count > webKeySuffix.utf8.count, path.hasSuffix(webKeySuffix) {
      let text = try JSONWebKey.makeSymmetric().text(isPublic: false)
      try write(text, at: path)
    } else {
      let text = try FernetKey().text
      try write(text, at: path)
    }
  }

  /// Writes a new key pair as a JWK, and its public half alone to the file with `.pub` behind its name: both or none.
  package static func createPair(at path: String, on curve: JSONWebKey.Curve) throws {
    defer { Memory.wipeStack() }
    let pair = try JSONWebKey.makePair(curve)
    let both = try pair.text(isPublic: false)
    let half = try pair.text(isPublic: true)
    try write(both, at: path)
    do {
      try write(half, at: path + publicSuffix)
    } catch {
      try? FilePath.remove(path)
      throw error
    }
  }

  /// Writes a line to a file that did not exist before.
  private static func write(_ text: borrowing SecretBytes, at path: String) throws {
    let descriptor = try SystemError.naming(
      .create, path, try Descriptor.open(path, [.write, .create, .exclusive], mode: 0o600))
    do {
      try SystemError.naming(.write, path, try writeLine(text, to: descriptor))
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

  private static func writeLine(_ text: borrowing SecretBytes, to descriptor: Descriptor) throws(Errno) {
    try text.withBytes { (bytes) throws(Errno) in try descriptor.writeAll(UnsafeRawBufferPointer(bytes)) }
    try descriptor.writeAll(UnsafeRawBufferPointer(Bytes("\n")))
  }
}
