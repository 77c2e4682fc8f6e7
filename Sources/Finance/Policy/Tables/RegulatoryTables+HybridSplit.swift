extension RegulatoryTables {
  /// What a hybrid scheme counts as when its own holdings are not known.
  static let hybridSplitTable = #"""
    {
      "table": "hybrid_split",
      "source": "conventions of this project",
      "rows": [
        { "valid_from": "2013-01-01", "valid_to": null, "equity": 0.65, "debt": 0.35 }
      ]
    }
    """#
}
