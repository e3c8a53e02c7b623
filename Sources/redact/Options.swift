import Core

extension Option {
  static let rules = Option("rules", .required("FILE", .files), help: "add the rules of FILE (repeatable)")
  static let noDefaultRules = Option("no-default-rules", help: "leave the built-in rules out")
  static let category = Option(
    "category", .required("LIST", .oneOf(Rule.Category.allCases.map(\.rawValue))),
    help: "look for these only (default secret,pii)")
  private static let ruleNames = Values.linesOf(command: "redact --print-rules=all | cut -d \\\" -f 4")
  static let disable = Option("disable", .required("ID", ruleNames), help: "leave a rule out (repeatable)")
  static let enable = Option(
    "enable", .required("ID", ruleNames), help: "take a rule in that is off (repeatable)")
  static let only = Option("only", .required("POINTER"), help: "look only at POINTER; * and ** are wild")
  static let skip = Option("skip", .required("POINTER"), help: "do not look at POINTER (repeatable)")
  static let replace = Option(
    "replace", .required("KIND", .oneOf(Replacement.Kind.allCases.map(\.rawValue))),
    help: "label, pseudonym, mask, hash, shape, drop, remove")
  static let keep = Option("keep", .required("N"), help: "show N characters at the end of a mask (4)")
  static let pseudonymKey = Option(
    "pseudonym-key", .required("FILE", .files), help: "take the key of pseudonyms from FILE")
  static let known = Option("known", .required("FILE", .files), help: "look for the values of FILE too")
  static let knownEnvironment = Option(
    "known-env", .required("NAMES"), help: "look for the values of variables such as 'AWS_*'")
  static let dropIf = Option("drop-if", .required("POINTER=VALUE"), help: "leave records out where this holds")
  static let whereOption = Option(
    "where", .required("POINTER=VALUE"), help: "redact only records where this holds")
  static let check = Option("check", help: "only name the place of each finding; exit 1 if any")
  static let explain = Option("explain", help: "only say what is found, by which rule, and why")
  static let text = Option("text", help: "lines are plain text, not JSON")
  static let allow = Option(
    "allow", .required("FILE", .files), help: "let values and /patterns/ of FILE through")
  static let onInvalid = Option(
    "on-invalid", .required("HOW", .oneOf(["withhold", "fail", "drop", "text", "quarantine="])),
    help: "withhold, fail, drop, text or quarantine=FILE")
  static let printRules = Option(
    "print-rules", .optional("WHICH", .oneOf(["all"])), help: "write the rules in use, or all, as JSON Lines")
  static let testRules = Option(
    "test-rules", .required("FILE", .files), help: "run the rules of FILE over their own examples")
}

extension Redact {
  static let command = Command(
    name: "redact",
    summary: "replaces secrets and personal data in JSON Lines and keeps every other byte",
    synopses: ["[OPTION]... [FILE]...", "--check|--explain [OPTION]... [FILE]...", "-i [OPTION]... FILE..."],
    options: [
      .output, .inPlace, .append, .synchronization, .keepTorn,
      .check, .explain, .report, .format,
      .text, .only, .skip, .whereOption, .dropIf,
      .category, .disable, .enable, .known, .knownEnvironment, .allow, .rules, .noDefaultRules, .printRules, .testRules,
      .replace, .keep, .pseudonymKey, .onInvalid,
      .threads, .maximumLineSize, .progress, .quiet,
    ],
    headings: [
      Option.output.long: "where records go", Option.check.long: "what is told", Option.text.long: "where to look",
      Option.category.long: "what to look for", Option.replace.long: "what becomes of it",
      Option.threads.long: "besides",
    ],
    examples: [
      "redact < raw.jsonl | seal -k key > session.sealed.jsonl",
      "redact --check fixtures/*.jsonl",
    ])
}

extension Arguments {
  func checkRedactCombinations() throws(UsageError) {
    let outputs = [Option.output, .append, .inPlace, .check, .explain]
    for (index, first) in outputs.enumerated() {
      for second in outputs[(index + 1)...] { try exclude(first, second) }
    }
    if has(.inPlace), operands.isEmpty || operands.contains("-") { throw UsageError("--in-place needs files") }
    if has(.synchronization) || has(.keepTorn), !has(.append) {
      throw UsageError("--sync and --keep-torn go with --append")
    }
    try checkReportCombinations()
  }

  private func checkReportCombinations() throws(UsageError) {
    try exclude(.explain, .report)
    try requireOwnFile(.report, besides: [.output, .append, .rules, .allow, .keepTorn])
    if has(.format), !has(.check), !has(.report), !has(.explain) {
      throw UsageError("--format goes with --check, --explain or --report")
    }
    // Text has no places that a pointer could name.
    try exclude(.text, .only)
    try exclude(.text, .skip)
  }

  func redactorOptions() throws -> Redactor.Options {
    var options = Redactor.Options()
    try read(&options.replacement)
    // Only what is given is assigned: to take back a default, the runtime would have to know its type.
    if has(.only) { options.only = try values(.only, PointerPattern.init) }
    if has(.skip) { options.skip = try values(.skip, PointerPattern.init) }
    if has(.whereOption) { options.whereConditions = try values(.whereOption, RecordCondition.init) }
    if has(.dropIf) { options.dropConditions = try values(.dropIf, RecordCondition.init) }
    options.reportsFindings = has(.check) || has(.explain) || has(.report)
    let maximumLineSize = try maximumLineSize()
    for path in all(.allow) {
      options.allowlists.append(try Allowlist(path: path, maximumLineSize: maximumLineSize))
    }
    // To redact an example is harmless; to fail on one is not.
    if has(.check) { options.allowlists.append(.publishedExamples) }
    if has(.explain) { options.published = .publishedExamples }
    return options
  }

  func ruleSet(maximumLineSize: Int) throws -> RuleSet {
    var selection = RuleSet.Selection()
    selection.usesBuiltInRules = !has(.noDefaultRules)
    if let which = self[.printRules] {
      guard which == "all" else { throw UsageError("\(Option.printRules.name) takes no value but all") }
      selection.takesAll = true
    }
    selection.disabled = Set(list(.disable))
    selection.enabled = Set(list(.enable))
    let categories = try list(.category).map { (word) throws(UsageError) in try category(word) }
    selection.categories = categories.isEmpty ? nil : Set(categories)
    var files = try all(.rules).map { try RuleFile(path: $0, maximumLineSize: maximumLineSize) }
    // Rules that are shown hold no secrets.
    if !has(.printRules), let known = try knownValues(maximumLineSize: maximumLineSize) { files.append(known) }
    return try RuleSet(selection, adding: files)
  }

  func manner() throws(UsageError) -> RedactionWorker.Manner {
    RedactionWorker.Manner(
      invalidLines: try InvalidLines(self[.onInvalid]), isText: has(.text), isChecking: has(.check) || has(.explain),
      countsCharacters: has(.format), maximumLineSize: try maximumLineSize())
  }

  /// Whether `--explain` is to write for programs; `gcc` is its form for people.
  func explainsInJSON(_ form: ReportForm?) throws(UsageError) -> Bool {
    switch form {
    case nil, .gcc: return false
    case .json: return true
    case .sarif, .github: throw UsageError("--explain has the forms gcc and json")
    }
  }

  private func category(_ word: String) throws(UsageError) -> Rule.Category {
    guard let category = Rule.Category(rawValue: word) else {
      let known = Rule.Category.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("\(Option.category.name) takes a list of \(known)")
    }
    return category
  }

  /// Each value of an option, read.
  func values<Value, Failure: DescribedError>(
    _ option: Option, _ read: (String) throws(Failure) -> Value
  ) throws(UsageError) -> [Value] {
    var values: [Value] = []
    for text in all(option) {
      do throws(Failure) {
        values.append(try read(text))
      } catch {
        throw UsageError("\(option.name): \(error.message)")
      }
    }
    return values
  }
}
