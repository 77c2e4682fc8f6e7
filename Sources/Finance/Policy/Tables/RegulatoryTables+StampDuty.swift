extension RegulatoryTables {
  static let stampDutyTable = #"""
    {
      "table": "stamp_duty",
      "source": "Indian Stamp Act as amended from 1-Jul-2020; parts per million of the net investment; from secondary sources",
      "rows": [
        { "valid_from": "1990-01-01", "valid_to": "2020-06-30", "purchase": 0, "transfer": 0 },
        { "valid_from": "2020-07-01", "valid_to": null, "purchase": 50, "transfer": 150 }
      ]
    }
    """#
}
