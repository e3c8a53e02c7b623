import Testing

/// Ends a test case that cannot be run here, and says so in the log: a cancelled case of a parameterised test shows
/// nowhere else.
func leaveOut(_ reason: String) throws -> Never {
  print("➜ left out: \(reason)")
  try Test.cancel("left out: \(reason)")
}
