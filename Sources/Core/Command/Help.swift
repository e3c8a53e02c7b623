extension Command {
  /// The short usage that follows a usage error.
  package var usage: String {
    "usage: \(synopses.map { "\(name) \($0)" }.joined(separator: "\n       "))\n"
  }

  /// The text of `--help`: it fits a screen and ends in two examples.
  package var helpText: String {
    var text = usage + "\(summary).\n\n"
    let headings = headings()
    let widest = options.map(\.usage.count).filter { $0 <= 28 }.max() ?? 0
    for option in options {
      if let heading = headings[option.long] { text += "\(heading):\n" }
      let left = option.usage
      let gap = left.count <= widest ? String(repeating: " ", count: widest - left.count) : ""
      text += "  \(left)\(gap)  \(option.help)\n"
    }
    text += "\nexamples:\n"
    for example in examples { text += "  \(example)\n" }
    return text
  }
}
