import CCurl
import Glibc

/// The loop of the curl thread: waits in epoll for sockets, timers and commands, and drives libcurl by them.
///
/// Made and used on that thread alone, so it needs no lock.
final class CurlReactor {
  private let inbox: CurlInbox
  private let configuration: CurlConfiguration
  private let multi: UnsafeMutableRawPointer
  private let epoll: EpollSet
  private var transfers: [UInt64: any CurlTransfer] = [:]
  private var deadlines = DeadlineHeap()
  /// When libcurl wants to be called without a socket being ready.
  private var curlDeadline: UInt64?
  private var isShuttingDown = false

  init(inbox: CurlInbox, configuration: CurlConfiguration) throws(TransportError) {
    self.inbox = inbox
    self.configuration = configuration
    epoll = try EpollSet(waking: inbox.eventDescriptor)
    guard let multi = curl_multi_init() else {
      throw TransportError(.failed, "libcurl has no memory for its multi handle.")
    }
    self.multi = multi
    attachCallbacks()
  }

  deinit { curl_multi_cleanup(multi) }

  /// Runs until it is told to shut down; what is under way then fails.
  func run() {
    while !isShuttingDown {
      let isWoken = epoll.wait(until: nextDeadline) { socket, readiness in act(socket, readiness) }
      let now = MonotonicTime.now
      if let due = curlDeadline, due <= now {
        curlDeadline = nil
        act(CURL_SOCKET_TIMEOUT, 0)
      }
      expire(at: now)
      if isWoken { for command in inbox.drain() { execute(command) } }
      reap()
    }
    let error = TransportError(.shutDown, "The transport was shut down before the exchange had ended.")
    for (id, _) in transfers.sorted(by: { $0.key < $1.key }) { end(id, error) }
  }

  private var nextDeadline: UInt64? {
    guard let first = deadlines.first, let curl = curlDeadline else { return deadlines.first ?? curlDeadline }
    return min(first, curl)
  }

  // MARK: Commands

  private func execute(_ command: CurlInbox.Command) {
    switch command {
    case .start(let job): start(job)
    case .resume(let id):
      guard let transfer = transfers[id] else { return }
      transfer.clock.resume(at: MonotonicTime.now)
      curl_easy_pause(transfer.easy.handle, CURLPAUSE_CONT)
      arm(id, transfer)
    case .cancel(let id): end(id, nil)
    case .shutDown: isShuttingDown = true
    }
  }

  private func start(_ job: CurlJob) {
    do throws(TransportError) {
      let transfer = try job.makeTransfer(configuration)
      transfer.easy.id = job.id
      transfers[job.id] = transfer
      // Unowned both: the reactor owns the transfer, and the transfer this closure.
      transfer.deadlineMoved = { [unowned self, unowned transfer] in arm(job.id, transfer) }
      arm(job.id, transfer)
      let result = curl_multi_add_handle(multi, transfer.easy.handle)
      if result != CURLM_OK {
        end(job.id, TransportError(.failed, String(cString: curl_multi_strerror(result))))
      }
    } catch {
      job.fail(error)
    }
  }

  // MARK: Ends

  /// Ends a transfer before libcurl does; its connection is closed.
  private func end(_ id: UInt64, _ error: TransportError?) {
    guard let transfer = transfers.removeValue(forKey: id) else { return }
    curl_multi_remove_handle(multi, transfer.easy.handle)
    transfer.conclude(error ?? TransportError(.cancelled, "The exchange was given up before its end."))
  }

  /// Concludes what libcurl has finished.
  private func reap() {
    var waiting: Int32 = 0
    while let message = curl_multi_info_read(multi, &waiting) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
      let result = curl_shim_message_result(message)
      var context: UnsafeMutableRawPointer?
      curl_shim_get_pointer(handle, CURLINFO_PRIVATE, &context)
      guard let transfer = transfers.removeValue(forKey: UInt64(UInt(bitPattern: context))) else { continue }
      curl_multi_remove_handle(multi, handle)
      transfer.conclude(transfer.failure ?? transfer.outcome(result))
    }
  }

  // MARK: Limits

  /// Fails the transfers whose time is up.
  private func expire(at now: UInt64) {
    while let entry = deadlines.popDue(at: now) {
      guard let transfer = transfers[entry.id], transfer.clock.fire(entry.deadline) else { continue }
      guard let deadline = transfer.clock.deadline else { continue }
      guard deadline <= now else {
        arm(entry.id, transfer)
        continue
      }
      let phase = transfer.clock.current(at: now)
      end(
        entry.id,
        TransportError(.timedOut, "\(transfer.place): timed out in the phase \(phase).", phase: phase))
    }
  }

  /// Puts the transfer's present deadline on the heap.
  private func arm(_ id: UInt64, _ transfer: any CurlTransfer) {
    if let deadline = transfer.clock.arm() { deadlines.insert(deadline, id) }
  }

  // MARK: libcurl

  private func act(_ socket: Int32, _ readiness: Int32) {
    var running: Int32 = 0
    curl_multi_socket_action(multi, socket, readiness, &running)
  }

  private func attachCallbacks() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    curl_shim_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, context)
    curl_shim_multi_set_pointer(multi, CURLMOPT_TIMERDATA, context)
    curl_shim_multi_set_socket_callback(multi) { _, socket, what, context, _ in
      if let context { CurlReactor.at(context).epoll.watch(socket, what) }
      return 0
    }
    curl_shim_multi_set_timer_callback(multi) { _, milliseconds, context in
      guard let context else { return 0 }
      CurlReactor.at(context).curlDeadline =
        milliseconds < 0 ? nil : MonotonicTime.now.advanced(by: .milliseconds(milliseconds))
      return 0
    }
    curl_shim_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, configuration.connectionsPerHost)
    curl_shim_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, configuration.connections)
    curl_shim_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.idleConnections)
    curl_shim_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
  }

  private static func at(_ context: UnsafeMutableRawPointer) -> CurlReactor {
    Unmanaged<CurlReactor>.fromOpaque(context).takeUnretainedValue()
  }
}
