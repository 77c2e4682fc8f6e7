import Testing

@testable import CoachCore

struct RailSpeedTests {
  /// Far above what a build for debugging needs: catches a rail whose work grows with the square of the text.
  @Test func aLongBodyIsJudgedInNoTime() throws {
    var sample = RailSample()
    sample.body = String(String(repeating: RailSample.english + " ", count: 12).prefix(1200))
    let subject = try sample.subject()
    let pipeline = GuardrailPipeline.standard(draftSchema: try DraftSchema.schema())
    let clock = ContinuousClock()
    for rail in pipeline.rails {
      _ = rail.judge(subject)
      let taken = clock.measure { for _ in 0..<20 { _ = rail.judge(subject) } } / 20
      print("rails/\(rail.id.rawValue): \(taken) an artifact")
      #expect(taken < .milliseconds(50), "\(rail.id)")
    }
  }
}
