import Testing

@testable import Core

@Suite struct HeadFileTests {
  private let folder: TemporaryFolder
  private let log: String
  private let head = ChainHead(id: 0xFEED, number: 41, tag: Chain.Tag(repeating: 7))

  init() throws {
    folder = try TemporaryFolder()
    log = folder.url.appending(path: "log").path
  }

  @Test func whatIsRecordedIsReadBack() throws {
    #expect(try HeadFile.read(of: log) == nil)
    let secret = try ChainSecret()
    for key in [nil, secret] {
      try HeadFile(head: head, size: 20480, key: key).write(of: log) { _ in true }
      let read = try #require(try HeadFile.read(of: log))
      #expect(read.head == head)
      #expect(read.size == 20480)
      #expect(read.key.map(text) == key.map(text))
    }
    try HeadFile.remove(of: log)
    #expect(try HeadFile.read(of: log) == nil)
    try HeadFile.remove(of: log)
  }

  private func text(_ secret: ChainSecret) -> String {
    let text = ByteBuffer()
    secret.append(to: text)
    return text.bytes.text
  }

  @Test func whatIsNotWantedLeavesNothingBehind() throws {
    try HeadFile(head: head, size: 1).write(of: log) { _ in true }
    var other = head
    other.number = 42
    try HeadFile(head: other, size: 2).write(of: log) { _ in false }
    #expect(try HeadFile.read(of: log)?.head == head)
    #expect(throws: SealingFault.self) {
      try HeadFile(head: other, size: 2).write(of: log) { _ in throw SealingFault.notSealed }
    }
    #expect(try HeadFile.read(of: log)?.head == head)
  }

  @Test func aKeyIsForItsOwnerWhateverWasLeftOver() throws {
    let leftOver = try Descriptor.open("\(log).head", [.write, .create])
    try leftOver.setMode(0o644)
    try leftOver.writeAll(
      UnsafeRawBufferPointer(
        Bytes(
          "much more than a head file has, and longer by far than it is, so that an end of it would be seen behind what is written. much more than a head file has."
        )))
    try leftOver.close()
    try HeadFile(head: head, size: 1, key: try ChainSecret()).write(of: log) { _ in true }
    #expect(try FileStatus(path: "\(log).head").mode == 0o600)
    #expect(try HeadFile.read(of: log)?.head == head)
  }

  /// Each is asked while no other writes, so that the greatest number stays.
  @Test func writersDoNotCrossEachOther() throws {
    let numbers = 0..<8
    let log = log
    let head = head
    let threads = numbers.map { number in
      Thread {
        for step in 0..<50 {
          var mine = head
          mine.number = UInt64(step * numbers.count + number)
          try? HeadFile(head: mine, size: 0).write(of: log) { recorded in
            recorded.map { $0.number < mine.number } ?? true
          }
        }
      }
    }
    for thread in threads { thread?.join() }
    #expect(try HeadFile.read(of: log)?.head.number == UInt64(50 * numbers.count - 1))
    #expect(throws: Errno.noEntry) { try FileStatus(path: "\(log).head.tmp") }
  }
}
