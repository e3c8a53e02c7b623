/// Redacts records: finds what the rules look for in every string, name and long number, in decoded form, and replaces
/// only that. It belongs to one thread.
package final class Redactor {
  package struct Options {
    package var replacement = Replacement()
    /// Places to look at, nil for all.
    package var only: [PointerPattern]?
    package var skip: [PointerPattern] = []
    /// A record for which one of these holds is dropped.
    package var dropConditions: [RecordCondition] = []
    /// A record for which one of these does not hold leaves as it came.
    package var whereConditions: [RecordCondition] = []
    /// Whether findings are told one by one, which costs their pointers.
    package var reportsFindings = false
    /// What is not looked for, nor found: values that are in the clear on purpose.
    package var allowlists: [Allowlist] = []
    /// What findings are marked by, if they are told.
    package var published: Allowlist?

    package init() {}
  }

  package enum Outcome: Equatable {
    /// Nothing was found: the record leaves as it came.
    case unchanged
    /// The output holds the redacted record.
    case changed
    /// The record is not to be emitted.
    case dropped
  }

  /// What the last record gave, in the order of the line; empty unless `reportsFindings`.
  @exclusivity(unchecked) package private(set) var findings: [Finding] = []
  /// How many findings the last record gave.
  @exclusivity(unchecked) package private(set) var findingCount = 0

  private let set: RuleSet
  private let options: Options
  private let walk: RecordWalk
  /// Those to drop by, and then those to redact by.
  private let conditions: [RecordCondition]
  private var scanner = JSONScanner()

  /// How often a record may be looked at again until nothing is found any more: a second look finds what only a
  /// replacement lets appear, a third is for looks of that.
  private static let maximumLooks = 4

  package init(_ set: RuleSet, _ options: Options) {
    self.set = set
    self.options = options
    conditions = options.dropConditions + options.whereConditions
    walk = RecordWalk(set, options)
  }

  /// Redacts one record.
  ///
  /// - Parameters:
  ///   - record: a line without its LF.
  ///   - output: gets the redacted record if the outcome is `changed`, and is otherwise left alone.
  package func redact(_ record: Bytes, into output: ByteBuffer) throws(RedactionFailure) -> Outcome {
    if let outcome = try outcomeByCondition(record) { return outcome }
    return try redact(record, into: output) { (text) throws(RedactionFailure) in try walk.edits(inRecord: text) }
  }

  /// What the conditions say of a record; nil if it is to be redacted.
  private func outcomeByCondition(_ record: Bytes) throws(RedactionFailure) -> Outcome? {
    guard !conditions.isEmpty else { return nil }
    findings.removeAll(keepingCapacity: true)
    findingCount = 0
    do throws(RecordError) {
      let holding = try RecordCondition.holding(conditions, in: record, scanner: &scanner)
      if holding[..<options.dropConditions.count].contains(true) { return .dropped }
      return holding[options.dropConditions.count...].contains(false) ? .unchanged : nil
    } catch {
      throw .notJSON(error)
    }
  }

  /// Redacts one line of plain text, which is no JSON.
  package func redactText(_ line: Bytes, into output: ByteBuffer) throws(RedactionFailure) -> Outcome {
    if let offset = UTF8Validator.firstFault(in: line) { throw .notJSON(RecordError(.invalidUTF8, at: offset)) }
    return try redact(line, into: output) { (text) throws(RedactionFailure) in try walk.edits(inText: text) }
  }

  private func redact(
    _ record: Bytes, into output: ByteBuffer, _ edits: (Bytes) throws(RedactionFailure) -> [Edit]
  ) throws(RedactionFailure) -> Outcome {
    findings.removeAll(keepingCapacity: true)
    var changes = try edits(record)
    findingCount = changes.count
    guard !changes.isEmpty else { return .unchanged }
    if options.reportsFindings { findings = changes.map { $0.finding(rules: set.rules) } }
    if changes.contains(where: { $0.kind == .drop }) { return .dropped }

    // The result must be a fixed point: what is found in it is replaced too, or it is not let out.
    var current = ByteBuffer(capacity: record.count + 64)
    Edit.apply(changes, to: record, into: current)
    for _ in 1..<Self.maximumLooks {
      changes = try edits(current.bytes)
      guard !changes.isEmpty else {
        output.append(current.bytes)
        return .changed
      }
      let next = ByteBuffer(capacity: current.count + 64)
      Edit.apply(changes, to: current.bytes, into: next)
      current = next
    }
    throw .noFixedPoint
  }
}

/// A part of a text and what stands there instead.
struct Edit {
  /// In the text.
  var range: Range<Int>
  /// As it stands in the text: escaped where the text is a JSON string's body.
  var replacement: [UInt8]
  /// The rule that found it, as an index into the rule set.
  var rule: Int
  /// In the decoded text of the innermost string.
  var found: Range<Int>
  /// From the outside in.
  var pointers: [String]
  /// What is done; nil for a removal that is made already.
  var kind: Replacement.Kind?
  /// Whether what was found is an example that somebody has published.
  var isPublished = false

  func finding(rules: [Rule]) -> Finding {
    // What shows a part of the value, or its form, is told by its name.
    let isTelling = kind == .label || kind == .pseudonym || kind == .hash
    return Finding(
      rule: rules[rule].id, pointers: pointers, offset: found.lowerBound, size: found.count, range: range,
      replacement: isTelling ? String(decoding: replacement, as: UTF8.self) : (kind ?? .remove).rawValue,
      isPublished: isPublished)
  }

  /// Appends `text` with each edit made.
  ///
  /// - Parameter edits: ascending, without overlaps.
  static func apply(_ edits: [Edit], to text: Bytes, into output: ByteBuffer) {
    var start = 0
    for edit in edits {
      output.append(text.slice(start, edit.range.lowerBound))
      output.append(edit.replacement)
      start = edit.range.upperBound
    }
    output.append(text.slice(start, text.count))
  }
}
