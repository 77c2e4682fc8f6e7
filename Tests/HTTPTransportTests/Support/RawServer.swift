import Glibc
import Synchronization

/// A server of raw sockets on a free port of this machine: each connection runs a script on a thread of its own.
final class RawServer: Sendable {
  /// One accepted connection.
  final class Connection: Sendable {
    /// Its number, from 0.
    let number: Int
    private let socket: Int32

    init(number: Int, socket: Int32) {
      self.number = number
      self.socket = socket
    }

    /// Reads until the blank line that ends a request's head; nil when the peer closed before.
    func readHead() -> String? {
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
        guard recv(socket, &byte, 1, 0) == 1 else { return nil }
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads exactly that many bytes, fewer when the peer closed.
    func read(_ count: Int) -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: count)
      let received = recv(socket, &bytes, count, Int32(MSG_WAITALL))
      return Array(bytes.prefix(max(0, received)))
    }

    /// Writes all bytes; false when the peer is gone.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          send(socket, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }

    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// Waits until the peer closes: true when it did.
    func waitForClose() -> Bool {
      var byte: UInt8 = 0
      while true {
        let count = recv(socket, &byte, 1, 0)
        if count <= 0 { return true }
      }
    }

    /// Makes the end of this connection a reset instead of a close.
    func resetOnClose() {
      var value = linger(l_onoff: 1, l_linger: 0)
      setsockopt(socket, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
    }

    func close() { Glibc.close(socket) }
  }

  let port: Int
  private let listener: Int32
  private let accepted = Mutex(0)

  /// How many connections have been accepted.
  var connections: Int { accepted.withLock { $0 } }

  /// Listens and runs `script` for each connection, which is closed after it.
  init(_ script: @escaping @Sendable (Connection) -> Void) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 1024) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard bound else { throw RawServerError.cannotListen(errno) }
    port = Int(UInt16(bigEndian: address.sin_port))
    DetachedThread.start { [weak self] in
      var number = 0
      while true {
        let socket = accept(listener, nil, nil)
        guard socket >= 0 else { return }
        self?.accepted.withLock { $0 += 1 }
        let connection = Connection(number: number, socket: socket)
        number += 1
        DetachedThread.start {
          script(connection)
          connection.close()
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }
}

enum RawServerError: Error {
  case cannotListen(Int32)
}
