/// A part of the design that this build does not have; its variables are refused, so that nobody believes it works.
struct UnbuiltPart {
  /// The variables; one that ends in `*` stands for all that begin so.
  let variables: [String]
  /// What they would be for.
  let purpose: String
  /// What is there in its place.
  let instead: String

  static let all = [
    UnbuiltPart(
      variables: ["SUPABASE_URL", "SUPABASE_ANON_KEY", "SUPABASE_SERVICE_KEY"],
      purpose: "the store in Supabase", instead: "everything is kept in the SQLite file AICOACH_STORE_PATH"),
    UnbuiltPart(
      variables: ["KV_REST_API_URL", "KV_REST_API_TOKEN"], purpose: "the key-value store of Upstash",
      instead: "keys and values are kept in the SQLite file AICOACH_STORE_PATH"),
    UnbuiltPart(
      variables: ["OPENAI_API_KEY"], purpose: "models of OpenAI",
      instead: "the embedded model writes the prose"),
    UnbuiltPart(
      variables: ["PERPLEXITY_API_KEY"], purpose: "research by Perplexity",
      instead: "research looks into the engine's own passages"),
    UnbuiltPart(
      variables: ["SENTRY_DSN"], purpose: "error reports to Sentry", instead: "errors are in the log"),
    UnbuiltPart(
      variables: ["LANGFUSE_*"], purpose: "traces in Langfuse",
      instead: "spans go to the tracer of the process"),
  ]

  /// The names of an environment that belong to the part, sorted.
  func names(in environment: [String: String]) -> [String] {
    environment.keys.filter { name in
      variables.contains { $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : name == $0 }
    }.sorted()
  }

  /// What to tell who sets one.
  var message: String {
    "It is for \(purpose), which this build does not have: \(instead). Unset the variable."
  }
}
