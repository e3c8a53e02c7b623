/// Counts the tokens of a text exactly: byte pair encoding over a vocabulary, as tiktoken does it without special tokens.
///
///     text -> pieces (split pattern) -> bytes of each -> joined two by two, the lowest rank first -> tokens
///
/// It belongs to one thread at a time.
package final class Tokenizer {
  private let vocabulary: Vocabulary
  private let pattern: SplitPattern

  // Of the piece at hand: parts are named by the offset of their first byte.
  private var next: [Int32] = []
  private var previous: [Int32] = []
  /// The rank that a part and the next one would have together, -1 for none.
  private var joined: [Int32] = []
  /// Pairs that could be joined, the lowest rank first, then the first in the text: rank and offset in one number.
  private var heap: [UInt64] = []

  package init(_ vocabulary: Vocabulary, pattern: SplitPattern) {
    self.vocabulary = vocabulary
    self.pattern = pattern
  }

  /// How many tokens a text is.
  ///
  /// - Parameter text: well-formed UTF-8.
  /// - Throws: if the pattern gives the text up.
  /// - Complexity: O(n log n) in the length of the longest piece, whatever it holds.
  package func count(_ text: Bytes) throws(SplitPattern.Fault) -> Int {
    var count = 0
    var start = 0
    while start < text.count, let piece = try pattern.next(in: text, from: start) {
      count += self.count(piece: text.slice(piece))
      // A pattern that matches nothing gets on all the same.
      start = max(piece.upperBound, start + 1)
      while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    }
    return count
  }

  private func count(piece: Bytes) -> Int {
    guard piece.count > 1, vocabulary.rank(of: piece) == nil else { return piece.isEmpty ? 0 : 1 }
    guard piece.count < Int(Int32.max) else { return piece.count }
    let size = Int32(piece.count)
    next = (0...size).map { $0 + 1 }
    previous = (0...size).map { $0 - 1 }
    joined = Array(repeating: -1, count: piece.count + 1)
    heap.removeAll(keepingCapacity: true)
    for offset in 0..<size { rate(offset, piece) }
    var count = piece.count
    while let pair = popLowest() {
      let offset = Int32(truncatingIfNeeded: pair)
      guard joined[Int(offset)] == Int32(pair >> 32) else { continue }
      let second = next[Int(offset)]
      joined[Int(second)] = -1
      next[Int(offset)] = next[Int(second)]
      if next[Int(offset)] <= size { previous[Int(next[Int(offset)])] = offset }
      count -= 1
      rate(offset, piece)
      if previous[Int(offset)] >= 0 { rate(previous[Int(offset)], piece) }
    }
    return count
  }

  /// Looks up what a part and the next one would be together.
  private func rate(_ offset: Int32, _ piece: Bytes) {
    let second = next[Int(offset)]
    joined[Int(offset)] = -1
    guard second < piece.count else { return }
    let end = Int(next[Int(second)])
    guard let rank = vocabulary.rank(of: piece.slice(Int(offset), end)) else { return }
    joined[Int(offset)] = rank
    push(UInt64(rank) << 32 | UInt64(offset))
  }

  // MARK: The heap

  private func push(_ pair: UInt64) {
    heap.append(pair)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] > heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private func popLowest() -> UInt64? {
    guard let lowest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return lowest }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in 2 * place + 1...2 * place + 2 where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      guard least != place else { return lowest }
      heap.swapAt(place, least)
      place = least
    }
  }
}
