public import Finance
public import JSONKit

/// One number, date or state that deterministic code computed and prose may cite.
///
/// A person never reads a figure that is not a fact: tools make facts, the model cites them by id, and the rails prove
/// each citation. Ids are stable across runs (`goal.g2.shortfall`), so goldens can be compared.
public struct Fact: Codable, Hashable, Sendable {
  /// What a fact's value counts in.
  public enum Unit: String, Codable, Sendable, CaseIterable {
    case inr = "INR"
    case ratio
    case percentPoint = "percent_point"
    case months
    case years
    case count
    case units
    case nav
    case date
    case enumeration = "enum"
  }

  /// How far a fact can be relied on.
  public enum Quality: String, Codable, Sendable, CaseIterable {
    case exact
    case estimate
    case assumption
    case stale
  }

  /// The forms a person reads: `en` and `hi` in full, `short` for tables.
  public struct Display: Codable, Hashable, Sendable {
    /// English, for example `₹21.98 L`.
    public let en: String
    /// Hindi, for example `₹21.98 लाख`.
    public let hi: String
    /// The shortest form that keeps the precision of `en`.
    public let short: String

    /// Makes the three forms.
    public init(en: String, hi: String, short: String) {
      self.en = en
      self.hi = hi
      self.short = short
    }

    /// The full form in a language; English for any but `hi`.
    public func text(in language: String) -> String { language == "hi" ? hi : en }
  }

  /// A row of the portfolio the fact was computed from.
  public struct Row: Codable, Hashable, Sendable {
    /// The list the row stands in: `goal`, `holding`, `sip`, `nav`.
    public let table: String
    /// The row's run-local id.
    public let id: String

    /// Names a row.
    public init(table: String, id: String) {
      self.table = table
      self.id = id
    }
  }

  /// Stable dotted id, unique in a run.
  public let id: String
  /// What the fact is, in words a prompt may carry.
  public let name: String
  /// The value: a number (rupees with paise, ratios as fractions of one) or a text (date, state).
  public let value: FactValue
  /// The unit of `value`.
  public let unit: Unit
  /// The IST date the fact holds for.
  public let asOf: CivilDate
  /// The tool that computed it.
  public let tool: String
  /// The tool's version, so that a changed formula is visible.
  public let toolVersion: String
  /// The conventions it was computed under, for example `{"rate_convention": "effective"}`.
  public let params: JSONObject
  /// SHA-256 of the canonical JSON of everything that went in, in lower-case hex.
  public let inputsHash: String
  /// The portfolio rows it rests on.
  public let rows: [Row]
  /// How far it can be relied on.
  public let quality: Quality
  /// The forms a person reads.
  public let display: Display

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, value, unit
    case asOf = "as_of"
    case tool
    case toolVersion = "tool_version"
    case params
    case inputsHash = "inputs_hash"
    case rows, quality, display
  }

  /// Makes a fact from its parts.
  public init(
    id: String, name: String, value: FactValue, unit: Unit, asOf: CivilDate, tool: String,
    toolVersion: String,
    params: JSONObject, inputsHash: String, rows: [Row], quality: Quality, display: Display
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.unit = unit
    self.asOf = asOf
    self.tool = tool
    self.toolVersion = toolVersion
    self.params = params
    self.inputsHash = inputsHash
    self.rows = rows
    self.quality = quality
    self.display = display
  }
}
