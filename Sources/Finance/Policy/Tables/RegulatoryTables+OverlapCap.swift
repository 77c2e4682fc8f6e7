extension RegulatoryTables {
  /// The overlap above which two equity schemes count as one; no cap was set before 2026.
  static let overlapCapTable = #"""
    {
      "table": "overlap_cap",
      "source": "SEBI circular HO/24/13/15(2)2026-IMD-RAC4/I/5764/2026 of 26-Feb-2026; from secondary sources",
      "rows": [
        { "valid_from": "2013-01-01", "valid_to": "2026-02-25", "overlap": null },
        { "valid_from": "2026-02-26", "valid_to": null, "overlap": 0.5 }
      ]
    }
    """#
}
