import Core
import FuzzDriver

/// What is said of a record is said of places in it, each the beginning of a value; white space before the record moves
/// them and changes nothing else.
@main enum ConversationFuzz {
  static func main() {
    Fuzz.run { bytes in
      guard let choice = bytes.first else { return }
      let profile = Profile.chats[Int(choice) % Profile.chats.count]
      guard let reader = ChatReader(profile), let other = ChatReader(profile) else { return }
      var conversation = ConversationCheck(profile)
      let detector = ProfileDetector()
      let moved = ByteBuffer()
      var number = 0
      for line in bytes.dropFirst().split(separator: 0x0A).map({ Bytes(rebasing: $0) }) {
        guard (try? reader.read(line)) != nil else { continue }
        number += 1
        _ = try? detector.clue(line)
        for reference in reader.calls + reader.results {
          Fuzz.expect(reference.range.lowerBound == reference.place.offset + 1, "an id is not where its place is")
          Fuzz.expect(line[reference.place.offset] == UInt8(ascii: "\""), "an id does not begin with a quote")
          Fuzz.expect(line[reference.range.upperBound] == UInt8(ascii: "\""), "an id does not end with a quote")
        }
        for fault in reader.faults where fault.rule != .argumentsJSON { expectValue(in: line, at: fault.place) }
        expectValue(in: line, at: reader.record.place)
        moved.removeAll()
        moved.append(" \t ")
        moved.append(line)
        try? other.read(moved.bytes)
        Fuzz.expect(other.record.kind == reader.record.kind, "white space changes a record")
        Fuzz.expect(other.calls.map(\.id) == reader.calls.map(\.id), "white space changes calls")
        Fuzz.expect(
          other.faults.map { $0.place.offset - 3 } == reader.faults.map(\.place.offset), "white space moves faults")
        conversation.check(
          reader.record, calls: reader.calls[...], results: reader.results[...], line: number, detail: { _ in nil },
          tell: { Fuzz.expect($0.line <= number, "a fault in a line to come") })
      }
      conversation.end { Fuzz.expect($0.line <= number, "a fault in a line to come") }
    }
  }

  private static func expectValue(in line: Bytes, at place: ChatPlace) {
    var scanner = JSONScanner()
    var visitor = CheckingVisitor()
    Fuzz.expect(line.indices.contains(place.offset) && line[place.offset] > 0x20, "a place is none")
    Fuzz.expect(
      (try? scanner.scanValue(in: line, from: place.offset, visitor: &visitor)) != nil, "no value at a place")
  }
}
