import CoachCore
import Finance
import Foundation
import HTTPTransport

extension OutboxMail {
  /// Tries to send a message.
  func fate(of message: OutboxMessage) async throws(CoachError) -> MailFate {
    guard message.addressRefs.contains("user:\(message.user):email") else { return .notWanted }
    let address: String?
    do {
      address = try await addresses.mailAddress(of: message.user)
    } catch {
      return aged(message, .waits("no_address_book"))
    }
    guard let address else { return .notWanted }
    let mail = try mail(message, to: address)
    do throws(TransportError) {
      try await transport.send(mail)
      return .sent
    } catch {
      return switch error.code {
      case .refused: .undeliverable("refused")
      case .invalidRequest: .undeliverable("invalid_address")
      case .refusedForNow: aged(message, .waits("refused_for_now"))
      default: .relayAway(error.code.description)
      }
    }
  }

  /// Gives up a message that would wait for longer than it is news.
  private func aged(_ message: OutboxMessage, _ fate: MailFate) -> MailFate {
    message.day.adding(days: Self.longestWait) < clock.indianDay ? .undeliverable("too_old") : fate
  }

  /// The mail of a message: the same whenever it is made, but for its date.
  func mail(_ message: OutboxMessage, to address: String) throws(CoachError) -> MailMessage {
    let words = NotificationMail(
      language: User.Language(rawValue: message.language) ?? .english, counts: try counts(of: message),
      hub: letterhead.hub)
    return MailMessage(
      from: letterhead.from, to: [address], subject: words.subject, text: words.text,
      date: Self.date(clock.now()), messageID: messageID(of: message.id))
  }

  /// By how much they matter, the topics of a message that the session told.
  private func counts(of message: OutboxMessage) throws(CoachError) -> NotificationMail.Counts {
    let principal = Principal(user: message.user)
    let insights = try store.insights(session: message.session, as: principal)
      .filter { message.topics.contains($0.topicKey) }.map(\.severity)
    let proposals = try store.recommendations(session: message.session, as: principal)
      .filter { message.topics.contains($0.topicKey) }.map { Insight.Severity(ofPriority: $0.priority) }
    let found = insights + proposals
    // A session whose artifacts are no longer there has told something all the same.
    return NotificationMail.Counts(found.isEmpty ? [message.severity] : found)
  }

  /// A message's id by its hash, since it holds the user's.
  func messageID(of id: String) -> String {
    let host = letterhead.from.split(separator: "@").last ?? "localhost"
    return "\(ContentHash.sha256(id).prefix(32))@\(host)"
  }

  /// An instant as RFC 5322 §3.3 writes it.
  static func date(_ instant: Date) -> String {
    instant.formatted(
      Date.VerbatimFormatStyle(
        format: """
          \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
          \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
          \(second: .twoDigits) +0000
          """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    )
  }
}
