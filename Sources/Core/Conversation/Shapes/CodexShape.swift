/// Lines of a session as Codex keeps it: items of the Responses API, and others that are never sent.
///
///     {"timestamp":"…","type":"session_meta","payload":{…}}
///     {"timestamp":"…","type":"response_item","payload":{"type":"function_call","call_id":"1",…}}
final class CodexShape: ResponsesShape {
  private static let payload = ShapePath(.payload)

  init() {
    super.init(objects: [Self.payload])
  }

  override func object(_ members: ShapeMembers, at path: ShapePath) {
    if path == Self.payload { endItem(members) }
    if path == .root { endLine(members) }
  }

  private func endLine(_ line: ShapeMembers) {
    let type = string(line, .type)
    let isItem = type?.equals("response_item") == true
    if !isItem {
      // What looked like an item is something else.
      forget()
      record.hasReasoning = false
      record.kind = .aside
      record.isHeader = type?.equals("session_meta") == true
    }
    guard type != nil, line.value(.payload, .object) != nil else {
      record.kind = .unknown
      record.place = line.place(of: type == nil ? .type : .payload)
      return note(.recordType, record.place)
    }
    record.place = line.place(of: .type)
  }
}
