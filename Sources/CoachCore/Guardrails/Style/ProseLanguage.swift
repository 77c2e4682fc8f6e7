/// The languages prose is judged in.
enum ProseLanguage: String, Sendable {
  case english = "en"
  case hindi = "hi"
}
