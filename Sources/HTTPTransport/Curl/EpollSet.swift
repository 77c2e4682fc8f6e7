import CCurl
import Glibc

/// The sockets libcurl wants watched, and the descriptor that wakes the loop.
final class EpollSet {
  private let descriptor: Int32
  private let wakeDescriptor: Int32
  private var watched: Set<Int32> = []
  private var events = [epoll_event](repeating: epoll_event(), count: 256)

  init(waking wakeDescriptor: Int32) throws(TransportError) {
    self.wakeDescriptor = wakeDescriptor
    descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard descriptor >= 0 else { throw .system("epoll_create1") }
    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: wakeDescriptor))
    guard epoll_ctl(descriptor, EPOLL_CTL_ADD, wakeDescriptor, &event) == 0 else {
      close(descriptor)
      throw .system("epoll_ctl")
    }
  }

  deinit { close(descriptor) }

  /// Watches a socket as libcurl asks (`CURL_POLL_IN` and its kin).
  func watch(_ socket: Int32, _ what: Int32) {
    var event = epoll_event()
    event.data.fd = socket
    if what == CURL_POLL_REMOVE {
      // The socket may be closed already, which took it out of the set: then there is nothing to do.
      if watched.remove(socket) != nil { epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, &event) }
      return
    }
    if what & CURL_POLL_IN != 0 { event.events |= EPOLLIN.rawValue }
    if what & CURL_POLL_OUT != 0 { event.events |= EPOLLOUT.rawValue }
    let isNew = watched.insert(socket).inserted
    epoll_ctl(descriptor, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event)
  }

  /// Waits for sockets, commands or the deadline; calls `ready` for each socket with libcurl's readiness bits.
  ///
  /// Returns whether the wake descriptor was among them.
  func wait(until deadline: UInt64?, ready: (Int32, Int32) -> Void) -> Bool {
    let count = epoll_wait(descriptor, &events, Int32(events.count), Self.timeout(until: deadline))
    var isWoken = false
    for index in 0..<max(0, Int(count)) {
      let event = events[index]
      if event.data.fd == wakeDescriptor {
        isWoken = true
      } else if watched.contains(event.data.fd) {
        ready(event.data.fd, Self.readiness(event.events))
      }
    }
    return isWoken
  }

  private static func readiness(_ events: UInt32) -> Int32 {
    var bits: Int32 = 0
    if events & EPOLLIN.rawValue != 0 { bits |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { bits |= CURL_CSELECT_OUT }
    if events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 { bits |= CURL_CSELECT_ERR }
    return bits
  }

  /// Whole milliseconds, rounded up so that the deadline has passed on return; -1 waits without end.
  private static func timeout(until deadline: UInt64?) -> Int32 {
    guard let deadline else { return -1 }
    let now = MonotonicTime.now
    guard deadline > now else { return 0 }
    return Int32(clamping: (deadline - now) / 1_000_000 + 1)
  }
}
