import CoachCore
import Foundation
import HTTPTransport
import Synchronization
import Testing

@testable import CoachService

/// Keys change while requests are made, and none is refused.
@Suite struct RotationUnderLoadTests {
  /// A clock a test moves; it also runs by itself, as deadlines want it to.
  private final class MovedClock: Sendable {
    private let moved = Mutex(0.0)

    func move(by seconds: Double) { moved.withLock { $0 += seconds } }

    var clock: RunClock {
      RunClock(
        now: { Date().addingTimeInterval(self.moved.withLock(\.self)) },
        nanoseconds: { DispatchTime.now().uptimeNanoseconds + UInt64(self.moved.withLock(\.self) * 1e9) })
    }
  }

  /// Where the façade listens, once it does.
  private final class Address: Sendable {
    private let value = Mutex("")
    var url: String {
      get { value.withLock(\.self) }
      set { value.withLock { $0 = newValue } }
    }
  }

  /// The user's session just now.
  private final class Session: Sendable {
    private let value: Mutex<String>
    init(_ token: String) { value = Mutex(token) }
    var token: String {
      get { value.withLock(\.self) }
      set { value.withLock { $0 = newValue } }
    }
  }

  private final class Rotation: Sendable {
    private let value = Mutex(true)
    var isUnderWay: Bool {
      get { value.withLock(\.self) }
      set { value.withLock { $0 = newValue } }
    }
  }

  @Test func tenRotationsUnderLoad() async throws {
    let clock = MovedClock()
    let address = Address()
    let findings = Findings()
    let done = Findings()
    var options = ServedCoach.Options()
    options.clock = clock.clock
    // The engine reads the keys where the façade publishes them, over HTTP.
    options.keySetURL = { address.url + "/.well-known/jwks.json" }
    try await ServedCoach.serve(options) { coach in
      address.url = coach.facade
      let session = Session(try await coach.signIn().token)
      let rotation = Rotation()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            while rotation.isUnderWay {
              let answer = try await coach.call(
                "GET", coach.facade + "/api/ai/coach/insights", token: session.token)
              if answer.status == 200 {
                done.add("")
              } else {
                findings.add("\(answer.status) \(answer.text)")
              }
            }
          }
        }
        group.addTask {
          defer { rotation.isUnderWay = false }
          for _ in 0..<10 {
            try coach.signer.rotate(to: .generate())
            // Published and not yet signing; signing; at last the old one gone. No step outlives a token under way.
            for seconds in [30.0, 31] + [Double](repeating: 91, count: 7) {
              clock.move(by: seconds)
              // Users' sessions live an hour by this clock; what is asked about is the façade's token.
              session.token = try await coach.signIn().token
              for _ in 0..<5 {
                let answer = try await coach.call(
                  "GET", coach.facade + "/api/ai/coach/insights", token: session.token)
                if answer.status != 200 { findings.add("\(answer.status) \(answer.text)") }
              }
            }
          }
        }
        try await group.waitForAll()
      }
    }
    #expect(findings.all.isEmpty, "\(findings.all.prefix(3))")
    #expect(done.all.count > 50)
    print("rotation: \(done.all.count) requests over 10 rotations, none refused")
  }
}
