/// A place in a file a person wrote: what an editor opens.
struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
  let file: String
  let line: Int
  let column: Int

  var description: String { "\(file):\(line):\(column)" }
}
