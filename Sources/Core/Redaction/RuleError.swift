/// Why a rule file is refused; nothing runs with half a rule file.
package struct RuleError: DescribedError, Equatable {
  package enum Fault: Equatable, Sendable {
    case notJSON(RecordError.Fault)
    case notAnObject
    case unknownMember
    case repeatedMember
    case wrongType(member: String, wanted: String)
    case missing(String)
    case unknownValue(member: String, known: [String])
    case badLabel
    case badIdentifier
    case repeatedIdentifier
    case ambiguousRecognition
    case shortKeyword
    case emptyName
    case badPattern(String)
    case noSuchGroup
  }

  package var fault: Fault
  package var location: Location?

  package init(_ fault: Fault, at location: Location? = nil) {
    self.fault = fault
    self.location = location
  }

  package var message: String {
    switch fault {
    case .notJSON(let fault): fault.rawValue
    case .notAnObject: "a rule is a JSON object"
    case .unknownMember: "a rule has no such member"
    case .repeatedMember: "member given twice"
    case .wrongType(let member, let wanted): "'\(member)' takes \(wanted)"
    case .missing(let member): "a rule needs '\(member)'"
    case .unknownValue(let member, let known): "'\(member)' takes one of \(known.joined(separator: ", "))"
    case .badLabel: "'label' takes capital letters, digits and '_'"
    case .badIdentifier: "'id' takes small letters, digits and '-'"
    case .repeatedIdentifier: "another rule has this id"
    case .ambiguousRecognition: "a rule has either 'keywords' or 'trigger', with 'pattern', or 'names'"
    case .shortKeyword: "a keyword has 2 to 1000 bytes"
    case .emptyName: "a name that fits every member"
    case .badPattern(let words): "pattern: \(words)"
    case .noSuchGroup: "the pattern has no such group"
    }
  }

  package var hint: String? {
    fault == .unknownMember ? "the members of a rule are in redact-rules(5)" : nil
  }
}
