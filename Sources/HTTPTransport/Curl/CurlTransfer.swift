import CCurl

/// One transfer on the curl thread; nothing of it is touched by another thread.
protocol CurlTransfer: AnyObject {
  var easy: CurlEasy { get }
  var clock: PhaseClock { get set }

  /// Called when a phase began, whose limit may come before the one awaited.
  var deadlineMoved: (() -> Void)? { get set }

  /// Why one of our own callbacks or limits ended it, which says more than curl's code.
  var failure: TransportError? { get set }

  /// Where it goes, fit for a log.
  var place: String { get }

  /// What a code of libcurl means here, or nil for a good end.
  func outcome(_ result: CURLcode) -> TransportError?

  /// Hands the outcome to the one who waits; called once, before the handle is freed.
  func conclude(_ failure: TransportError?)
}
