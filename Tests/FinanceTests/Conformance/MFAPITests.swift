import Finance
import Foundation
import JSONKit
import Testing

@Suite("Conformance: nav/mfapi_raw")
struct MFAPITests {
  static let folder = ReferenceSuite("nav/mfapi_raw")

  @Test(
    "every day of a raw answer is a value or an absent day that is reported", .enabled(if: folder.isPresent))
  func everyDay() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.url.path).sorted()
    let asOf = try #require(CivilDate(iso: "2026-08-18"))
    for name in names {
      let json = try JSONValue(parsing: [UInt8](Data(contentsOf: Self.folder.url.appending(path: name))))
      let rows = try #require(json["data"]?.array)
      let series = try NAVSeries(mfapi: json, amfiCode: String(name.prefix { $0 != "." }), asOf: asOf)
      let priced = rows.filter { ($0["nav"]?.string.flatMap(Double.init) ?? 0) > 0 }
      #expect(series.values.count == priced.count, "\(name)")
      #expect(rows.count == priced.count || !series.issues.isEmpty, "\(name): absent days are told of")
      let newest = try #require(
        rows.first { ($0["nav"]?.string.flatMap(Double.init) ?? 0) > 0 }?["nav"]?.string)
      let last = try #require(series.values.last).value.value
      #expect(abs(last - (try #require(Double(newest)))) < 1e-9, "\(name)")
    }
    print("nav/mfapi_raw: \(names.count) cases")
    #expect(!names.isEmpty)
  }
}
