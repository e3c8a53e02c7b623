/// What a model reads of a record: the text of its messages, the names of tools, their arguments and results; not ids,
/// times and other members that a log adds.
///
/// It knows the members by their names, whatever the profile: those of OpenAI's and Anthropic's messages, Claude Code,
/// Codex, the Responses API, LangChain and ShareGPT.
struct ModelText: JSONVisitor {
  /// A text in the record.
  struct Part {
    /// Between the quotes of a string, or a whole value of another kind that the model sees as JSON.
    var range: Range<Int>
    var hasEscapes: Bool
  }

  private(set) var parts: [Part] = []
  private(set) var imageCount = 0
  /// How many messages there are, of which each costs something by itself.
  var messageCount: Int { max(roleCount, parts.isEmpty && imageCount == 0 || isBare ? 0 : 1) }
  private var roleCount = 0
  /// Whether the record is a string and nothing else.
  private var isBare = false

  private enum Use {
    /// Strings and what is in containers.
    case text
    /// What is in containers only.
    case container
    /// Strings; a container is JSON to the model.
    case json
    case role
    case type
    case nothing
  }

  private let text: Bytes
  /// The use of what each open container holds.
  private var open: [Use] = []
  private var use = Use.text
  private var jsonStart: (depth: Int, offset: Int)?
  private let decoded = ByteBuffer(capacity: 64)

  init(_ text: Bytes) {
    self.text = text
  }

  mutating func beginObject(at offset: Int) { begin(at: offset) }
  mutating func beginArray(at offset: Int) { begin(at: offset) }
  mutating func endObject(at offset: Int) { end(at: offset) }
  mutating func endArray(at offset: Int) { end(at: offset) }

  private mutating func begin(at offset: Int) {
    if use == .json, jsonStart == nil { jsonStart = (open.count, offset) }
    open.append(use == .text || use == .container ? .text : .nothing)
    // An array's elements are used as it is; in an object each name says how.
    use = open.last ?? .nothing
  }

  private mutating func end(at offset: Int) {
    open.removeLast()
    use = open.last ?? .nothing
    guard let start = jsonStart, start.depth == open.count else { return }
    parts.append(Part(range: start.offset..<offset + 1, hasEscapes: false))
    jsonStart = nil
  }

  mutating func name(_ range: Range<Int>, hasEscapes: Bool) {
    guard open.last == .text else { return use = .nothing }
    var name = text.slice(range)
    if hasEscapes {
      decoded.removeAll()
      JSONString.decode(name, into: decoded)
      name = decoded.bytes
    }
    use = Self.use(of: name)
  }

  mutating func string(_ range: Range<Int>, hasEscapes: Bool) {
    defer { use = open.last ?? .nothing }
    switch use {
    case .text, .json:
      isBare = open.isEmpty
      parts.append(Part(range: range, hasEscapes: hasEscapes))
    case .role: roleCount += 1
    case .type:
      let type = text.slice(range)
      if Self.imageTypes.contains(where: type.equals) { imageCount += 1 }
    case .container, .nothing: break
    }
  }

  mutating func number(_ range: Range<Int>) { use = open.last ?? .nothing }
  mutating func literal(_ range: Range<Int>) { use = open.last ?? .nothing }

  /// A screenshot is the output of a computer's call.
  private static let imageTypes: [StaticString] = ["image", "image_url", "input_image", "computer_screenshot"]

  private static func use(of name: Bytes) -> Use {
    for (word, use) in uses where name.equals(word) { return use }
    return .nothing
  }

  private static let uses: [(StaticString, Use)] = [
    ("content", .text), ("text", .text), ("type", .type), ("role", .role), ("from", .role), ("name", .text),
    ("message", .container), ("payload", .container), ("data", .container), ("item", .container),
    ("messages", .container), ("conversations", .container), ("summary", .container),
    ("value", .text), ("thinking", .text), ("reasoning", .text), ("reasoning_content", .text), ("refusal", .text),
    ("tool_calls", .container), ("function_call", .container), ("function", .container), ("custom", .container),
    ("arguments", .json), ("args", .json), ("input", .json), ("action", .json), ("output", .text), ("result", .text),
  ]
}
