import Core
import FuzzDriver

/// Where a pattern matches, its opening admits it: a pattern, LF, and a text.
@main enum OpeningFuzz {
  static func main() {
    let context = MatchContext()
    Fuzz.run { bytes in
      guard let end = bytes.firstOffset(of: UInt8(ascii: "\n")), UTF8Validator.firstFault(in: bytes) == nil else {
        return
      }
      let source = bytes.slice(0, end)
      let text = bytes.slice(end + 1, min(bytes.count, end + 65))
      guard UTF8Validator.firstFault(in: text) == nil, let pattern = try? Pattern(source, isAnchored: true) else {
        return
      }
      let opening = Opening(source)
      defer { opening.deallocate() }
      for start in 0...text.count where start == text.count || text[start] & 0xC0 != 0x80 {
        guard (try? pattern.firstMatch(in: text, from: start, group: 0, context)) != nil else { continue }
        Fuzz.expect(opening.admits(text, at: start), "an opening keeps a pattern from matching")
      }
    }
  }
}
