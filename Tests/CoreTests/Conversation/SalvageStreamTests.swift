import Testing

@testable import Core

@Suite struct SalvageStreamTests {
  @Test(arguments: [
    ("{\"a\":\"x\ny\"}\n", ["joined {\"a\":\"x\\ny\"}"]),
    ("{\"a\":\"x\r\n\n{}\ny\"} \n", ["joined {\"a\":\"x\\r\\n\\n{}\\ny\"}", "space  "]),
    ("{\"a\":1}{\"b\":\"x\ny\"}{\"c\":2}\n", ["kept {\"a\":1}", "joined {\"b\":\"x\\ny\"}", "kept {\"c\":2}"]),
    ("[\n1,\n2\n]\n", ["joined [ 1, 2 ]"]), ("[\n{}\n]\n", ["malformed [", "kept {}", "malformed ]"]),
    ("{\"a\":\"x\\\nn\"}\n", ["malformed {\"a\":\"x\\", "malformed n\"}"]),
    ("{\"a\":\"x\n\"}\"\n", ["joined {\"a\":\"x\\n\"}", "malformed \""]),
    ("{\"a\":\"x\n12\n{\"b\":1}\n", ["malformed {\"a\":\"x", "kept 12", "kept {\"b\":1}"]),
    ("{\"a\":\"x\ny\n{\"b\":\"z\nw\"}\n", ["malformed {\"a\":\"x", "malformed y", "joined {\"b\":\"z\\nw\"}"]),
    ("{\"a\":\"x\ny", ["malformed {\"a\":\"x", "malformed y"]), ("{\"a\":\n", ["malformed {\"a\":"]),
    ("{\"a\":\"x\ny\"}", ["joined {\"a\":\"x\\ny\"}"]), ("{\"a\":1\n2}\n", ["malformed {\"a\":1", "malformed 2}"]),
  ])
  func linesThatAreOneRecordAreJoined(file: String, parts: [String]) {
    #expect(Self.parts(file) == parts)
  }

  /// A first record tells what records of this file look like.
  @Test(arguments: [
    ("#{\"n\":2,\"t\":3}", ["tornRecord #", "kept {\"n\":2,\"t\":3}"]),
    ("{\"n\":2,\"t\":3}#", ["kept {\"n\":2,\"t\":3}", "malformed #"]),
    ("#{\"n\":2}", ["malformed #{\"n\":2}"]), ("{\"n\":2}#", ["malformed {\"n\":2}#"]),
    ("{\"n\":{\"n\":2,\"t\":3}", ["tornRecord {\"n\":", "kept {\"n\":2,\"t\":3}"]),
    ("{\"n\":1{\"t\":3}", ["malformed {\"n\":1{\"t\":3}"]),
    ("{\"n\":1{\"n\":3}", ["tornRecord {\"n\":1", "kept {\"n\":3}"]),
    ("{\"n\":2,\"t\":3},{\"n\":4,\"t\":5}", ["kept {\"n\":2,\"t\":3}", "tornRecord ,", "kept {\"n\":4,\"t\":5}"]),
    ("{\"n\":2,\"t\":3},{\"n\":4", ["malformed {\"n\":2,\"t\":3},{\"n\":4"]),
    ("{\"n\":2,\"t\":3}]}", ["malformed {\"n\":2,\"t\":3}]}"]),
    ("\"{\"n\":2,\"t\":3}", ["tornRecord \"", "kept {\"n\":2,\"t\":3}"]),
  ])
  func whatBeginsAsOtherRecordsIsOne(line: String, parts: [String]) {
    let record = "{\"n\":1,\"t\":[]}"
    #expect(Self.parts("\(record)\n\(line)\n").dropFirst() == parts[...])
    // The first whole record also tells of damage before it.
    #expect(Self.parts("\(line)\n\(record)\n").dropLast() == parts[...])
  }

  /// Records that hold records of their own kind say nothing of what stands in a damaged line.
  @Test func aRecordThatHoldsItsLikeIsNoModel() {
    let tree = "{\"n\":1,\"t\":[{\"n\":2,\"t\":[]}]}"
    #expect(Self.parts("\(tree)\n#{\"n\":3,\"t\":[]}\n").last == "malformed #{\"n\":3,\"t\":[]}")
  }

  /// Brackets that are never closed, strings that never end, each line another attempt: time and memory stay bounded.
  @Test(arguments: ["[\n", "{\"a\":[\n", "[[],\n", "{\"a\":\"\nx\n", "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,\n"])
  func whatNeverEndsIsGivenUp(line: String) {
    let count = 20_000
    let start = Clock.monotonicNanoseconds
    let parts = Self.parts(String(repeating: line, count: count))
    #expect(parts.count >= count)
    #expect(Clock.monotonicNanoseconds - start < 60_000_000_000)
  }

  private static func parts(_ file: String) -> [String] {
    let stream = SalvageStream()
    var parts: [String] = []
    func take(_ part: SalvageStream.Part) {
      let name = String(describing: part.fate).prefix { $0 != "(" }
      parts.append("\(name) \(part.bytes.text)")
    }
    Array(file.utf8).withUnsafeBufferPointer { file in
      for line in LineSequence(file) { stream.take(line, take) }
      stream.end(take)
    }
    return parts
  }
}
