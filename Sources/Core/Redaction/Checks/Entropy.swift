/// The Shannon entropy of a text, in bits per byte: 0 for one byte repeated, at most 8.
///
/// For ASCII text a byte is a character. Random hex comes near 4.0, random base64 near 6.0 only if it is long:
/// `n` bytes cannot exceed log2(`n`).
///
/// - Complexity: O(`text.count`), 2 KiB of temporary memory.
/// - SeeAlso: C. E. Shannon, "A Mathematical Theory of Communication", 1948.
package func shannonEntropy(_ text: UnsafeBufferPointer<UInt8>) -> Double {
  guard text.count > 1 else { return 0 }
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { counts in
    counts.initialize(repeating: 0)
    for byte in text { counts[Int(byte)] += 1 }
    let size = Double(text.count)
    var sum = 0.0
    for count in counts where count > 0 { sum += Double(count) * binaryLogarithm(Double(count)) }
    // H = log2(n) - (1/n) * sum of c * log2(c): one logarithm a distinct byte.
    return max(0, binaryLogarithm(size) - sum / size)
  }
}
