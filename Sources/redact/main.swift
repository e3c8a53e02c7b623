import Core

Redact.command.run { arguments, console in try Redact(arguments, console).run() }
