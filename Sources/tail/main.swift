import Core

Tail.command.run { arguments, console in try Tail(arguments, console).run() }
