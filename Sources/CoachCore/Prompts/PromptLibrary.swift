public import Foundation

/// All prompt variants of a folder, read and checked once.
///
/// A variant is a folder `<variant>/{system,task,eval}/<agent>.md`. One variant is complete; every other holds only the
/// files it changes and names its parent in their front matter.
public struct PromptLibrary: Sendable {
  /// The variants in order of name.
  public let variants: [PromptVariant]

  /// Reads every variant of a folder.
  ///
  /// - Throws: `CoachError` with code `invalid_prompt` when a file cannot be read, does not parse, uses a name nobody
  ///   supplies, or names a parent that is not there or leads back to itself.
  public init(directory: URL) throws(CoachError) {
    var own: [String: [PromptFile]] = [:]
    for folder in try Self.entries(of: directory) where folder.hasDirectoryPath {
      own[folder.lastPathComponent] = try Self.files(of: folder)
    }
    guard !own.isEmpty else {
      throw CoachError(
        .invalidPrompt, "\(directory.path) holds no prompt variant; it needs baseline/{system,task,eval}")
    }
    var variants: [PromptVariant] = []
    for name in own.keys.sorted() {
      variants.append(try Self.resolve(name, own: own))
    }
    self.variants = variants
  }

  /// The variant with a name.
  ///
  /// - Throws: `CoachError` with code `unknown_variant` listing those there are.
  public func variant(_ name: String) throws(CoachError) -> PromptVariant {
    guard let variant = variants.first(where: { $0.name == name }) else {
      let names = variants.map(\.name).joined(separator: ", ")
      throw CoachError(.unknownVariant, "no prompt variant is called \"\(name)\"; there are \(names)")
    }
    return variant
  }

  private static func resolve(_ name: String, own: [String: [PromptFile]]) throws(CoachError) -> PromptVariant
  {
    var chain: [String] = []
    var files: [String: PromptFile] = [:]
    var next: String? = name
    while let variant = next {
      guard !chain.contains(variant) else {
        throw CoachError(
          .invalidPrompt,
          "variant \(name) is its own ancestor: \((chain + [variant]).joined(separator: " > "))")
      }
      guard let ownFiles = own[variant] else {
        throw CoachError(
          .invalidPrompt, "variant \(chain.last ?? name) names the parent \"\(variant)\", which is not there")
      }
      chain.append(variant)
      for file in ownFiles {
        let key = PromptVariant.key(file.role, file.agent)
        guard let nearer = files[key] else {
          files[key] = file
          continue
        }
        if nearer.hasSettingsOnly { files[key] = PromptFile(settings: nearer, text: file) }
      }
      next = try parent(of: variant, files: ownFiles)
    }
    // The critique is off unless asked for: its prompts are no part of a run that has none.
    return PromptVariant(
      name: name, parent: chain.dropFirst().first,
      hash: PromptVariant.hash(of: files.filter { $0.value.agent != AgentName.qaCitation }), files: files)
  }

  private static func parent(of variant: String, files: [PromptFile]) throws(CoachError) -> String? {
    let parents = Set(files.compactMap(\.frontMatter.parent)).sorted()
    guard parents.count <= 1 else {
      throw CoachError(
        .invalidPrompt,
        "variant \(variant) names several parents: \(parents.joined(separator: ", ")); name one")
    }
    return parents.first
  }

  private static func files(of folder: URL) throws(CoachError) -> [PromptFile] {
    let roles = PromptFile.Role.allCases.map(\.rawValue)
    for entry in try entries(of: folder)
    where entry.hasDirectoryPath && !roles.contains(entry.lastPathComponent) {
      throw CoachError(
        .invalidPrompt,
        "prompts/\(folder.lastPathComponent)/\(entry.lastPathComponent) is read by nobody; "
          + "the folders of a variant are \(roles.joined(separator: ", "))")
    }
    var files: [PromptFile] = []
    for role in PromptFile.Role.allCases {
      let roleFolder = folder.appending(path: role.rawValue, directoryHint: .isDirectory)
      guard FileManager.default.fileExists(atPath: roleFolder.path) else { continue }
      for file in try entries(of: roleFolder) where file.pathExtension == "md" {
        let path = "\(folder.lastPathComponent)/\(role.rawValue)/\(file.lastPathComponent)"
        do {
          let source = try String(contentsOf: file, encoding: .utf8)
          files.append(
            try PromptFile(
              role: role, agent: file.deletingPathExtension().lastPathComponent, path: "prompts/\(path)",
              source: source))
        } catch let error as CoachError {
          throw error
        } catch {
          throw CoachError(.invalidPrompt, "\(file.path) cannot be read as UTF-8 text", cause: error)
        }
      }
    }
    return files
  }

  private static func entries(of folder: URL) throws(CoachError) -> [URL] {
    do {
      return try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.isDirectoryKey]
      )
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    } catch {
      throw CoachError(.invalidPrompt, "the prompt folder \(folder.path) cannot be read", cause: error)
    }
  }
}
