import Core
import FuzzDriver

/// A rule file is read or refused with its place; what is read is usable, on text that is the file itself.
@main enum RuleFileFuzz {
  static func main() {
    Fuzz.run { bytes in
      let owner = ByteBuffer()
      owner.append(bytes)
      do {
        let file = try RuleFile(owner, name: "rules")
        let redactor = Redactor(RuleSet(file.rules), Redactor.Options())
        let output = ByteBuffer()
        for line in LineSequence(owner.bytes) {
          output.removeAll()
          let outcome = try? redactor.redact(line.bytes, into: output)
          var scanner = JSONScanner()
          if outcome == .changed { Fuzz.expect(scanner.accepts(output.bytes), "a rule broke a record") }
        }
      } catch let error as RuleError {
        Fuzz.expect(error.location?.line != nil, "a fault without its place")
      } catch {
        Fuzz.expect(false, "a fault that is none of a rule file's")
      }
    }
  }
}
