import Core

Validate.command.run { arguments, console in try Validate(arguments, console).run() }
