import Core
import FuzzDriver

/// What the wide ways see in 64 bytes is what the plain ways see, byte by byte; the rest of the input is the filter.
@main enum BlockFuzz {
  static func main() {
    let filter = UnsafeMutablePointer<UInt8>.allocate(capacity: TextBlock.filterSize)
    Fuzz.run { bytes in
      let reach = TextBlock.size + TextBlock.reach
      guard bytes.count >= reach, let text = bytes.baseAddress else { return }
      let rest = bytes.slice(reach, bytes.count)
      filter.update(repeating: 0, count: TextBlock.filterSize)
      for start in stride(from: 0, to: rest.count - rest.count % 2, by: 2) {
        filter[(Int(rest[start]) << 8 | Int(rest[start + 1])) & (TextBlock.filterSize - 1)] = 1
      }
      let block = TextBlock(text, filter: filter)
      Fuzz.expect(block == TextBlock(plainly: text, filter: filter), "a block is seen in two ways")
      Fuzz.expect(SpellingBlock(text) == SpellingBlock(plainly: text), "spelling is seen in two ways")
    }
  }
}
