import Core

Seal.command.run { arguments, console in try Seal(arguments, console).run() }
