public import Finance

/// One request to the coach: who asks, why, as of when, and under which options.
public struct CoachRequest: Codable, Hashable, Sendable {
  /// Why the coach runs.
  public enum Trigger: String, Codable, Sendable, CaseIterable {
    case onDemand = "on_demand"
    case dataChange = "data_change"
    case scheduled
  }

  /// When prose leaves the engine.
  public enum Delivery: String, Codable, Sendable, CaseIterable {
    /// Each artifact whole, once it is proved.
    case whole
    /// Besides, sentence by sentence as each passes the rails that can judge it alone.
    case sentences
  }

  /// Choices the caller makes; what is left out takes the engine's default.
  public struct Options: Codable, Hashable, Sendable {
    /// The prompt variant, `baseline` unless named.
    public var variant: String
    /// The model, `composer` unless named.
    public var model: String
    /// BCP 47 language of the prose; the investor's own unless named.
    public var language: String?
    /// Whether tools that look things up outside may be called; off unless asked for.
    public var research: Bool
    /// When prose leaves the engine; whole artifacts unless asked for.
    public var delivery: Delivery
    /// The model that reads each draft that has passed and may ask for one more; nil for none.
    public var critique: String?
    /// The most the session may take; it can lower the engine's own cap, never raise it.
    public var budget: BudgetCap?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case variant, model, language, research, delivery, critique, budget
    }

    /// Makes options.
    public init(
      variant: String = "baseline", model: String = "composer", language: String? = nil,
      research: Bool = false, delivery: Delivery = .whole, critique: String? = nil, budget: BudgetCap? = nil
    ) {
      self.variant = variant
      self.model = model
      self.language = language
      self.research = research
      self.delivery = delivery
      self.budget = budget
      self.critique = critique
    }

    /// Reads options; what is left out takes its default.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      variant = try container.decode(String.self, forKey: .variant)
      model = try container.decode(String.self, forKey: .model)
      language = try container.decodeIfPresent(String.self, forKey: .language)
      research = try container.decodeIfPresent(Bool.self, forKey: .research) ?? false
      delivery = try container.decodeIfPresent(Delivery.self, forKey: .delivery) ?? .whole
      budget = try container.decodeIfPresent(BudgetCap.self, forKey: .budget)
      critique = try container.decodeIfPresent(String.self, forKey: .critique)
    }
  }

  /// The run-local id of the investor.
  public var user: String
  /// Why the coach runs.
  public var trigger: Trigger
  /// The IST date everything is computed for.
  public var asOf: CivilDate
  /// Goals to look at, by id; empty means all active ones.
  public var scope: [String]
  /// Repeats of a request under the same key are one request (8–128 characters).
  public var idempotencyKey: String?
  /// Choices the caller makes.
  public var options: Options

  enum CodingKeys: String, CodingKey, CaseIterable {
    case user, trigger
    case asOf = "as_of"
    case scope
    case idempotencyKey = "idempotency_key"
    case options
  }

  /// Makes a request.
  public init(
    user: String, trigger: Trigger = .onDemand, asOf: CivilDate, scope: [String] = [],
    idempotencyKey: String? = nil, options: Options = Options()
  ) {
    self.user = user
    self.trigger = trigger
    self.asOf = asOf
    self.scope = scope
    self.idempotencyKey = idempotencyKey
    self.options = options
  }
}
