import Foundation
import JSONKit
import Testing

@testable import Workbench

/// Conformance to the XSD of the Jenkins xUnit plugin, by libxml2.
@Suite("JUnit schema") struct JUnitSchemaTests {
  private static let schema = "junit/xsd/jenkins-junit-10.xsd"
  private static let matrix = "junit/xsd_matrix.json"

  @Test(
    "the strict profile is valid", .enabled(if: ReferenceFolder.has(schema), "junit/xsd: skipped, not found"))
  func strictIsValid() throws {
    let judge = try #require(XMLSchemaJudge(path: ReferenceFolder.file(Self.schema)))
    var inputs = [try SampleRun.input()]
    for seed in 0..<50 { inputs.append(try JUnitReportTests.randomInput(seed: UInt64(seed))) }
    let empty = RunSummary(rows: [], gates: [], run: SampleRun.provenance, usageByAgent: [])
    inputs.append(ReportInput(summary: empty, cells: [], details: [], samples: []))
    for input in inputs {
      let bytes = try JUnitReport(profile: .strict).bytes(of: JUnitDocument(input))
      #expect(judge.objections(to: try #require(ParsedXML(bytes))) == [])
    }
    print("junit/xsd: \(inputs.count) documents")
  }

  @Test(
    "the common profile is not valid there, which is why there are two",
    .enabled(if: ReferenceFolder.has(schema)))
  func commonIsNot() throws {
    let judge = try #require(XMLSchemaJudge(path: ReferenceFolder.file(Self.schema)))
    let bytes = try JUnitReport(profile: .common).bytes(of: JUnitDocument(try SampleRun.input()))
    #expect(!judge.objections(to: try #require(ParsedXML(bytes))).isEmpty)
  }

  @Test(
    "the judge agrees with the recorded verdicts on real files",
    .enabled(if: ReferenceFolder.has(matrix), "junit/samples: skipped, not found"))
  func judgeAgrees() throws {
    let judge = try #require(XMLSchemaJudge(path: ReferenceFolder.file(Self.schema)))
    let data = try Data(contentsOf: URL(fileURLWithPath: ReferenceFolder.file(Self.matrix)))
    let matrix = try #require(try JSONValue(parsing: data).object)
    var judged = 0
    for (path, verdicts) in matrix {
      let file = ReferenceFolder.file("junit/\(path)")
      guard let bytes = FileManager.default.contents(atPath: file), let xml = ParsedXML(Array(bytes)) else {
        continue
      }
      let isValid = verdicts["jenkins-junit-10.xsd"]?.bool == true
      #expect(judge.objections(to: xml).isEmpty == isValid, "\(path)")
      judged += 1
    }
    print("junit/samples: \(judged) documents")
  }
}
