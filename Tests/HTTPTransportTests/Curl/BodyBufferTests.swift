import Testing

@testable import HTTPTransport

@Suite("Body buffer")
struct BodyBufferTests {
  private func offer(_ bytes: [UInt8], to buffer: inout BodyBuffer) -> BodyBuffer.Offer {
    bytes.withUnsafeBytes { buffer.offer($0) }
  }

  @Test("it pauses when full, keeps what it took, and says when to go on")
  func pause() {
    var buffer = BodyBuffer(capacity: 4)
    let offers = [[1, 2, 3], [4, 5], [6]].map { offer($0, to: &buffer) }
    #expect(offers == [.taken, .taken, .pause])
    guard case .bytes(let bytes, isResuming: true) = buffer.take() else {
      Issue.record("no bytes")
      return
    }
    #expect(bytes == [1, 2, 3, 4, 5])
    let again = offer([6], to: &buffer)
    #expect(again == .taken)
    guard case .bytes([6], isResuming: false) = buffer.take(), case .nothing = buffer.take() else {
      Issue.record("not the byte offered again")
      return
    }
  }

  @Test("what was held comes before the end, good or bad", arguments: [true, false])
  func end(_ isGood: Bool) {
    var buffer = BodyBuffer(capacity: 4)
    _ = offer([1], to: &buffer)
    buffer.finish(isGood ? nil : TransportError(.closed, "cut"))
    let late = offer([2], to: &buffer)
    #expect(late == .abandoned)
    guard case .bytes([1], _) = buffer.take(), case .end(let error) = buffer.take() else {
      Issue.record("no bytes before the end")
      return
    }
    #expect((error == nil) == isGood)
  }

  @Test("giving up a complete body whose bytes are unread is no good end")
  func abandon() {
    var buffer = BodyBuffer(capacity: 4)
    _ = offer([1], to: &buffer)
    buffer.finish(nil)
    let wasOpen = buffer.abandon(TransportError(.cancelled, "given up"))
    #expect(!wasOpen)
    guard case .end(let error) = buffer.take() else {
      Issue.record("no end")
      return
    }
    #expect(error?.code == .cancelled)
  }
}
