import Core
import FuzzDriver

/// Plain text that is no UTF-8 is refused; what changes stays UTF-8 and does not change again, and no line end comes in.
@main enum TextFuzz {
  static func main() {
    guard let set = try? RuleSet(RuleSet.Selection(), adding: []) else { fatalError("no built-in rules") }
    let redactor = Redactor(set, Redactor.Options())
    let once = ByteBuffer()
    let twice = ByteBuffer()
    Fuzz.run { bytes in
      let line = bytes.slice(0, bytes.firstOffset(of: UInt8(ascii: "\n")) ?? bytes.count)
      once.removeAll()
      twice.removeAll()
      do {
        let outcome = try redactor.redactText(line, into: once)
        Fuzz.expect(UTF8Validator.firstFault(in: line) == nil, "a line that is no UTF-8 was let through")
        guard outcome == .changed else {
          Fuzz.expect(once.isEmpty, "output for a line that does not change")
          return
        }
        Fuzz.expect(UTF8Validator.firstFault(in: once.bytes) == nil, "the redacted line is no UTF-8")
        Fuzz.expect(once.bytes.firstOffset(of: UInt8(ascii: "\n")) == nil, "one line became two")
        Fuzz.expect(!once.bytes.equals(line), "changed into itself")
        Fuzz.expect(
          try redactor.redactText(once.bytes, into: twice) == .unchanged, "redacting twice is not redacting once")
      } catch {
        guard case .notJSON = error as? RedactionFailure else { return }
        Fuzz.expect(UTF8Validator.firstFault(in: line) != nil, "a line was refused as no UTF-8")
      }
    }
  }
}
