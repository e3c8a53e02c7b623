/// The forms of tail's options that are older than `-n`: `tail -5 file`, `tail -5f file`, `tail +20c file`.
///
///     (-|+) [number] [b|c|l] [f]
enum HistoricForm {
  /// Puts today's options in the place of a historic one.
  ///
  /// As in GNU tail, it is one only as the first word, with at most one file behind it; otherwise `+5` is a file.
  static func rewrite(_ words: [String]) -> [String] {
    guard let first = words.first, isAlone(Array(words.dropFirst())), let options = options(first) else { return words }
    return options + words.dropFirst()
  }

  private static func isAlone(_ following: [String]) -> Bool {
    guard let second = following.first else { return true }
    if second == "--" { return following.count <= 2 }
    return following.count == 1 && (!second.hasPrefix("-") || second == "-")
  }

  private static func options(_ word: String) -> [String]? {
    // The standard has these two for itself: standard input, and -c with its value to come.
    guard let sign = word.first, sign == "+" || sign == "-", word != "-", word != "-c" else { return nil }
    var rest = word.dropFirst()
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    var unit = "lines"
    var number = digits.isEmpty ? "10" : String(digits)
    switch rest.first {
    case "b":
      unit = "bytes"
      number += "b"
      rest = rest.dropFirst()
    case "c":
      unit = "bytes"
      rest = rest.dropFirst()
    case "l": rest = rest.dropFirst()
    default: break
    }
    let follows = rest.first == "f"
    if follows { rest = rest.dropFirst() }
    guard rest.isEmpty else { return nil }
    return ["--\(unit)=\(sign == "+" ? "+" : "")\(number)"] + (follows ? ["--follow"] : [])
  }
}
