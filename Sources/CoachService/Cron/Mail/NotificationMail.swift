import CoachCore
import Finance

/// The words of a notification: how many things wait by how much they matter, and where to read them.
///
/// Mail is read by whoever sees the screen, so it names no goal, no fund and no amount. The same notification has the
/// same words whenever it is sent.
struct NotificationMail: Hashable, Sendable {
  /// Things by how much they matter.
  struct Counts: Hashable, Sendable {
    private(set) var action = 0
    private(set) var attention = 0
    private(set) var info = 0

    init(_ severities: some Sequence<Insight.Severity>) {
      for severity in severities {
        switch severity {
        case .action: action += 1
        case .attention: attention += 1
        case .info: info += 1
        }
      }
    }
  }

  let language: User.Language
  let counts: Counts
  /// Where users read their coach and set what they want to hear.
  let hub: String

  var subject: String {
    switch language {
    case .english: "Your money coach has something for you"
    case .hindi: "आपके मनी कोच के पास आपके लिए कुछ है"
    }
  }

  var text: String {
    switch language {
    case .english: english
    case .hindi: hindi
    }
  }

  private var english: String {
    let lines = [
      line(counts.action, "1 thing to act on", "things to act on"),
      line(counts.attention, "1 thing to keep an eye on", "things to keep an eye on"),
      line(counts.info, "1 thing good to know", "things good to know"),
    ].compactMap(\.self)
    return """
      Hello,

      your money coach has looked at your goals. This waits for you:

      \(lines.joined(separator: "\n"))

      Read it here: \(hub)

      This mail holds no amounts and no names of funds; those are shown only after you sign in.

      You get it because you asked for mail from your coach. To stop, turn mail off in the coach's settings: \(hub)

      """
  }

  private var hindi: String {
    let lines = [
      line(counts.action, "1 बात, जिस पर कदम उठाना है", "बातें, जिन पर कदम उठाना है"),
      line(counts.attention, "1 बात, जिस पर नज़र रखनी है", "बातें, जिन पर नज़र रखनी है"),
      line(counts.info, "1 बात, जो जानने लायक है", "बातें, जो जानने लायक हैं"),
    ].compactMap(\.self)
    return """
      नमस्ते,

      आपके मनी कोच ने आपके लक्ष्यों को देखा है। आपके लिए यह है:

      \(lines.joined(separator: "\n"))

      यहाँ पढ़ें: \(hub)

      इस मेल में कोई रकम और किसी फंड का नाम नहीं है; वे साइन इन करने के बाद ही दिखते हैं।

      यह मेल आपको इसलिए मिला है क्योंकि आपने अपने कोच से मेल माँगा था। इसे बंद करने के लिए कोच की सेटिंग में मेल बंद करें: \(hub)

      """
  }

  private func line(_ count: Int, _ one: String, _ many: String) -> String? {
    switch count {
    case 0: nil
    case 1: "- \(one)"
    default: "- \(count) \(many)"
    }
  }
}
