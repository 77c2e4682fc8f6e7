import CCurl

/// One easy handle of libcurl, freed with its owner; used on the curl thread only.
final class CurlEasy {
  let handle: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private let errorText: UnsafeMutablePointer<CChar>

  init() throws(TransportError) {
    guard let handle = curl_easy_init() else {
      throw TransportError(.failed, "libcurl has no memory for another transfer.")
    }
    self.handle = handle
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    curl_shim_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
    set(CURLOPT_NOSIGNAL, 1)
    // Without it, freeing a transfer that still resolves its name would wait for the resolver's thread.
    set(CURLOPT_QUICK_EXIT, 1)
  }

  deinit {
    curl_easy_cleanup(handle)
    for list in lists { curl_slist_free_all(list) }
    errorText.deallocate()
  }

  /// libcurl's own words for what went wrong.
  var errorDetail: String { String(cString: errorText) }

  func set(_ option: CURLoption, _ value: Int) {
    curl_shim_set_long(handle, option, value)
  }

  func set(_ option: CURLoption, _ value: String) {
    curl_shim_set_string(handle, option, value)
  }

  /// Sets a list of strings, which lives as long as the handle.
  func set(_ option: CURLoption, _ values: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for value in values { list = curl_slist_append(list, value) ?? list }
    guard let list else { return }
    lists.append(list)
    curl_shim_set_pointer(handle, option, list)
  }

  /// Sets a body, which libcurl copies.
  func setBody(_ bytes: [UInt8]) {
    curl_shim_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
    bytes.withUnsafeBytes { raw in
      // An empty array has no address, and none would mean: ask a callback.
      let address = raw.baseAddress.map { UnsafeMutableRawPointer(mutating: $0) }
      if let address {
        curl_shim_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, address)
      } else {
        curl_shim_set_string(handle, CURLOPT_COPYPOSTFIELDS, "")
      }
    }
  }

  /// The number of a transfer, which finds it again when libcurl reports it done.
  var id: UInt64 {
    get {
      var value: UnsafeMutableRawPointer?
      curl_shim_get_pointer(handle, CURLINFO_PRIVATE, &value)
      return UInt64(UInt(bitPattern: value))
    }
    set {
      curl_shim_set_pointer(handle, CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: UInt(newValue)))
    }
  }

  /// Options every transfer has: only the schemes named, no proxy unless asked, time limits are ours.
  func configure(schemes: String, _ configuration: CurlConfiguration) {
    set(CURLOPT_PROTOCOLS_STR, schemes)
    set(CURLOPT_REDIR_PROTOCOLS_STR, schemes)
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    set(CURLOPT_CONNECTTIMEOUT, 86_400)
    set(CURLOPT_BUFFERSIZE, configuration.receiveBytes)
    set(CURLOPT_MAXAGE_CONN, Int(configuration.idleLifetime.components.seconds))
    if !configuration.usesEnvironmentProxies { set(CURLOPT_PROXY, "") }
    if let file = configuration.certificateAuthorities { set(CURLOPT_CAINFO, file) }
  }

  func long(_ info: CURLINFO) -> Int {
    var value = 0
    curl_shim_get_long(handle, info, &value)
    return value
  }

  func duration(_ info: CURLINFO) -> Duration {
    var microseconds: curl_off_t = 0
    curl_shim_get_offset(handle, info, &microseconds)
    return .microseconds(Int64(microseconds))
  }

  /// The timings so far.
  var timings: TransportTimings {
    TransportTimings(
      nameLookup: duration(CURLINFO_NAMELOOKUP_TIME_T), connect: duration(CURLINFO_CONNECT_TIME_T),
      tls: duration(CURLINFO_APPCONNECT_TIME_T), firstByte: duration(CURLINFO_STARTTRANSFER_TIME_T),
      total: duration(CURLINFO_TOTAL_TIME_T), isReused: long(CURLINFO_NUM_CONNECTS) == 0)
  }
}
