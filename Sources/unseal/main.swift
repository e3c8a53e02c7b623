import Core

Unseal.command.run { arguments, console in try Unseal(arguments, console).run() }
