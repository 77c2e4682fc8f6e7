import Glibc
import Synchronization

/// A server of raw sockets that gives each connection the next of its scripted answers and closes.
final class ScriptedServer: Sendable {
  /// What one connection gets.
  enum Answer: Sendable {
    /// These pieces, written one by one, then a close.
    case pieces([[UInt8]])
    /// These bytes, then silence until the peer closes.
    case silence([UInt8])
  }

  let port: Int
  private let listener: Int32
  private let heads = Mutex<[String]>([])

  /// The heads of the requests so far.
  var requests: [String] { heads.withLock { $0 } }

  var url: String { "http://127.0.0.1:\(port)" }

  init(_ answers: [Answer]) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isBound else { throw CannotListen() }
    port = Int(UInt16(bigEndian: address.sin_port))
    let thread = ServerThread { [weak self] in
      for answer in answers {
        let peer = accept(listener, nil, nil)
        guard peer >= 0 else { return }
        self?.serve(peer, answer)
        close(peer)
      }
    }
    thread.start()
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  struct CannotListen: Error {}

  private func serve(_ peer: Int32, _ answer: Answer) {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]), recv(peer, &byte, 1, 0) == 1 { head.append(byte) }
    let text = String(decoding: head, as: UTF8.self)
    heads.withLock { $0.append(text) }
    switch answer {
    case .pieces(let pieces):
      for piece in pieces { send(peer, piece, piece.count, Int32(MSG_NOSIGNAL)) }
      // Our half only, so that a body not yet read by us does not turn the close into a reset.
      shutdown(peer, Int32(SHUT_WR))
      while recv(peer, &byte, 1, 0) == 1 {}
    case .silence(let bytes):
      send(peer, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      while recv(peer, &byte, 1, 0) == 1 {}
    }
  }
}
