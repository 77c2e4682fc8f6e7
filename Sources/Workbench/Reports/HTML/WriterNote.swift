import JSONKit

/// Who wrote an artifact, and at which attempt.
enum WriterNote {
  /// The note of a topic, empty where the record does not say.
  static func text(of topic: String?, in record: JSONValue) -> String {
    let writers = record["writers"]?.array ?? []
    guard let topic, let writer = writers.first(where: { $0["topic_key"]?.string == topic }) else {
      return ""
    }
    let attempts = writer["attempts"]?.int ?? 1
    return switch writer["writer"]?.string {
    case "template":
      "written by the template after \(attempts) rejected \(attempts == 1 ? "draft" : "drafts")"
    case "model" where attempts == 1: "written by the model at the first attempt"
    case "model": "written by the model at attempt \(attempts)"
    case let other?: "written by \(other)"
    case nil: ""
    }
  }
}
