/// Why a report could not be read or written: what went wrong, where, and what to do about it.
struct ReportError: Error, Hashable, CustomStringConvertible {
  /// The kind of trouble, stable enough for scripts and labels.
  enum Code: String, Sendable {
    case unwritableFile = "unwritable_file"
    case unreadableFile = "unreadable_file"
    case corruptFile = "corrupt_file"
    case invalidMarkup = "invalid_markup"
    case invalidTemplate = "invalid_template"
  }

  /// The kind of trouble.
  let code: Code
  /// What happened and the remedy, in one or two sentences.
  let message: String
  /// The file concerned.
  let file: String?
  /// The 1-based line within `file`, where one line is to blame.
  let line: Int?
  /// The error underneath, as text.
  let cause: String?

  /// Describes a failure.
  init(_ code: Code, _ message: String, file: String? = nil, line: Int? = nil, cause: String? = nil) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.cause = cause
  }

  /// `file:line: message`, as compilers print it.
  var description: String {
    let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    let text = place.isEmpty ? message : "\(place): \(message)"
    return cause.map { "\(text) (\($0))" } ?? text
  }
}
