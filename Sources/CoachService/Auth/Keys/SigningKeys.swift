public import Foundation

/// The façade's keys along time: which one signs, and which are published.
///
/// A new key is published first and signs only after ``lead``, so that every reader has had the time to fetch it; the
/// old one stays published until the last token it signed is over everywhere. All of it follows from the time asked
/// about, so a rotation is one call and needs no timer.
public struct SigningKeys: Sendable {
  /// How long a new key is published before it signs: twice what a reader may wait between two fetches.
  public static let lead: TimeInterval = 60
  /// How long an old key stays published after its last signature: the longest life of a token and the skew.
  public static let overlap: TimeInterval = 600 + 30
  private static let maximumKeys = 8

  private struct Entry {
    let key: SigningKey
    let signsFrom: Date
    var publishedUntil: Date
  }

  private var entries: [Entry]

  /// Starts with a key that signs at once, and others that are published beside it until the next rotation.
  ///
  /// The others are those that signed before, or will in another process soon.
  ///
  /// - Throws: `KeyError` for one key twice, or too many.
  public init(_ current: SigningKey, alsoPublished others: [SigningKey] = []) throws(KeyError) {
    entries = (others + [current]).map {
      Entry(key: $0, signsFrom: .distantPast, publishedUntil: .distantFuture)
    }
    guard Set(entries.map(\.key.id)).count == entries.count, entries.count <= Self.maximumKeys else {
      throw KeyError(.conflict, "One key is given twice, or more than \(Self.maximumKeys) are.")
    }
  }

  /// Publishes a key, which signs from ``lead`` on, and lets the others go when their time has come.
  ///
  /// - Throws: `KeyError` when the key is there already, or too many are.
  public mutating func add(_ key: SigningKey, at now: Date) throws(KeyError) {
    var kept = entries.filter { $0.publishedUntil > now }
    guard kept.count < Self.maximumKeys, !kept.contains(where: { $0.key.id == key.id }) else {
      throw KeyError(.conflict, "The key is published already, or too many are. Wait for old ones to retire.")
    }
    let start = now.addingTimeInterval(Self.lead)
    for index in kept.indices where kept[index].publishedUntil == .distantFuture {
      kept[index].publishedUntil = start.addingTimeInterval(Self.overlap)
    }
    kept.append(Entry(key: key, signsFrom: start, publishedUntil: .distantFuture))
    entries = kept
  }

  /// The key that signs at a time.
  public func current(at now: Date) -> SigningKey {
    // The first entry stands in for a clock that went back behind every start; there is always one.
    (entries.last { $0.signsFrom <= now } ?? entries[0]).key
  }

  /// The public keys to publish at a time.
  public func published(at now: Date) -> [VerificationKey] {
    entries.filter { $0.publishedUntil > now }.map(\.key.verificationKey)
  }

  /// The key set document at a time (RFC 7517).
  public func jwks(at now: Date) -> [UInt8] { KeySetDocument.bytes(published(at: now)) }
}
