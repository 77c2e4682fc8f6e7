/// The bytes between a connection and its reader: a bounded buffer that says when to pause and when to go on.
///
/// Pure: who calls it executes what it answers.
struct BodyBuffer {
  /// What to do with bytes that came.
  enum Offer: Equatable {
    /// They are taken.
    case taken
    /// They are not: stop reading until ``Taken/isResuming`` says so, then offer them again.
    case pause
    /// Nobody will read them.
    case abandoned
  }

  /// What a reader gets.
  enum Taken {
    /// Bytes; when `isResuming`, the connection is to be read again.
    case bytes([UInt8], isResuming: Bool)
    /// The end, good or bad.
    case end(TransportError?)
    /// Nothing yet.
    case nothing
  }

  private enum End {
    case open
    case ended(TransportError?)
  }

  private let capacity: Int
  private var bytes: [UInt8] = []
  private var isPaused = false
  private var end = End.open

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Whether no more bytes will come.
  var isEnded: Bool {
    if case .ended = end { true } else { false }
  }

  /// Whether a reader would get bytes or the end at once.
  var hasSomething: Bool { !bytes.isEmpty || isEnded }

  /// Takes bytes that came, unless the buffer is full: it holds at most its capacity and one piece more.
  mutating func offer(_ new: UnsafeRawBufferPointer) -> Offer {
    guard !isEnded else { return .abandoned }
    guard bytes.count < capacity else {
      isPaused = true
      return .pause
    }
    bytes.append(contentsOf: new)
    return .taken
  }

  /// Gives all bytes held; after them, the end.
  mutating func take() -> Taken {
    if bytes.isEmpty {
      if case .ended(let error) = end { return .end(error) }
      return .nothing
    }
    let isResuming = isPaused
    isPaused = false
    defer { bytes = [] }
    return .bytes(bytes, isResuming: isResuming)
  }

  /// No more bytes will come; those held can still be read.
  mutating func finish(_ error: TransportError?) {
    if !isEnded { end = .ended(error) }
  }

  /// Nobody will read on: what is held is gone; false when it had ended already.
  mutating func abandon(_ error: TransportError) -> Bool {
    let wasOpen = !isEnded
    // A complete body of which bytes are thrown away has no good end for its reader any more.
    if wasOpen || !bytes.isEmpty { end = .ended(error) }
    bytes = []
    return wasOpen
  }
}
