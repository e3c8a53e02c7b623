/// The pointers of `--field`, and which of them have led to a value. Belongs to one thread at a time.
package final class Fields {
  /// Why there are no pointers.
  package struct SyntaxError: DescribedError, Equatable {
    package var message: String
  }

  /// In the order given.
  package let pointers: [PointerPattern]
  private let texts: [String]
  private var haveLed: [Bool]
  private var hasRead = false

  /// - Parameter texts: as they were given.
  /// - Returns: nil if there are none.
  package init?(_ texts: [String]) throws(SyntaxError) {
    guard !texts.isEmpty else { return nil }
    self.texts = texts
    haveLed = texts.map { _ in false }
    do throws(PointerPattern.SyntaxError) {
      pointers = try texts.map { (text) throws(PointerPattern.SyntaxError) in try PointerPattern(text) }
    } catch {
      throw SyntaxError(message: "--field: \(error.message)")
    }
  }

  /// Takes note of the pointers that have led to a value so far on one thread; none if nothing was read.
  package func add(_ haveLed: [Bool]) {
    if !haveLed.isEmpty { hasRead = true }
    for (index, hasLed) in haveLed.enumerated() where hasLed && self.haveLed.indices.contains(index) {
      self.haveLed[index] = true
    }
  }

  /// Says which pointers led nowhere in the whole input: a name that is spelt wrong leaves everything readable.
  package var warnings: [Diagnostic] {
    guard hasRead else { return [] }
    return zip(texts, haveLed).filter { !$1 }.map { Diagnostic(.warning, "no record has a value at \($0.0)") }
  }
}
