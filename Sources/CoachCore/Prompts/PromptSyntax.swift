import Mustache

/// Parses the template of a prompt and says in words what is wrong with it.
enum PromptSyntax {
  /// The template under a name, with the machine blocks as partials.
  ///
  /// - Parameter firstLine: the line of the file the template starts at, for messages.
  /// - Throws: `CoachError` with code `invalid_prompt`, naming file and line.
  static func library(
    _ body: String, entry: String, agent: String, path: String, firstLine: Int
  ) throws(CoachError) -> MustacheLibrary {
    do {
      var library = MustacheLibrary()
      // Prompts are text: nothing in them is escaped for HTML.
      try library.register("{{% CONTENT_TYPE:TEXT}}" + body, named: entry)
      // A block is data: as the value of one variable no brace inside it can become a tag.
      for block in MachineBlocks.partials(for: agent).sorted() {
        try library.register("{{{\(MachineBlocks.variable(block))}}}", named: block)
      }
      return library
    } catch let error as MustacheTemplate.ParserError {
      let line = firstLine + max(0, error.context.lineNumber - 1)
      throw CoachError(.invalidPrompt, "\(path):\(line): \(words(error.error))", cause: error)
    } catch {
      throw CoachError(.invalidPrompt, "\(path): the template cannot be read", cause: error)
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.Error else {
      return "a tag is not closed; end it with }}"
    }
    return switch error {
    case .sectionCloseNameIncorrect: "a section is closed under another name than it was opened"
    case .unfinishedName: "a tag is not closed; end it with }}"
    case .expectedSectionEnd: "a section is not closed; end it with {{/name}}"
    case .invalidSetDelimiter: "a change of delimiters is written {{=<% %>=}}"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable:
      "a tag that begins with % is not for prompts"
    case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
      "inheritance of templates is not for prompts"
    }
  }
}
