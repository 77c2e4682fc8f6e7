extension RegulatoryTables {
  static let cutoffsTable = #"""
    {
      "table": "cutoffs",
      "source": "SEBI circulars on applicable NAV (funds realised from 1-Feb-2021; overnight funds online from 1-Jun-2025); from secondary sources",
      "rows": [
        {
          "valid_from": "2021-02-01", "valid_to": "2025-05-31",
          "purchase": "15:00", "liquid_purchase": "13:30", "redemption": "15:00",
          "overnight_online_redemption": "15:00"
        },
        {
          "valid_from": "2025-06-01", "valid_to": null,
          "purchase": "15:00", "liquid_purchase": "13:30", "redemption": "15:00",
          "overnight_online_redemption": "19:00"
        }
      ]
    }
    """#
}
