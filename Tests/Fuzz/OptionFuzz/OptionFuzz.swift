import Core
import FuzzDriver

/// Whatever the words are: behind `--` they are operands; what is read is made of what was given.
@main enum OptionFuzz {
  static let options: [Core.Option] = [
    .output, .inPlace, .quiet, .progress, .maximumLineSize, .help, .version,
    Option("max-tokens", short: "t", .required("N"), help: ""), Option("max-errors", .required("N"), help: ""),
  ]

  static func main() {
    Fuzz.run { bytes in
      let words = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Bytes(rebasing: $0).text }
      let behind = try? Arguments(["--"] + words, options: options)
      Fuzz.expect(behind?.operands == words && behind?.given.isEmpty == true, "a word behind -- is no operand")
      do {
        let arguments = try Arguments(words, options: options)
        Fuzz.expect(arguments.operands.allSatisfy(words.contains), "an operand that nobody gave")
        for (option, value) in arguments.given {
          Fuzz.expect(options.contains { $0.long == option }, "an option that nobody knows")
          // By bytes: a value that starts with a combining mark is no suffix of its word to String.
          let isGiven = value.map { value in words.contains { $0.utf8.reversed().starts(with: value.utf8.reversed()) } }
          Fuzz.expect(isGiven ?? true, "a value that nobody gave")
        }
        _ = try? arguments.maximumLineSize()
      } catch {
        Fuzz.expect((error as? UsageError)?.message.isEmpty == false, "a fault without words")
      }
    }
  }
}
