/// A vocabulary whose number of tokens is estimated.
package enum TokenCounter: String, CaseIterable, Sendable {
  /// OpenAI's since GPT-4o.
  case o200k
  /// OpenAI's of GPT-4.
  case cl100k
  /// Anthropic's, by the vocabulary of Claude 2, the last that was published.
  case claude
  case deepseek
  /// Mistral's since Nemo.
  case tekken
  /// A token for every four bytes.
  case bytes4

  /// The cost of each feature in hundredths of a token, empty where nothing but bytes counts.
  var costs: [Int] {
    let columns: [TokenCounter] = [.o200k, .cl100k, .claude, .deepseek, .tekken]
    guard let column = columns.firstIndex(of: self) else { return [] }
    return TokenFeature.costs.map { $0[column] }
  }
}
