extension CoachEngine {
  /// The tools its agents may call, in order of name.
  public static let tools = ToolAllowList.standard.tools
}
