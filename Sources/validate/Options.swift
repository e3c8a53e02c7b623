import Core

extension Option {
  static let profile = Option(
    "profile", short: "p", .required("PROFILE", .oneOf(ProfileOption.words)), help: "what the lines are (auto)")
  static let at = Option("at", .required("POINTER"), help: "the message is at POINTER in each record")
  static let groupBy = Option("group-by", .required("POINTER"), help: "each value at POINTER is a conversation")
  static let strict = Option("strict", help: "hold to rules too that APIs no longer insist on")
  private static let ruleNames = Values.linesOf(command: "validate --list-rules | cut -f 1")
  static let errorRule = Option(
    "error", .required("RULE", ruleNames), help: "breaking RULE is an error (repeatable)")
  static let warnRule = Option("warn", .required("RULE", ruleNames), help: "breaking RULE is a warning (repeatable)")
  static let ignoreRule = Option("ignore", .required("RULE", ruleNames), help: "do not look at RULE (repeatable)")
  static let listRules = Option("list-rules", help: "print each rule, its level and what it says")
  static let statistics = Option("stats", help: "print lines, bytes, roles and times of each file as JSON")
  static let showValues = Option("show-values", help: "show the values at fault in reports")
  static let maximumReports = Option(
    "max-errors", .required("N"), help: "show N errors and N warnings a file (20; 0: all)")
  static let duplicateNames = Option(
    "duplicate-keys", .required("HOW", .oneOf(Strictness.words)), help: "equal member names: error, warn, allow (warn)")
  static let loneSurrogates = Option(
    "lone-surrogates", .required("HOW", .oneOf(Strictness.words)), help: "half a \\u pair: error, warn, allow (warn)")
  static let blankLines = Option(
    "blank-lines", .required("HOW", .oneOf(Strictness.words)), help: "error, warn, allow (warn)")
  static let byteOrderMark = Option(
    "bom", .required("HOW", .oneOf(ByteOrderMark.allCases.map(\.rawValue))),
    help: "at the start: error, warn, allow, skip (error)")
  static let salvage = Option("salvage", help: "write every whole record, leave out what is damaged")
  static let resumePoint = Option("resume-point", help: "print the offset behind the last record before any damage")
  static let resumeInformation = Option(
    "resume-info", help: "print that offset, open tool calls, who is next as JSON")
}
