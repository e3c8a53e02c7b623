/// Stands in until the formats are there.
package struct Format: Sendable {
  package init?(name: String, draft: Draft) { return nil }
  package func accepts(_ text: Bytes) -> Bool { true }
}
