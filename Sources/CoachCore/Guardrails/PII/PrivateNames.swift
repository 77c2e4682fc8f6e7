/// The words of one portfolio that must stay out of prompts, events and prose.
struct PrivateNames: Hashable, Sendable {
  /// Names, addresses and the like of the investor and the nominees: scrubbed wherever they turn up.
  var personalValues: [PersonalValue] = []
  /// Names of the schemes and fund houses held: no prose may name one, since naming one is advice.
  var schemeNames: [String] = []
}
