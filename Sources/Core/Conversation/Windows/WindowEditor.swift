/// What is taken out of a record.
package struct WindowEdits: Equatable, Sendable {
  /// Blocks of the model's thinking.
  package var takesThinking = false
  /// How many tool results, from the first on.
  package var clearedCount = 0

  package init() {}

  package var isEmpty: Bool { !takesThinking && clearedCount == 0 }
}

/// Takes out of old records what a model need not see again: its thinking, and what its tools gave.
package final class WindowEditor {
  /// What became of a record.
  package enum Outcome {
    /// It stays as it is.
    case unchanged
    /// It is what was appended to the output.
    case changed
    /// Nothing of it is left.
    case empty
  }

  /// Stands in the place of a result that was taken out.
  package static let placeholder: StaticString = "\"[Old tool result content cleared]\""

  private let shape: EditShape
  private var visitor: ShapeVisitor
  private var scanner = JSONScanner()

  /// - Returns: nil for a profile without messages of its own.
  package init?(_ profile: Profile) {
    guard let shape = EditShape(profile) else { return nil }
    self.shape = shape
    visitor = ShapeVisitor(shape)
  }

  /// Appends a record without its thinking, or with a placeholder for what its tools gave, or both.
  ///
  /// - Parameter text: one JSON text, which has been checked.
  package func edit(_ text: Bytes, _ wanted: WindowEdits, into output: ByteBuffer) throws(RecordError) -> Outcome {
    visitor.begin(text, origin: 0)
    try scanner.scan(text, visitor: &visitor)
    visitor.end()
    var edits: [(range: Range<Int>, text: StaticString)] = []
    edits += shape.outputs.prefix(wanted.clearedCount).map { ($0, Self.placeholder) }
    if wanted.takesThinking {
      guard shape.blocks.isEmpty || shape.blocks.contains(where: { !$0.isThinking }) else { return .empty }
      edits += removals().map { ($0, "") }
    }
    guard !edits.isEmpty else { return .unchanged }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var start = 0
    for edit in edits {
      output.append(text.slice(start, edit.range.lowerBound))
      output.append(Bytes(edit.text))
      start = edit.range.upperBound
    }
    output.append(text.slice(start, text.count))
    return .changed
  }

  /// The blocks of thinking with a comma each.
  private func removals() -> [Range<Int>] {
    var removals: [Range<Int>] = []
    /// Behind the last block that stays.
    var keptEnd: Int?
    for (index, block) in shape.blocks.enumerated() {
      guard block.isThinking else {
        keptEnd = block.range.upperBound
        continue
      }
      if index + 1 < shape.blocks.count {
        removals.append(block.range.lowerBound..<shape.blocks[index + 1].range.lowerBound)
      } else if let keptEnd {
        // Those before it took the commas behind them; the one in front of them all is left.
        removals.removeAll { $0.lowerBound >= keptEnd }
        removals.append(keptEnd..<block.range.upperBound)
      }
    }
    return removals
  }
}

/// Where in a record blocks and tool results are.
private final class EditShape: ChatShape {
  struct Block {
    var range: Range<Int>
    var isThinking: Bool
  }

  /// The elements of the message's content, in their order.
  private(set) var blocks: [Block] = []
  /// Of each tool result, what the tool gave.
  private(set) var outputs: [Range<Int>] = []

  /// The object that says whose result it is, the member that does, and the one that holds it.
  private let result: (path: ShapePath, id: ShapeName, value: ShapeName)
  private let blockPath: ShapePath?

  init?(_ profile: Profile) {
    let content: ShapePath?
    switch profile {
    case .openai: (content, result) = (nil, (.root, .toolCallID, .content))
    case .langChain: (content, result) = (nil, (ShapePath(.data), .toolCallID, .content))
    case .responses: (content, result) = (nil, (.root, .callID, .output))
    case .codex: (content, result) = (nil, (ShapePath(.payload), .callID, .output))
    case .anthropic:
      content = ShapePath(.content)
      result = (ShapePath(.content, .element), .toolUseID, .content)
    case .claudeCode:
      content = ShapePath(.message, .content)
      result = (ShapePath(.message, .content, .element), .toolUseID, .content)
    case .json, .openAIFineTuning, .shareGPT: return nil
    }
    blockPath = content?.appending(.element)
    super.init(
      objects: [result.path] + (profile == .claudeCode ? [ShapePath(.message)] : []), arrays: content.map { [$0] } ?? []
    )
  }

  override func reset() {
    blocks.removeAll(keepingCapacity: true)
    outputs.removeAll(keepingCapacity: true)
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    if path == blockPath {
      let type = string(members, .type)
      let isThinking = type?.equals("thinking") == true || type?.equals("redacted_thinking") == true
      blocks.append(Block(range: members.place.offset..<members.end, isThinking: isThinking))
    }
    if path == result.path, members.has(result.id), let value = members.value(result.value) {
      outputs.append(value.start..<value.end)
    }
  }

  override func element(_ value: ShapeValue, _ place: ChatPlace, at path: ShapePath) {
    blocks.append(Block(range: value.start..<value.end, isThinking: false))
  }
}
