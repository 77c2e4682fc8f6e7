import NIOCore
import NIOHTTPTypes

/// Closes a connection whose peer takes longer than ``ConnectionDeadline`` allows, and counts it while it is open.
final class ConnectionDeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private var deadline: ConnectionDeadline<NIODeadlineInstant>
  private var timer: Scheduled<Void>?
  private var timerEnd: NIODeadlineInstant?
  private let connections: OpenConnections

  init(_ limits: ServerLimits, _ connections: OpenConnections) {
    self.connections = connections
    deadline = ConnectionDeadline(limits, now: .now)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    connections.opened()
    schedule(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    connections.closed()
    timer?.cancel()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: deadline.headRead(now: .now)
    case .body: break
    case .end: deadline.requestRead(now: .now)
    }
    schedule(context)
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      deadline.answerWritten(now: .now)
      schedule(context)
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    deadline.writability(isWritable: context.channel.isWritable, now: .now)
    schedule(context)
    context.fireChannelWritabilityChanged()
  }

  /// One timer a connection: a later deadline lets it run and asks again, an earlier one replaces it.
  private func schedule(_ context: ChannelHandlerContext) {
    guard let end = deadline.end else { return }
    if let timerEnd, timerEnd <= end { return }
    timer?.cancel()
    timerEnd = end
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: end.value) {
      self.timerEnd = nil
      guard let end = self.deadline.end, end <= .now else { return self.schedule(context) }
      context.close(promise: nil)
    }
  }
}
