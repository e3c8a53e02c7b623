import CSystem

/// The wide steps of base64url, where the processor has them. `Base64URL` does what they leave, and does everything
/// where they are not: the results are the same.
enum VectorBase64 {
  /// Whether the processor has the byte shuffle of SSSE3, as every x86-64 since 2006.
  static var isAvailable: Bool { sealwax_has_ssse3() == 1 }

  /// Encodes whole steps of 12 bytes to 16 characters.
  ///
  /// - Returns: how many bytes of `input` were read, a multiple of 12.
  @inline(__always)
  static func encode(_ input: UnsafePointer<UInt8>, _ size: Int, _ output: UnsafeMutablePointer<UInt8>) -> Int {
    sealwax_base64url_encode(input, size, output)
  }

  /// Decodes whole steps of 16 characters to 12 bytes, up to what is not of the alphabet. Writes 4 bytes more, which
  /// `output` has room for if it holds three bytes for each four characters.
  ///
  /// - Returns: how many characters of `input` were read, a multiple of 16.
  @inline(__always)
  static func decode(_ input: UnsafePointer<UInt8>, _ size: Int, _ output: UnsafeMutablePointer<UInt8>) -> Int {
    sealwax_base64url_decode(input, size, output)
  }
}
