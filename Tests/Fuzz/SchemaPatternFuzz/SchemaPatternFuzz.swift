import Core
import FuzzDriver

/// The bytes up to the first NUL are a pattern, the rest a text: no pattern traps, and whether it is matched with as a
/// plain text or by PCRE2 is the same.
@main enum SchemaPatternFuzz {
  static func main() {
    let context = SchemaPattern.makeContext()
    Fuzz.run { bytes in
      guard UTF8Validator.firstFault(in: bytes) == nil else { return }
      let end = bytes.firstOffset(of: 0) ?? bytes.count
      let text = bytes.slice(min(end + 1, bytes.count), bytes.count)
      let grouped = ByteBuffer()
      grouped.append("(?:")
      grouped.append(bytes.slice(0, end))
      grouped.append(")")
      do throws(SchemaPatternError) {
        let pattern = try SchemaPattern(bytes.slice(0, end), context: context)
        let same = try SchemaPattern(grouped.bytes, context: context)
        guard let isMatch = try? pattern.matches(text), let isSameMatch = try? same.matches(text) else { return }
        Fuzz.expect(isMatch == isSameMatch, "a group changes what a pattern matches")
      } catch {
        Fuzz.expect(error.offset <= end + 3, "a fault behind the pattern")
      }
    }
  }
}
