import Finance
import Testing

@Suite("Conformance: nav/amfi_snapshots")
struct NAVAllSuiteTests {
  static let sixColumns = ReferenceSuite("nav/amfi_snapshots/NAVAll_2025-05-16.txt.gz")
  static let oldEightColumns = ReferenceSuite("nav/amfi_snapshots/NAVAll_2017-04-13_8col.txt.gz")

  @Test("every data line of the file of 2025 is read or rejected", .enabled(if: sixColumns.isPresent))
  func fileOf2025() throws {
    let file = try accounted(Self.sixColumns, day: "2025-05-16", lines: 14_025)
    let row = try #require(file.rows.first { $0.amfiCode == "119551" })
    #expect(row.nav.value.decimalText == "107.0688")
    #expect(file.category(of: row) == "Debt Scheme - Banking and PSU Fund")
    #expect(file.fundHouse(of: row) == "Aditya Birla Sun Life Mutual Fund")
    #expect(file.isinGrowth(of: row) == "INF209KA12Z1")
  }

  @Test("every data line of the file of 2017 is read or rejected", .enabled(if: oldEightColumns.isPresent))
  func fileOf2017() throws {
    let file = try accounted(Self.oldEightColumns, day: "2017-04-13", lines: 13_661)
    let row = try #require(file.rows.first { $0.amfiCode == "125112" })
    #expect(row.nav.value.decimalText == "43.5000")
    #expect(row.nav.date.description == "2016-12-27")
  }

  /// Lines whose first field is a number are counted apart from the reader.
  private func accounted(_ suite: ReferenceSuite, day: String, lines: Int) throws -> NAVAllFile {
    let bytes = try CompressedFile.bytes(of: suite.url)
    let asOf = try #require(CivilDate(iso: day))
    let file = try NAVAllFile(bytes: bytes, asOf: asOf)
    let found = bytes.split(separator: 0x0A).count { line in
      line.contains(0x3B) && line.prefix { $0 != 0x3B }.allSatisfy { (0x30...0x39).contains($0) }
    }
    #expect(found == lines)
    #expect(file.rows.count + file.rejections.count == found)
    let reasons = NAVAllFile.Reason.allCases.map { reason in
      "\(reason.rawValue) \(file.rejections.count { $0.reason == reason })"
    }
    print("nav/amfi_snapshots \(day): \(found) cases; rejected: \(reasons.joined(separator: ", "))")
    return file
  }
}
