import JSONKit

/// What the rails said of one attempt at a draft, and the draft itself where they refused it.
struct AttemptView {
  struct Finding { let rail, code, words, detail: String }

  let topic, number, word, tone, railsPassed: String
  let findings: [Finding]
  let draft: String
  let hasDraft: Bool

  /// The longest refused draft shown, in bytes.
  private static let draftLimit = 4096

  /// The attempts of a record, in order.
  static func all(in record: JSONValue) -> [AttemptView] {
    (record["verdicts"]?.array ?? []).map { AttemptView($0, calls: record["calls"]?.array ?? []) }
  }

  private init(_ verdict: JSONValue, calls: [JSONValue]) {
    let attempt = verdict["attempt"]?.int ?? 0
    let isAccepted = verdict["accepted"]?.bool ?? false
    let rails = verdict["rails"]?.array ?? []
    let call = calls.first { call in
      call["node"] == verdict["node"] && call["topic_key"] == verdict["topic_key"]
        && call["attempt"]?.int == attempt && call["purpose"]?.string != "critique"
    }
    let completion = isAccepted ? "" : call?["completion"]?.string ?? ""
    let passed = rails.filter { $0["findings"]?.array?.isEmpty == true }.compactMap { $0["rail"]?.string }
    self.topic = verdict["topic_key"]?.string ?? verdict["node"]?.string ?? ""
    // Attempts count from 0 in the record and from 1 for a person.
    self.number = "\(attempt &+ 1)"
    self.word = isAccepted ? "accepted" : "rejected"
    self.tone = isAccepted ? "ok" : "bad"
    self.railsPassed = passed.joined(separator: " ")
    self.findings = rails.flatMap(Self.findings)
    self.draft = XMLText.capped(completion, bytes: Self.draftLimit)
    self.hasDraft = !completion.isEmpty
  }

  private static func findings(_ rail: JSONValue) -> [Finding] {
    (rail["findings"]?.array ?? []).map { finding in
      Finding(
        rail: rail["rail"]?.string ?? "", code: finding["code"]?.string ?? "",
        words: finding["text"]?.string ?? "", detail: finding["detail"]?.string ?? "")
    }
  }
}
