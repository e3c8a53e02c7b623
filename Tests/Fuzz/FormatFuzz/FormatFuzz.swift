import Core
import FuzzDriver

/// No text traps a format, and what one format takes a wider one takes too.
@main enum FormatFuzz {
  /// The second takes all that the first does.
  private static let wider: [(Format, Format)] = [
    (.uri, .uriReference), (.uri, .iri), (.uriReference, .iriReference), (.iri, .iriReference),
    (.email, .internationalEmail), (.hostname, .plainHostname),
  ]

  static func main() {
    Fuzz.run { bytes in
      guard UTF8Validator.firstFault(in: bytes) == nil else { return }
      for format in Format.allCases where format != .regex { _ = format.accepts(bytes) }
      for (narrow, wide) in wider where narrow.accepts(bytes) {
        Fuzz.expect(wide.accepts(bytes), "a narrower format takes more")
      }
    }
  }
}
