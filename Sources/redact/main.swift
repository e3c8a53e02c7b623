import Core

Redact.command.run { arguments, console in
  var tool = try Redact(arguments, console)
  return try tool.run()
}
