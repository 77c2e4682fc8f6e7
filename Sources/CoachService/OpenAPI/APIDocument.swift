import CoachCore
import HTTPTypes
import JSONKit

/// An OpenAPI 3.1 document: what a server publishes, and what it holds the bodies it takes to.
///
/// The document and the server cannot disagree on a body, since the one is checked by the other.
struct APIDocument: Sendable {
  /// The document as it is served, with the contracts filled in.
  let json: JSONValue
  private let bodies: [String: JSONSchema]
  /// The components as the schemas of JSONKit name them.
  private let definitions: JSONValue

  /// The schemas of bodies that are taken.
  private static let taken = [
    "StartRequest", "FeedbackRequest", "CancelRequest", "DataChange", "TicketRequest", "SignInRequest",
  ]
  private static let contracts = [
    "Insight": "insight/1", "Recommendation": "recommendation/1", "Event": "event/1",
  ]

  /// Reads a document and puts the contracts in their places.
  ///
  /// - Throws: `JSONParseError` or `JSONSchemaError`; a test proves that the embedded documents come to neither.
  init(_ bytes: [UInt8], contracts: ContractSchemas) throws {
    guard var document = try JSONValue(parsing: bytes).object,
      var components = document["components"]?.object, var schemas = components["schemas"]?.object
    else { throw Problem(.internalServerError, "internal", "the embedded API document is no API document") }
    for name in schemas.keys {
      guard let contract = Self.contracts[name],
        let schema = contracts.contracts.first(where: { $0.name == contract })?.document.object
      else { continue }
      schemas[name] = Self.moved(schema, to: "#/components/schemas/\(name)")
    }
    components["schemas"] = .object(schemas)
    document["components"] = .object(components)
    json = .object(document)
    var bodies: [String: JSONSchema] = [:]
    let definitions = Self.definitions(schemas)
    for name in Self.taken where schemas[name] != nil {
      bodies[name] = try Self.schema(name, among: definitions)
    }
    self.bodies = bodies
    self.definitions = definitions
  }

  /// The compiled schema of a component.
  ///
  /// - Throws: `JSONSchemaError` when it is not there or uses keywords JSONKit does not know.
  func schema(_ name: String) throws -> JSONSchema {
    try Self.schema(name, among: definitions)
  }

  /// Holds a body to the document.
  ///
  /// - Parameter name: the component it is described by; one the document does not have takes nothing.
  /// - Throws: `Problem` with status 400 naming the first violations by their place.
  func check(_ body: JSONObject, as name: String) throws {
    guard let schema = bodies[name] else { throw Problem.notFound }
    let violations = schema.validate(.object(body))
    guard !violations.isEmpty else { return }
    throw Problem.badRequest(violations.prefix(3).map(\.description).joined(separator: "; "))
  }

  private static func schema(_ name: String, among definitions: JSONValue) throws -> JSONSchema {
    try JSONSchema(["$defs": definitions, "$ref": .string("#/$defs/\(name)")])
  }

  private static func definitions(_ schemas: JSONObject) -> JSONValue {
    .object(
      schemas.mapValues { renamed(asserting($0), from: "#/components/schemas/", to: "#/$defs/") })
  }

  /// A schema without the annotations JSONKit's schemas do not have; they say nothing of what is valid.
  private static func asserting(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(var object):
      for key in object.keys {
        object[key] = annotations.contains(key) ? nil : object[key].map(asserting)
      }
      return .object(object)
    case .array(let elements): return .array(elements.map(asserting))
    default: return value
    }
  }

  private static let annotations: Set<String> = ["default", "contentMediaType"]

  /// A schema that stands elsewhere than at the root: its references within itself lead to its new place.
  private static func moved(_ schema: JSONObject, to place: String) -> JSONValue {
    var schema = schema
    schema["$schema"] = nil
    schema["$id"] = nil
    return renamed(.object(schema), from: "#/", to: "\(place)/")
  }

  private static func renamed(_ value: JSONValue, from old: String, to new: String) -> JSONValue {
    switch value {
    case .object(var object):
      for key in object.keys {
        guard let member = object[key] else { continue }
        if key == "$ref", let reference = member.string, reference.hasPrefix(old) {
          object[key] = .string(new + reference.dropFirst(old.count))
        } else {
          object[key] = renamed(member, from: old, to: new)
        }
      }
      return .object(object)
    case .array(let elements): return .array(elements.map { renamed($0, from: old, to: new) })
    default: return value
    }
  }
}
