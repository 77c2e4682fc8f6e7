import Testing

@testable import CoachService

/// The documented environment and the one that is read are the same.
@Suite("Configuration: docs/env.example")
struct EnvironmentFileTests {
  @Test("every variable that is read is there once, in order, with who reads it and whether it is a secret")
  func names() throws {
    let file = try EnvironmentFile().variables.filter { $0.readers != "nobody yet." }
    #expect(file.map(\.name) == ServiceVariable.all.map(\.name))
    for (entry, variable) in zip(file, ServiceVariable.all) {
      #expect(entry.readers == "\(variable.reader.rawValue).\(variable.isSecret ? " Secret." : "")")
      #expect(!variable.isSecret || entry.value.isEmpty)
    }
  }

  @Test("every variable of a part that is not built is there, empty")
  func unbuilt() throws {
    let file = try EnvironmentFile().variables.filter { $0.readers == "nobody yet." }
    for entry in file { #expect(entry.value.isEmpty, "\(entry.name)") }
    let names = UnbuiltPart.all.flatMap(\.variables)
    for name in names where !name.hasSuffix("*") { #expect(file.contains { $0.name == name }, "\(name)") }
    for entry in file {
      #expect(UnbuiltPart.all.contains { !$0.names(in: [entry.name: "x"]).isEmpty }, "\(entry.name)")
    }
  }

  @Test("the values in the file are the defaults")
  func defaults() throws {
    let sessions = ["AICOACH_DEVELOPMENT_SIGN_IN": "true"]
    let written = try EnvironmentFile().environment.merging(sessions) { $1 }
    let file = try ServiceConfiguration(environment: written, role: .all)
    let bare = try ServiceConfiguration(environment: sessions, role: .all)
    #expect(file.description == bare.description)
    #expect(file.limits == bare.limits)
  }
}
