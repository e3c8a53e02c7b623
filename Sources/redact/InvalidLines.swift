import Core

/// What becomes of a line that cannot be checked. It is never passed through.
enum InvalidLines: Equatable {
  /// A record stands in its place that says so.
  case withhold
  /// The run stops there.
  case fail
  case drop
  /// It is redacted as plain text.
  case text
  /// It is kept in a file of its own.
  case quarantine(String)

  init(_ word: String?) throws(UsageError) {
    switch word {
    case nil, "withhold": self = .withhold
    case "fail": self = .fail
    case "drop": self = .drop
    case "text": self = .text
    case .some(let word):
      guard word.hasPrefix("quarantine="), word.count > "quarantine=".count else {
        throw UsageError("--on-invalid takes one of withhold, fail, drop, text, quarantine=FILE")
      }
      self = .quarantine(String(word.dropFirst("quarantine=".count)))
    }
  }
}

/// Why a line could not be checked.
enum LineFault: DescribedError, Equatable {
  case failure(RedactionFailure)
  case overlong(limit: Int)

  var message: String {
    switch self {
    case .failure(let failure): failure.message
    case .overlong(let limit): "line is longer than \(limit) bytes"
    }
  }

  var hint: String? {
    guard case .overlong = self else { return nil }
    return "--max-line-bytes allows longer ones"
  }

  /// The word in the record that stands in the line's place.
  var reason: String {
    switch self {
    case .failure(let failure): failure.reason
    case .overlong: "too long"
    }
  }

  /// Where in the line, 1-based, if it is anywhere.
  var column: Int? {
    guard case .failure(.notJSON(let error)) = self else { return nil }
    return error.offset + 1
  }
}
