import HTTPTransport

/// The events of one session, over as many connections as it takes; ends after the terminal event.
///
/// It reconnects by itself and asks for what comes after the last event it gave out. Dropping the iteration or
/// cancelling its task closes the connection; the session goes on.
public struct CoachEventStream: AsyncSequence, Sendable {
  /// An event.
  public typealias Element = ReceivedEvent
  /// Why it cannot go on.
  public typealias Failure = CoachClientError

  let client: CoachClient
  let session: String
  let after: Int

  /// Begins to read; each iteration has connections of its own.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(
      client: client, session: session, resumption: StreamResumption(after: after, policy: client.policy))
  }

  /// Reads the events of one session.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let client: CoachClient
    fileprivate let session: String
    fileprivate var resumption: StreamResumption
    private var connection: StreamConnection?
    private var connections = 0
    private var pending: ArraySlice<ReceivedEvent> = []
    private var end: Result<Void, CoachClientError>?
    private var wait: Duration?

    fileprivate init(client: CoachClient, session: String, resumption: StreamResumption) {
      self.client = client
      self.session = session
      self.resumption = resumption
    }

    /// The next event, nil after the terminal one.
    ///
    /// - Throws: ``CoachClientError``; events that came before it are given out first.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(CoachClientError) -> ReceivedEvent? {
      while true {
        if let event = pending.popFirst() { return event }
        if let end {
          try end.get()
          return nil
        }
        if let wait { try await pause(wait, isolation: actor) }
        let ending = connection == nil ? await open(isolation: actor) : await read(isolation: actor)
        if let ending { settle(ending) }
      }
    }

    /// Makes a connection; the ending when there is none.
    private mutating func open(isolation actor: isolated (any Actor)?) async -> StreamResumption.Ending? {
      do throws(CoachClientError) {
        switch try await client.openStream(session: session, after: resumption.lastSeq) {
        case .stream(let body):
          connection = StreamConnection(number: connections, body: body)
          connections += 1
          return nil
        case .ended(let ending): return ending
        }
      } catch {
        end = .failure(error)
        return nil
      }
    }

    /// Reads on; the ending when the connection has one.
    private mutating func read(isolation actor: isolated (any Actor)?) async -> StreamResumption.Ending? {
      guard var open = connection else { return nil }
      var elements: [EventStreamElement] = []
      var ending: StreamResumption.Ending?
      do throws(TransportError) {
        if try await !open.read(into: &elements, isolation: actor) { ending = .lost(nil) }
      } catch {
        ending = .lost(error)
      }
      connection = open
      resumption.noteRetry(milliseconds: open.retry)
      for case .event(let event) in elements where end == nil { take(event, connection: open.number) }
      return end == nil ? ending : nil
    }

    private mutating func take(_ event: ServerSentEvent, connection number: Int) {
      let received = ReceivedEvent(
        seq: nil, type: EventType.of(event), data: event.data,
        receivedNanoseconds: client.clock.nanoseconds(), connection: number)
      do throws(CoachClientError) {
        guard case .deliver(let seq) = try resumption.receive(event, isTerminal: received.isTerminal) else {
          return
        }
        pending.append(received.placed(at: seq))
        if resumption.isTerminated { end = .success(()) }
      } catch {
        end = .failure(error)
      }
      if end != nil { connection = nil }
    }

    /// Does what the end of a connection asks for.
    private mutating func settle(_ ending: StreamResumption.Ending) {
      connection = nil
      switch resumption.next(ending) {
      case .finish: end = .success(())
      case .fail(let error): end = .failure(error)
      case .reconnect(let delay):
        // What has come is given out before the wait, not after it.
        wait = delay
      }
    }

    private mutating func pause(
      _ duration: Duration, isolation actor: isolated (any Actor)?
    ) async throws(CoachClientError) {
      wait = nil
      do {
        try await client.clock.sleep(duration)
      } catch {
        let failure = CoachClientError(.cancelled, "The wait before a reconnect was cancelled.", cause: error)
        end = .failure(failure)
        throw failure
      }
    }
  }
}
