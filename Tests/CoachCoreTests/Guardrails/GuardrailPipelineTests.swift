import JSONKit
import Testing

@testable import CoachCore

struct GuardrailPipelineTests {
  private func pipeline() throws -> GuardrailPipeline {
    GuardrailPipeline.standard(draftSchema: try DraftSchema.schema())
  }

  private func judge(_ pipeline: GuardrailPipeline, _ completion: String) throws -> GuardrailJudgement {
    let brief = try DraftSample().brief()
    return pipeline.judge(completion: completion, brief: brief) {
      Artifact(id: "ins_01", brief: brief, draft: $0)
    }
  }

  @Test func aCleanDraftPassesEveryRail() throws {
    let judgement = try judge(pipeline(), DraftSample().completion)
    #expect(judgement.accepted)
    #expect(judgement.verdicts.map(\.rail) == GuardrailVerdict.Rail.allCases)
    #expect(judgement.findings.isEmpty)
    #expect(judgement.artifact?.disclaimers == DraftSample.disclaimers)
  }

  @Test func whatIsNoDraftIsJudgedNoFurther() throws {
    let unread = try judge(pipeline(), "Sure! " + DraftSample().completion)
    #expect(unread.verdicts.map(\.rail) == [.parse])
    #expect(!unread.accepted && unread.draft == nil && unread.artifact == nil)
    var sample = DraftSample()
    sample.title = ""
    let malformed = try judge(pipeline(), sample.completion)
    #expect(malformed.verdicts.map(\.rail) == [.parse, .schema])
    #expect(!malformed.accepted && malformed.draft == nil)
  }

  @Test func allRailsJudgeADraftAtOnce() throws {
    var sample = DraftSample()
    sample.body =
      sample.body.replacing("₹21.98 L", with: "₹29.18 L") + " Returns are guaranteed. PAN ABCPE1234F."
    let judgement = try judge(pipeline(), sample.completion)
    #expect(!judgement.accepted)
    #expect(
      judgement.verdicts.filter { !$0.passed }.map(\.rail) == [.citation, .numbers, .bannedClaims, .pii])
  }

  @Test func aRailLeftOutObjectsToNothing() throws {
    var sample = DraftSample()
    sample.body += " Inflation is high, at 9%."
    #expect(try judge(pipeline(), sample.completion).findings.map(\.code) == ["uncited"])
    #expect(try judge(pipeline().without(.numbers), sample.completion).accepted)
  }

  @Test func withoutReadersWhatIsNoDraftIsStillRefused() throws {
    let bypassed = try pipeline().without(.parse).without(.schema)
    #expect(try !judge(bypassed, "no JSON").accepted)
    #expect(try judge(bypassed, DraftSample().completion).accepted)
  }

  @Test func findingsCarryNoPersonalData() throws {
    var sample = DraftSample()
    sample.title = "Folio 12345678/90 is behind " + String(repeating: "x", count: 60)
    sample.body += " Call 98765 43210 about folio 12345678/90 of Asha Kulkarni, who is guaranteed 12%."
    sample.claims[0].text = "folio 12345678/90 and asha@example.in"
    let detector = PIIDetector(personalValues: [.init(.name, "Asha Kulkarni")])
    let completions = [
      sample.completion, "Folio 12345678/90: " + sample.completion,
      #"{"asha@example.in":1,"asha@example.in":2}"#,
    ]
    sample.title = "Folio 12345678/90 is behind"
    for completion in completions + [sample.completion] {
      let judgement = try judge(pipeline().knowing(detector), completion)
      #expect(!judgement.accepted)
      for finding in judgement.findings {
        for secret in ["12345678", "98765", "43210", "asha@", "Kulkarni"] {
          #expect(!finding.text.contains(secret) && !finding.detail.contains(secret), "\(finding)")
        }
      }
    }
  }

  @Test func theSelfTestPasses() throws {
    try pipeline().selfTest()
  }

  @Test(arguments: GuardrailVerdict.Rail.allCases)
  func theSelfTestFailsClosed(id: GuardrailVerdict.Rail) throws {
    struct Disarmed: Rail {
      let id: GuardrailVerdict.Rail
      func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] { [] }
    }
    struct Jammed: Rail {
      let id: GuardrailVerdict.Rail
      func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] { .nothingToJudge("sample") }
    }
    for broken in [Disarmed(id: id), Jammed(id: id)] as [any Rail] {
      let rails = try pipeline().rails.map { $0.id == id ? broken : $0 }
      let error = #expect(throws: CoachError.self) { try GuardrailPipeline(rails: rails).selfTest() }
      #expect(error?.code == .guardrailSelfTest)
      #expect(error?.message.contains(id.rawValue) == true)
    }
  }

  @Test func judgingTwiceGivesTheSame() throws {
    var sample = DraftSample()
    sample.body += " You will definitely get 9% of ₹5 lakh by 2031, hurry!"
    let first = try judge(pipeline(), sample.completion)
    for _ in 0..<5 { #expect(try judge(pipeline(), sample.completion).verdicts == first.verdicts) }
  }
}
