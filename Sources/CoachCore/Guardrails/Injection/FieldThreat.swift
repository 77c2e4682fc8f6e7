/// What a free text can carry that is meant for the machine and not for a person (domain rules §4.3).
public enum FieldThreat: String, Codable, Sendable, CaseIterable {
  /// Orders to drop, replace or add to what the machine was told.
  case instruction
  /// Asks for the machine's own instructions.
  case promptExtraction = "prompt_extraction"
  /// Gives the machine another role.
  case persona
  /// Says what the answer has to be or how it has to look.
  case outputSteering = "output_steering"
  /// Asks for what is not this investor's, or for secrets.
  case exfiltration
  /// Pretends to be a turn of a conversation.
  case roleTag = "role_tag"
  /// A call of a tool or function.
  case toolCall = "tool_call"
  /// HTML, links, images, templates or code fences.
  case markup
  /// An address on the web.
  case url
  /// Statements of a programming or query language.
  case code
  /// Text hidden in an encoding.
  case encoded
  /// What a spreadsheet would compute.
  case formula
  /// Control characters.
  case control
  /// Characters that turn the direction of writing.
  case bidi
  /// Characters no reader sees.
  case invisible
  /// Letters of several scripts in one word, to look like another.
  case mixedScript = "mixed_script"
}
