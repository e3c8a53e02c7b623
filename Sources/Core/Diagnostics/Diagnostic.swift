/// One message to the person who runs a tool. It never holds a record's content, a match or a key.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  package var severity: Severity
  package var location: Location?
  /// Lower case, no full stop.
  package var message: String
  /// What to try, if there is something to try.
  package var hint: String?

  package init(_ severity: Severity, at location: Location? = nil, _ message: String, hint: String? = nil) {
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
  }

  /// An error that is told as it describes itself.
  package init(_ error: some DescribedError) {
    self.init(.error, at: error.location, error.message, hint: error.hint)
  }

  /// The lines as they appear on standard error, each ended by LF: `tool: error: place: what`, then the hint.
  package func text(tool: String) -> String {
    var text = "\(tool): \(severity.rawValue): "
    if let location { text += "\(location): " }
    text += "\(message)\n"
    if let hint { text += "\(tool): hint: \(hint)\n" }
    return text
  }
}

/// An error that can tell a person what the state of the world is, without showing any of the data.
package protocol DescribedError: Error {
  /// Where, if it is anywhere.
  var location: Location? { get }
  /// What, in lower case, without a full stop.
  var message: String { get }
  /// What to try, if there is something to try.
  var hint: String? { get }
}

extension DescribedError {
  package var location: Location? { nil }
  package var hint: String? { nil }
}

/// An error together with the place where it was met, for errors that do not know where they are.
package struct LocatedError<Underlying: DescribedError>: DescribedError {
  package var underlying: Underlying
  package var location: Location?
  package var message: String { underlying.message }
  package var hint: String? { underlying.hint }

  package init(_ underlying: Underlying, at location: Location) {
    self.underlying = underlying
    self.location = location
  }
}
