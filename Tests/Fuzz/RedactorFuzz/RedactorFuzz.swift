import Core
import FuzzDriver

/// What is no JSON is refused; what changes stays JSON and does not change again; what does not change is not touched.
@main enum RedactorFuzz {
  static func main() {
    guard let set = try? RuleSet(RuleSet.Selection(), adding: []) else { fatalError("no built-in rules") }
    let redactor = Redactor(set, Redactor.Options())
    var scanner = JSONScanner()
    let once = ByteBuffer()
    let twice = ByteBuffer()
    Fuzz.run { record in
      // A blank line is no record; the tool passes it on.
      guard !record.isBlank else { return }
      once.removeAll()
      twice.removeAll()
      do {
        let outcome = try redactor.redact(record, into: once)
        Fuzz.expect(scanner.accepts(record), "a line that is no JSON was let through")
        guard outcome == .changed else {
          Fuzz.expect(once.isEmpty, "output for a record that does not change")
          return
        }
        Fuzz.expect(scanner.accepts(once.bytes), "the redacted record is no JSON")
        Fuzz.expect(!once.bytes.equals(record), "changed into itself")
        Fuzz.expect(try redactor.redact(once.bytes, into: twice) == .unchanged, "redacting twice is not redacting once")
      } catch {
        guard case .notJSON = error as? RedactionFailure else { return }
        Fuzz.expect(!scanner.accepts(record), "a record was refused as no JSON")
      }
    }
  }
}
