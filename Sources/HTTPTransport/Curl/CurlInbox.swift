import CCurl
import Glibc
import Synchronization

/// What other threads ask of the curl thread, and the eventfd that wakes it for it.
final class CurlInbox: Sendable {
  /// One wish.
  enum Command: Sendable {
    case start(CurlJob)
    /// The reader took what was held: read the connection again.
    case resume(UInt64)
    case cancel(UInt64)
    case shutDown
  }

  private struct State {
    var commands: [Command] = []
    var isClosed = false
    var closing: [CheckedContinuation<Void, Never>] = []
  }

  /// Becomes readable when a command waits.
  let eventDescriptor: Int32
  private let state = Mutex(State())

  init() throws(TransportError) {
    eventDescriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
    guard eventDescriptor >= 0 else { throw .system("eventfd") }
  }

  deinit { close(eventDescriptor) }

  /// Leaves a command; false when the thread has ended.
  @discardableResult
  func post(_ command: Command) -> Bool {
    let (isOpen, isFirst) = state.withLock { state in
      guard !state.isClosed else { return (false, false) }
      state.commands.append(command)
      return (true, state.commands.count == 1)
    }
    if isFirst { eventfd_write(eventDescriptor, 1) }
    return isOpen
  }

  /// All commands waiting, in order.
  func drain() -> [Command] {
    var count: eventfd_t = 0
    eventfd_read(eventDescriptor, &count)
    return state.withLock { state in
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// The thread has ended: takes no command any more and returns those that came too late.
  func closeForGood() -> [Command] {
    let (late, waiting) = state.withLock { state in
      state.isClosed = true
      defer {
        state.commands = []
        state.closing = []
      }
      return (state.commands, state.closing)
    }
    for continuation in waiting { continuation.resume() }
    return late
  }

  /// Returns when the thread has ended.
  func closed() async {
    await withCheckedContinuation { continuation in
      let isClosed = state.withLock { state in
        if !state.isClosed { state.closing.append(continuation) }
        return state.isClosed
      }
      if isClosed { continuation.resume() }
    }
  }
}
