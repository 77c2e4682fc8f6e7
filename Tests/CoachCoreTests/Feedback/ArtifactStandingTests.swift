import Finance
import Testing

@testable import CoachCore

/// What may follow what: a pure state machine.
@Suite("Standing of an artifact")
struct ArtifactStandingTests {
  private static let day = CivilDate(iso: "2026-08-14") ?? .minimum

  private func policy() throws -> RestPolicy {
    RestPolicy(cooldowns: try PolicyTables.embedded().topicCooldowns(on: Self.day), day: Self.day)
  }

  private func remark(
    _ verdict: Feedback.Verdict, until: CivilDate? = nil, comment: String? = nil, at: String = "t1"
  ) -> ArtifactFeedback.Remark {
    .init(verdict: verdict, until: until, comment: comment, at: at)
  }

  @Test("every decision about every status is allowed or a conflict, and is kept only when it is allowed")
  func transitions() throws {
    let allowed: [Recommendation.Status: Set<Feedback.Verdict>] = [
      .proposed: [.accepted, .done, .snoozed, .dismissed],
      .snoozed: [.accepted, .done, .snoozed, .dismissed],
      .accepted: [.accepted, .done, .dismissed], .dismissed: [.accepted, .done, .dismissed], .done: [.done],
      .expired: [],
    ]
    for status in Recommendation.Status.allCases {
      for verdict in Feedback.Verdict.allCases where !verdict.isOpinion {
        var standing = ArtifactStanding(status: status, severity: .info)
        if allowed[status]?.contains(verdict) == true {
          #expect(try standing.take(remark(verdict), restingUntil: policy()))
          #expect(standing.status?.rawValue == verdict.rawValue)
        } else {
          let error = #expect(throws: CoachError.self) {
            try standing.take(remark(verdict), restingUntil: policy())
          }
          #expect(error?.code == .conflict, "\(verdict) of \(status)")
          #expect(standing == ArtifactStanding(status: status, severity: .info))
        }
      }
    }
  }

  @Test(
    "an opinion changes neither status nor rest, an insight can only be put off",
    arguments: [
      Feedback.Verdict.liked, .disliked,
    ])
  func opinions(verdict: Feedback.Verdict) throws {
    for status in Recommendation.Status.allCases {
      var standing = ArtifactStanding(status: status, severity: .info)
      #expect(try standing.take(remark(verdict), restingUntil: policy()))
      #expect(standing.status == status && standing.rest == nil && standing.feedback.decision == nil)
      #expect(try !standing.take(remark(verdict, at: "t2"), restingUntil: policy()))
      #expect(standing.feedback.opinion?.at == "t1")
      #expect(try standing.take(remark(verdict, comment: "why"), restingUntil: policy()))
    }
    for decision in [Feedback.Verdict.accepted, .done] {
      var insight = ArtifactStanding(status: nil, severity: .info)
      let error = #expect(throws: CoachError.self) {
        try insight.take(remark(decision), restingUntil: policy())
      }
      #expect(error?.code == .invalidRequest)
    }
  }

  @Test("a rest without an end lasts as the policy says, and the same again does not prolong it")
  func rests() throws {
    let rules = try policy().cooldowns
    for (severity, days) in [
      (Insight.Severity.info, rules.info), (.attention, rules.attention), (.action, rules.action),
    ] {
      for status in [nil, Recommendation.Status.proposed] {
        var standing = ArtifactStanding(status: status, severity: severity)
        #expect(try standing.take(remark(.snoozed), restingUntil: policy()))
        #expect(standing.rest == .init(.snoozed, until: Self.day.adding(days: days)))
        let later = RestPolicy(cooldowns: rules, day: Self.day.adding(days: 3))
        #expect(try !standing.take(remark(.snoozed, at: "t2"), restingUntil: later))
        #expect(standing.rest == .init(.snoozed, until: Self.day.adding(days: days)))
        let until = Self.day.adding(days: 100)
        #expect(try standing.take(remark(.snoozed, until: until), restingUntil: later))
        #expect(standing.rest == .init(.snoozed, until: until))
        #expect(try standing.take(remark(.dismissed), restingUntil: policy()))
        #expect(standing.rest == .init(.dismissed, until: Self.day.adding(days: rules.dismissed)))
      }
    }
    var standing = ArtifactStanding(status: .snoozed, severity: .info)
    #expect(try standing.take(remark(.accepted), restingUntil: policy()))
    #expect(standing.rest == nil)
  }
}
