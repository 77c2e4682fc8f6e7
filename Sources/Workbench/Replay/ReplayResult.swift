import CoachCore
import Foundation
import JSONKit
import Scoring

/// What a replay of one run came to.
struct ReplayResult: Sendable {
  /// How the replay stands beside the record.
  enum Status: Sendable {
    /// Byte for byte the same canonical record.
    case same
    /// Another record, from the same portfolio, prompts and engine.
    case differs(GoldenDifference)
    /// What went in is not what it was; the words name what.
    case changed([String])
    /// It could not be replayed; the words say why.
    case broken(String)
    /// It is of a kind that is not replayed; the words say why.
    case skipped(String)

    /// The word for it.
    var word: String {
      switch self {
      case .same: "same"
      case .differs: "differs"
      case .changed: "changed"
      case .broken: "broken"
      case .skipped: "skipped"
      }
    }
  }

  let run: RecordedRun
  let status: Status

  /// Whether the record could have been reproduced and was not.
  var isFailing: Bool {
    switch status {
    case .same, .skipped: false
    case .differs, .changed, .broken: true
    }
  }

  /// The result on one line.
  var text: String {
    let name = run.trial == 1 ? run.name : "\(run.name) [\(run.trial)]"
    let head = status.word.padding(toLength: 9, withPad: " ", startingAt: 0) + name
    return detail.map { "\(head)  \($0)" } ?? head
  }

  private var detail: String? {
    switch status {
    case .same: nil
    case .differs(let difference): "recorded -> replayed: \(difference)"
    case .changed(let what): what.joined(separator: ", ")
    case .broken(let why), .skipped(let why): why
    }
  }

  /// The result as a member of the command's JSON.
  var json: JSONValue {
    var object: JSONObject = [
      "suite": .string(run.suite), "case": .string(run.caseID),
      "variant": .string(run.record.prompts.variant), "model": .string(run.record.model),
      "trial": .number(JSONNumber(run.trial)), "status": .string(status.word),
    ]
    switch status {
    case .same: break
    case .differs(let difference):
      object["pointer"] = .string(difference.pointer.description)
      object["recorded"] = difference.expected ?? .null
      object["replayed"] = difference.actual ?? .null
    case .changed(let what): object["changed"] = .array(what.map { .string($0) })
    case .broken(let why), .skipped(let why): object["reason"] = .string(why)
    }
    return .object(object)
  }
}
