/// What is written for a tool result that was lost, in the shape of its profile: it says that the call failed.
///
///     openai       {"role":"tool","tool_call_id":"1","content":"…"}
///     anthropic    {"role":"user","content":[{"type":"tool_result","tool_use_id":"1","is_error":true,"content":"…"}]}
///     responses    {"type":"function_call_output","call_id":"1","output":"…"}
struct LostResult {
  /// A record of its own, or a block that stands with others between `prefix` and `suffix`.
  let text: [UInt8]
  let prefix: [UInt8]
  let suffix: [UInt8]

  private static let words = #""Error: no result of this tool call was recorded""#

  /// - Parameters:
  ///   - id: of the call, as it is spelt.
  ///   - record: the one that makes the call.
  /// - Returns: nil for a call whose result cannot be a text.
  init?(of id: Bytes, in record: Bytes, _ profile: Profile) {
    let id = "\"\(id.text)\""
    var (prefix, text, suffix) = ("", "", "")
    switch profile {
    case .openai: text = #"{"role":"tool","tool_call_id":\#(id),"content":\#(Self.words)}"#
    case .anthropic:
      (prefix, suffix) = (#"{"role":"user","content":["#, "]}")
      text = Self.block(id)
    case .claudeCode:
      (prefix, suffix) = Self.line(around: id, record)
      text = Self.block(id)
    case .responses:
      guard let item = Self.item(id, type: Self.type(of: record)) else { return nil }
      text = item
    case .codex:
      let members = ObjectMembers<CodexMember>()
      try? members.read(record)
      guard let item = Self.item(id, type: members.object(.payload).flatMap(Self.type)) else { return nil }
      let time = members.plainString(.timestamp).map { #""timestamp":"\#($0.text)","# } ?? ""
      text = #"{\#(time)"type":"response_item","payload":\#(item)}"#
    case .langChain:
      text = #"{"type":"tool","data":{"content":\#(Self.words),"type":"tool","tool_call_id":\#(id),"status":"error"}}"#
    case .json, .openAIFineTuning, .shareGPT: return nil
    }
    self.text = Array(text.utf8)
    self.prefix = Array(prefix.utf8)
    self.suffix = Array(suffix.utf8)
  }

  private static func block(_ id: String) -> String {
    #"{"type":"tool_result","tool_use_id":\#(id),"is_error":true,"content":\#(words)}"#
  }

  /// The members of a line of Claude Code around its blocks: those of the line that makes the call.
  private static func line(around id: String, _ record: Bytes) -> (String, String) {
    let members = ObjectMembers<ClaudeCodeMember>()
    try? members.read(record)
    func member(_ name: StaticString, _ value: Bytes?) -> String {
      value.map { #""\#(name)":"\#($0.text)","# } ?? ""
    }
    let parent = members.plainString(.uuid)
    var start = "{" + member("parentUuid", parent) + #""isSidechain":false,"#
    start += member("userType", members.plainString(.userType)) + member("cwd", members.plainString(.cwd))
    start += member("sessionId", members.plainString(.sessionID))
    start += member("version", members.plainString(.version))
    start += member("gitBranch", members.plainString(.gitBranch))
    start += #""type":"user","message":{"role":"user","content":["#
    let end = #"]},"uuid":"\#(uuid(of: id + (parent?.text ?? "")))""#
    let time = members.plainString(.timestamp).map { #","timestamp":"\#($0.text)""# } ?? ""
    return (start, end + time + "}")
  }

  /// A UUID of version 8 (RFC 9562, section 5.8), the same whenever the same call is closed.
  private static func uuid(of name: String) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var name = name
    name.withUTF8 { name in digest.withUnsafeMutableBufferPointer { SHA256.digest(name, into: $0) } }
    digest[6] = digest[6] & 0x0F | 0x80
    digest[8] = digest[8] & 0x3F | 0x80
    var text = ""
    for (place, byte) in digest[..<16].enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return text
  }

  private static func type(of item: Bytes) -> String? {
    let members = ObjectMembers<ItemMember>()
    try? members.read(item)
    return members.string(.type)?.text
  }

  private static func item(_ id: String, type: String?) -> String? {
    switch type {
    case "function_call", "local_shell_call":
      #"{"type":"function_call_output","call_id":\#(id),"output":\#(words)}"#
    case "custom_tool_call": #"{"type":"custom_tool_call_output","call_id":\#(id),"output":\#(words)}"#
    case "apply_patch_call":
      #"{"type":"apply_patch_call_output","call_id":\#(id),"status":"failed","output":\#(words)}"#
    case "shell_call":
      #"{"type":"shell_call_output","call_id":\#(id),"output":[{"stdout":"","stderr":\#(words),"#
        + #""outcome":{"type":"exit","exit_code":1}}]}"#
    default: nil
    }
  }
}

private enum ClaudeCodeMember: Int, MemberName {
  case uuid, timestamp, userType, cwd, sessionID, version, gitBranch

  var text: StaticString {
    switch self {
    case .uuid: "uuid"
    case .timestamp: "timestamp"
    case .userType: "userType"
    case .cwd: "cwd"
    case .sessionID: "sessionId"
    case .version: "version"
    case .gitBranch: "gitBranch"
    }
  }
}

private enum CodexMember: Int, MemberName {
  case timestamp, payload

  var text: StaticString {
    switch self {
    case .timestamp: "timestamp"
    case .payload: "payload"
    }
  }
}

private enum ItemMember: Int, MemberName {
  case type

  var text: StaticString { "type" }
}
