import CCurl
import Glibc

/// The delivery of one mail on the curl thread.
final class MailTransfer: CurlTransfer {
  let easy: CurlEasy
  var clock: PhaseClock
  var failure: TransportError?
  var deadlineMoved: (() -> Void)?
  let place: String

  private let delivery: MailDelivery
  private let bytes: [UInt8]
  private var sent = 0

  init(
    _ message: MailMessage, relay: MailRelay, delivery: MailDelivery, configuration: CurlConfiguration
  ) throws(TransportError) {
    self.delivery = delivery
    bytes = try MailFormat.bytes(of: message)
    place = "\(relay.security == .tls ? "smtps" : "smtp")://\(relay.host):\(relay.port)"
    easy = try CurlEasy()
    clock = PhaseClock(relay.limits, now: MonotonicTime.now)
    easy.configure(schemes: "smtp,smtps", configuration)
    easy.set(CURLOPT_URL, place)
    easy.set(
      CURLOPT_USE_SSL, Int(relay.security == .startTLS ? CURLUSESSL_ALL.rawValue : CURLUSESSL_NONE.rawValue))
    if let credentials = relay.credentials {
      easy.set(CURLOPT_USERNAME, credentials.user)
      easy.set(CURLOPT_PASSWORD, credentials.password)
    }
    easy.set(CURLOPT_MAIL_FROM, "<\(message.from)>")
    easy.set(CURLOPT_MAIL_RCPT, message.to.map { "<\($0)>" })
    easy.set(CURLOPT_UPLOAD, 1)
    curl_shim_set_offset(easy.handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count))
    attachCallbacks()
  }

  /// A server's refusal of the mail is told by its reply: 4yz passes, 5yz stays (RFC 5321 §4.2.1).
  func outcome(_ result: CURLcode) -> TransportError? {
    let error = TransportError.curl(
      result, detail: "", place: place, phase: clock.current(at: MonotonicTime.now))
    guard let error else { return nil }
    let reply = easy.long(CURLINFO_RESPONSE_CODE)
    guard (400..<600).contains(reply) else { return error }
    if isRefusedByServer(result, reply) {
      return TransportError(
        .serverRefused, "\(place): takes no mail from here, reply \(reply); look at its user and password.",
        cause: error.cause)
    }
    return TransportError(
      reply < 500 ? .refusedForNow : .refused, "\(place): refused with the reply \(reply).",
      cause: error.cause)
  }

  /// Whether the refusal is of this client, before any mail was looked at: any other mail would fare the same.
  private func isRefusedByServer(_ result: CURLcode, _ reply: Int) -> Bool {
    switch result {
    case CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED: true
    // A bad reply to the greeting, or to the mail's last byte: the latter is of the mail.
    case CURLE_WEIRD_SERVER_REPLY: sent == 0
    // Of the commands (RFC 5321 §4.2.2), the host (RFC 7504) and signing in (RFC 4954 §6).
    default: [500, 502, 503, 504, 521, 530, 534, 535, 538].contains(reply)
    }
  }

  func conclude(_ failure: TransportError?) {
    delivery.finish(failure.map { .failure($0) } ?? .success(()))
  }

  /// Copies the next bytes of the message into libcurl's buffer.
  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - sent)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[sent..<sent + count]))
    }
    sent += count
    clock.bytesCame(at: MonotonicTime.now)
    return count
  }

  private func attachCallbacks() {
    // Unretained: the reactor holds the transfer until after its handle has left libcurl.
    let context = Unmanaged.passUnretained(self).toOpaque()
    curl_shim_set_pointer(easy.handle, CURLOPT_READDATA, context)
    curl_shim_set_pointer(easy.handle, CURLOPT_PREREQDATA, context)
    curl_shim_set_data_callback(easy.handle, CURLOPT_READFUNCTION) { data, size, count, context in
      guard let data, let context else { return Int(CURL_READFUNC_ABORT) }
      let transfer = Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
      return transfer.read(into: UnsafeMutableRawBufferPointer(start: data, count: size * count))
    }
    curl_shim_set_data_callback(easy.handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
    curl_shim_set_prerequest_callback(easy.handle) { context, _, _, _, _ in
      guard let context else { return CURL_PREREQFUNC_ABORT }
      let transfer = Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
      transfer.clock.connected(at: MonotonicTime.now)
      transfer.deadlineMoved?()
      return CURL_PREREQFUNC_OK
    }
  }
}
