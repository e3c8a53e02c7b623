import Core
import FuzzDriver

/// Nothing traps, whatever the schema and the record (the first line is the schema, the rest the record); and a schema that
/// refers to nothing says the opposite inside `not`, and the same as the only branch that counts.
@main enum SchemaFuzz {
  static func main() {
    Fuzz.run { bytes in
      let end = bytes.firstOffset(of: 0x0A) ?? bytes.count
      let text = bytes.slice(0, end)
      let record = bytes.slice(min(end + 1, bytes.count), bytes.count)
      guard let fits = verdict(text, record) else { return }
      // What has a name means something else in another place.
      guard text.firstOffset(of: UInt8(ascii: "$")) == nil, text.firstOffset(of: Bytes("\"id\"")) == nil,
        text.firstOffset(of: UInt8(ascii: "\\")) == nil
      else { return }
      for (before, after, isOpposite) in wrappings {
        let wrapped = ByteBuffer()
        wrapped.append(before)
        wrapped.append(text)
        wrapped.append(after)
        // One level more may be one too many.
        guard let other = verdict(wrapped.bytes, record) else { continue }
        Fuzz.expect(other == (fits != isOpposite), "another verdict in another place")
      }
    }
  }

  private static let wrappings: [(StaticString, StaticString, isOpposite: Bool)] = [
    ("{\"not\":", "}", true), ("{\"not\":{\"not\":", "}}", false), ("{\"anyOf\":[false,", "]}", false),
    ("{\"oneOf\":[", ",false]}", false), ("{\"if\":", ",\"else\":false}", false),
    ("{\"unevaluatedItems\":{},\"unevaluatedProperties\":{},\"allOf\":[", "]}", false),
  ]

  /// Whether a record fits a schema; nil if nobody knows.
  private static func verdict(_ schema: Bytes, _ record: Bytes) -> Bool? {
    guard let schema = try? Schema(schema, name: "schema", SchemaOptions()) else { return nil }
    switch try? SchemaChecker(schema).check(record, limit: 3) {
    case .fits: return true
    case .faults(let faults, let count):
      Fuzz.expect(!faults.isEmpty && count >= faults.count, "refused without a reason")
      return faults.contains { $0.keyword == "limit" } ? nil : false
    case nil: return nil
    }
  }
}
