extension Fault {
  /// Appends the fault as one JSON object and an LF.
  package func appendJSON(to output: ByteBuffer) {
    output.append("{\"file\":")
    JSONString.appendQuoted(location.file, to: output)
    output.append(",\"line\":\(location.line ?? 0),\"column\":\(location.column ?? 0),\"pointer\":")
    JSONString.appendQuoted(pointer ?? "", to: output)
    output.append(",\"rule\":")
    JSONString.appendQuoted(rule, to: output)
    output.append(",\"severity\":")
    JSONString.appendQuoted(severity.rawValue, to: output)
    output.append(",\"message\":")
    JSONString.appendQuoted(message, to: output)
    if let schemaPointer {
      output.append(",\"schema_pointer\":")
      JSONString.appendQuoted(schemaPointer, to: output)
    }
    output.append("}\n")
  }
}
