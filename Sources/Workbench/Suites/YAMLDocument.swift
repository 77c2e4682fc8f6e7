import JSONKit
import Yams

/// A YAML text as a JSON value, with the place of every node, so that what is wrong deep inside can be pointed at.
struct YAMLDocument {
  let file: String
  let value: JSONValue
  private let places: [JSONPointer: SourcePlace]
  private let keyPlaces: [JSONPointer: SourcePlace]

  /// Reads a text.
  ///
  /// - Throws: `InputError` with file, line and column for syntax errors, repeated keys and empty files.
  init(_ text: String, file: String) throws {
    if let objection = YAMLAliases(text).objection {
      throw InputError(
        InputProblem(
          SourcePlace(file: file, line: objection.line, column: objection.column), objection.message,
          remedy: objection.remedy))
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw InputError(Self.problem(error, file: file))
    }
    guard let node else {
      throw InputError(
        InputProblem("\(file):1:1", "the file is empty", remedy: "a suite begins with `suite: <name>`"))
    }
    var reader = NodeReader(file: file)
    self.value = try reader.value(node, at: .root)
    self.file = file
    self.places = reader.places
    self.keyPlaces = reader.keyPlaces
  }

  /// The place of the value at a pointer, or of the nearest thing around it.
  func place(_ pointer: JSONPointer) -> SourcePlace {
    nearest(pointer, in: places)
  }

  /// The place of the key a pointer ends in.
  func keyPlace(_ pointer: JSONPointer) -> SourcePlace {
    keyPlaces[pointer] ?? place(pointer)
  }

  private func nearest(_ pointer: JSONPointer, in places: [JSONPointer: SourcePlace]) -> SourcePlace {
    var tokens = pointer.tokens
    while true {
      if let place = places[JSONPointer(tokens: tokens)] { return place }
      guard !tokens.isEmpty else { return SourcePlace(file: file, line: 1, column: 1) }
      tokens.removeLast()
    }
  }

  private static func problem(_ error: YamlError, file: String) -> InputProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      InputProblem("\(file):\(mark.line):\(mark.column)", "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      InputProblem(
        "\(file):\(context.mark.line):\(context.mark.column)",
        "the key \(duplicates.map { "\"\($0)\"" }.joined(separator: ", ")) stands twice in one mapping",
        remedy: "keep one of them")
    default:
      InputProblem(file, "this is not YAML: \(error)")
    }
  }
}

/// Turns nodes into JSON values while noting where each stands.
private struct NodeReader {
  let file: String
  var places: [JSONPointer: SourcePlace] = [:]
  var keyPlaces: [JSONPointer: SourcePlace] = [:]

  init(file: String) {
    self.file = file
  }

  /// Far more than any suite; aliases of aliases multiply without end.
  private static let mostNodes = 200_000

  mutating func value(_ node: Node, at pointer: JSONPointer) throws -> JSONValue {
    places[pointer] = place(node)
    guard places.count <= Self.mostNodes else {
      throw InputError(
        InputProblem(
          place(node), "there are more than \(Self.mostNodes) values here", remedy: "use fewer aliases"))
    }
    switch node {
    case .scalar(let scalar):
      return Self.scalar(scalar, node)
    case .sequence(let sequence):
      var elements: [JSONValue] = []
      for (index, element) in sequence.enumerated() {
        elements.append(try value(element, at: pointer.appending(index)))
      }
      return .array(elements)
    case .mapping(let mapping):
      var object = JSONObject()
      for (key, member) in mapping {
        guard case .scalar(let name) = key else {
          throw InputError(InputProblem(place(key), "a key must be plain text"))
        }
        let inner = pointer.appending(name.string)
        keyPlaces[inner] = place(key)
        object[name.string] = try value(member, at: inner)
      }
      return .object(object)
    case .alias:
      throw InputError(InputProblem(place(node), "an alias points at nothing"))
    }
  }

  private func place(_ node: Node) -> SourcePlace {
    SourcePlace(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Numbers keep their text where it is a JSON number; a date stays text.
  private static func scalar(_ scalar: Node.Scalar, _ node: Node) -> JSONValue {
    switch Tag.Name(rawValue: node.tag.rawValue) {
    case .null: .null
    case .bool: node.bool.map { .bool($0) } ?? .string(scalar.string)
    case .int, .float:
      (JSONNumber(text: scalar.string) ?? node.int.map { JSONNumber($0) }
        ?? node.float.flatMap { JSONNumber($0) })
        .map { .number($0) } ?? .string(scalar.string)
    default: .string(scalar.string)
    }
  }
}
