import CoachCore
import Foundation
import Testing

@Suite("Prompt library")
struct PromptLibraryTests {
  /// A folder of prompts that is gone when the test is.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "prompts-\(UUID().uuidString)")

    init(_ files: [String: String]) throws {
      for (path, text) in files {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private let task = "{{state}}\n{{> facts}}\n{{> contract}}\n"

  private func error(_ files: [String: String]) throws -> CoachError? {
    let folder = try Folder(files)
    return #expect(throws: CoachError.self) { try PromptLibrary(directory: folder.url) }
  }

  @Test("the project's own prompts load")
  func own() throws {
    let library = try PromptLibrary(directory: ProjectFolder.root.appending(path: "prompts"))
    #expect(try library.variant("baseline").hash.count == 64)
    let error = #expect(throws: CoachError.self) { try library.variant("baselin") }
    #expect(error?.code == .unknownVariant)
    #expect(error?.message.contains("baseline") == true)
  }

  @Test("a name nobody supplies is an error at load, with file and line")
  func unknownName() throws {
    let found = try error([
      "baseline/task/goal_insights.md": "---\ntone: plain\n---\nhello\n{{nickname}}\n" + task
    ])
    #expect(found?.code == .invalidPrompt)
    #expect(found?.message.hasPrefix("prompts/baseline/task/goal_insights.md:5:") == true)
    #expect(found?.message.contains("nickname") == true)
  }

  @Test("a name in a section is checked like any other, a comment is not")
  func sections() throws {
    #expect(try error(["baseline/task/goal_insights.md": "{{#nickname}}x{{/nickname}}" + task]) != nil)
    let folder = try Folder(["baseline/task/goal_insights.md": "{{! nickname }}" + task])
    _ = try PromptLibrary(directory: folder.url)
  }

  @Test("a task without its machine blocks, and a partial there is not, are errors")
  func partials() throws {
    #expect(try error(["baseline/task/a.md": "{{> facts}}"])?.message.contains("{{> contract}}") == true)
    #expect(try error(["baseline/task/a.md": task + "{{> story}}"])?.message.contains("story") == true)
  }

  @Test("a template that does not parse, a setting nobody reads and values out of range are errors")
  func frontMatter() throws {
    let bad = [
      "{{#state}}" + task, "---\ntone: loud\n---\n" + task, "---\nmax_words: 5\n---\n" + task,
      "---\ncolour: red\n---\n" + task, "---\ntone plain\n---\n" + task, "---\ntone: plain\n" + task,
    ]
    for text in bad {
      #expect(try error(["baseline/task/a.md": text])?.code == .invalidPrompt, "\(text)")
    }
  }

  @Test("a variant overlays its parent, and its hash is its own")
  func overlay() throws {
    let folder = try Folder([
      "baseline/task/a.md": task, "baseline/system/a.md": "You are {{agent}}.",
      "terse/system/a.md": "---\nparent: baseline\n---\nBe short.",
    ])
    let library = try PromptLibrary(directory: folder.url)
    let terse = try library.variant("terse")
    #expect(terse.parent == "baseline")
    #expect(terse.hash != (try library.variant("baseline")).hash)
  }

  @Test(
    "a template that does not parse is told by file and line, in words and without the parser's own",
    arguments: [
      ("{{#state}}\nx\n{{/lever}}\n", 6, "another name"), ("x\n{{state\n", 6, "not closed"),
      ("{{#state}}\nx\n", 9, "{{/name}}"), ("{{% CONFIG:X}}\n", 4, "not for prompts"),
    ])
  func syntax(text: String, line: Int, words: String) throws {
    let found = try #require(try error(["baseline/task/a.md": "---\ntone: plain\n---\n" + text + task]))
    #expect(found.message.hasPrefix("prompts/baseline/task/a.md:\(line): "), "\(found.message)")
    #expect(found.message.contains(words), "\(found.message)")
    for word in ["Mustache", "ParserError", "context", "CONTENT_TYPE"] {
      #expect(!found.message.contains(word))
    }
  }

  @Test("a file of settings only has its parent's text, and says so when no parent has any")
  func settingsOnly() throws {
    var files: [String: String] = [:]
    let baseline = ProjectFolder.root.appending(path: "prompts/baseline")
    for role in ["system", "task", "eval"] {
      for agent in AgentName.writers {
        let path = "\(role)/\(agent).md"
        files["baseline/\(path)"] = try String(contentsOf: baseline.appending(path: path), encoding: .utf8)
      }
    }
    files["concise/task/goal_insights.md"] = "---\nparent: baseline\ntone: concise\n---\n\n"
    let folder = try Folder(files)
    let library = try PromptLibrary(directory: folder.url)
    let concise = try library.variant("concise")
    try concise.requireComplete()
    #expect(concise.hash != (try library.variant("baseline")).hash)
    files["baseline/task/goal_insights.md"] = "---\ntone: plain\n---\n"
    let bare = try Folder(files)
    let textless = try PromptLibrary(directory: bare.url).variant("concise")
    let found = #expect(throws: CoachError.self) { try textless.requireComplete() }
    #expect(
      found?.message.contains("prompts/concise/task/goal_insights.md holds settings and no text") == true)
  }

  @Test(
    "the prompts of the critique: a draft in the question, remarks without codes, and part of the hash in use only"
  )
  func critique() throws {
    let question = task + "{{> draft}}\n"
    let read = "baseline/task/qa_citation.md"
    #expect(try error([read: task])?.message.contains("{{> draft}}") == true)
    #expect(try error(["baseline/task/goal_insights.md": question])?.message.contains("draft") == true)
    #expect(try error(["baseline/eval/qa_citation.md": "{{rail}}"])?.message.contains("rail") == true)
    let plain = try Folder(["baseline/task/a.md": task])
    let bare = try PromptLibrary(directory: plain.url).variant("baseline")
    let files = [
      "baseline/task/a.md": task, read: question, "baseline/system/qa_citation.md": "{{tone}}",
      "baseline/eval/qa_citation.md": "{{#reasons}}{{text}}{{/reasons}}",
    ]
    let folder = try Folder(files)
    let full = try PromptLibrary(directory: folder.url).variant("baseline")
    #expect(full.hash == bare.hash)
    #expect(try full.withCritique().hash != full.hash)
    let missing = #expect(throws: CoachError.self) { try bare.withCritique() }
    #expect(missing?.message.contains("qa_citation.md") == true)
  }

  @Test("a parent that is not there, two parents and a circle are errors")
  func parents() throws {
    #expect(try error(["a/task/x.md": "---\nparent: ghost\n---\n" + task])?.message.contains("ghost") == true)
    let circle = [
      "a/task/x.md": "---\nparent: b\n---\n" + task, "b/task/x.md": "---\nparent: a\n---\n" + task,
    ]
    #expect(try error(circle)?.message.contains("ancestor") == true)
    let two = ["a/task/x.md": "---\nparent: b\n---\n" + task, "a/system/x.md": "---\nparent: c\n---\nhi"]
    #expect(try error(two)?.code == .invalidPrompt)
  }

  @Test("an empty folder and a file that is not UTF-8 are errors")
  func unreadable() throws {
    #expect(try error([:]) != nil)
    let folder = try Folder(["baseline/task/a.md": task])
    try Data([0xff, 0xfe, 0x00]).write(to: folder.url.appending(path: "baseline/task/b.md"))
    #expect(throws: CoachError.self) { try PromptLibrary(directory: folder.url) }
  }
}
