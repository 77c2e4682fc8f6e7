extension PolicyTables {
  /// Calculators may let a person choose 2 % to 13 % a year, never tied to a scheme.
  ///
  /// By an AMFI circular of 2023, reviewed yearly. The row reaches back so that older portfolios are projected by the same rule.
  static let returnClampTable = #"""
    {
      "table": "return_clamp",
      "source": "AMFI circular of 2023 on illustrations, reviewed yearly; from secondary sources",
      "rows": [
        { "valid_from": "2013-01-01", "valid_to": null, "minimum": 0.02, "maximum": 0.13 }
      ]
    }
    """#
}
