/// A rule as it stands in its file, with the places of its members, which are decoded when they are needed: most runs
/// need few patterns.
package struct RuleText {
  /// Where a JSON string's body stands in the line.
  package struct StringPlace {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  struct Members {
    var pattern: StringPlace?
    var allow: [StringPlace] = []
    var positives: [StringPlace] = []
    var negatives: [StringPlace] = []
  }

  /// The line, which `owner` keeps alive if it is not part of the program.
  package let line: Bytes
  private let owner: ByteBuffer?
  var members = Members()

  init(_ line: Bytes, owner: ByteBuffer?) {
    self.line = line
    self.owner = owner
  }

  func decoded(_ place: StringPlace?) -> [UInt8] {
    place.map(decoded) ?? []
  }

  func decoded(_ place: StringPlace) -> [UInt8] {
    guard place.hasEscapes else { return Array(line[place.range]) }
    let buffer = ByteBuffer(capacity: place.range.count)
    JSONString.decode(line.slice(place.range), into: buffer)
    return Array(buffer.bytes)
  }
}
