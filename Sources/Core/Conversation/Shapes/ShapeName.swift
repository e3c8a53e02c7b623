/// A member name that chat records are made of. Names that no shape asks for are `other`.
enum ShapeName: UInt8, CaseIterable, Sendable {
  /// No member but an element of an array.
  case element = 1
  case role, content, type, text, id, name, toolUseID, toolCalls, toolCallID, function, functionCall, custom
  case arguments, refusal, audio, weight, signature, message, uuid, parentUUID, isSidechain, isMeta, sessionID, leafUUID
  case payload, timestamp, callID, output, messages, conversations, from, value, data, tools, model, stopReason
  case streamSessionID
  /// One that no shape asks for.
  case other

  /// As it stands in the text, empty for what is no name.
  var text: StaticString {
    switch self {
    case .element: ""
    case .role: "role"
    case .content: "content"
    case .type: "type"
    case .text: "text"
    case .id: "id"
    case .name: "name"
    case .toolUseID: "tool_use_id"
    case .toolCalls: "tool_calls"
    case .toolCallID: "tool_call_id"
    case .function: "function"
    case .functionCall: "function_call"
    case .custom: "custom"
    case .arguments: "arguments"
    case .refusal: "refusal"
    case .audio: "audio"
    case .weight: "weight"
    case .signature: "signature"
    case .message: "message"
    case .uuid: "uuid"
    case .parentUUID: "parentUuid"
    case .isSidechain: "isSidechain"
    case .isMeta: "isMeta"
    case .sessionID: "sessionId"
    case .leafUUID: "leafUuid"
    case .payload: "payload"
    case .timestamp: "timestamp"
    case .callID: "call_id"
    case .output: "output"
    case .messages: "messages"
    case .conversations: "conversations"
    case .from: "from"
    case .value: "value"
    case .data: "data"
    case .tools: "tools"
    case .model: "model"
    case .stopReason: "stop_reason"
    case .streamSessionID: "session_id"
    case .other: ""
    }
  }

  /// The bit of a set of names.
  var bit: UInt64 { 1 &<< UInt64(rawValue) }
}

/// Tells names apart by their first and last eight bytes, without a comparison of texts.
final class ShapeNames: Sendable {
  private struct Entry: BitwiseCopyable {
    var first: UInt64 = 0
    var last: UInt64 = 0
    /// 0 for an empty slot.
    var size = 0
    var name = ShapeName.other
  }

  static let shared = ShapeNames()

  /// A power of two, and so many that most names that are not known meet an empty one.
  private static let slotCount = 256
  /// All names are shorter: what they start and end with is all of them.
  private static let longestName = 16

  nonisolated(unsafe) private let entries: UnsafeMutablePointer<Entry>

  private init() {
    entries = .allocate(capacity: Self.slotCount)
    entries.initialize(repeating: Entry(), count: Self.slotCount)
    for name in ShapeName.allCases {
      let text = Bytes(name.text)
      guard let base = text.baseAddress, text.count > 0 else { continue }
      var entry = Self.entry(base, text.count, room: text.count)
      entry.name = name
      var slot = Self.slot(of: entry)
      while entries[slot].size != 0 { slot = (slot &+ 1) & (Self.slotCount &- 1) }
      entries[slot] = entry
    }
  }

  /// Which name it is.
  ///
  /// - Parameter room: how many bytes may be read at `base`, at least `size`.
  @inline(__always)
  func name(_ base: UnsafePointer<UInt8>, _ size: Int, room: Int) -> ShapeName {
    guard size > 0, size <= Self.longestName else { return .other }
    let wanted = Self.entry(base, size, room: room)
    var slot = Self.slot(of: wanted)
    while entries[slot].size != 0 {
      let entry = entries[slot]
      if entry.first == wanted.first, entry.last == wanted.last, entry.size == size { return entry.name }
      slot = (slot &+ 1) & (Self.slotCount &- 1)
    }
    return .other
  }

  @inline(__always)
  private static func entry(_ base: UnsafePointer<UInt8>, _ size: Int, room: Int) -> Entry {
    guard size >= 8 else {
      return Entry(first: Word.load(base, size: size, room: room), size: size)
    }
    return Entry(first: Word.load(base), last: Word.load(base + (size &- 8)), size: size)
  }

  @inline(__always)
  private static func slot(of entry: Entry) -> Int {
    let mixed = (entry.first ^ entry.last &* 3 ^ UInt64(truncatingIfNeeded: entry.size)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 56)
  }
}
