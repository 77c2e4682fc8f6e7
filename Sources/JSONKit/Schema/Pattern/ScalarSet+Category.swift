extension ScalarSet {
  /// The set of a Unicode general category by its short or long name, as in `\p{Lu}`; nil for another name.
  init?(categoryNamed name: String) {
    guard let categories = Self.categories(named: name) else { return nil }
    self.init(categories: categories)
  }

  private static func categories(named name: String) -> [Unicode.GeneralCategory]? {
    switch name {
    case "L", "Letter":
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
    case "LC", "Cased_Letter": [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
    case "M", "Mark", "Combining_Mark": [.nonspacingMark, .spacingMark, .enclosingMark]
    case "N", "Number": [.decimalNumber, .letterNumber, .otherNumber]
    case "P", "Punctuation", "punct":
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation,
      ]
    case "S", "Symbol": [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
    case "Z", "Separator": [.spaceSeparator, .lineSeparator, .paragraphSeparator]
    case "C", "Other": [.control, .format, .surrogate, .privateUse, .unassigned]
    default: category(named: name).map { [$0] }
    }
  }

  private static func category(named name: String) -> Unicode.GeneralCategory? {
    switch name {
    case "Lu", "Uppercase_Letter": .uppercaseLetter
    case "Ll", "Lowercase_Letter": .lowercaseLetter
    case "Lt", "Titlecase_Letter": .titlecaseLetter
    case "Lm", "Modifier_Letter": .modifierLetter
    case "Lo", "Other_Letter": .otherLetter
    case "Mn", "Nonspacing_Mark": .nonspacingMark
    case "Mc", "Spacing_Mark": .spacingMark
    case "Me", "Enclosing_Mark": .enclosingMark
    case "Nd", "Decimal_Number", "digit": .decimalNumber
    case "Nl", "Letter_Number": .letterNumber
    case "No", "Other_Number": .otherNumber
    case "Pc", "Connector_Punctuation": .connectorPunctuation
    case "Pd", "Dash_Punctuation": .dashPunctuation
    case "Ps", "Open_Punctuation": .openPunctuation
    case "Pe", "Close_Punctuation": .closePunctuation
    case "Pi", "Initial_Punctuation": .initialPunctuation
    case "Pf", "Final_Punctuation": .finalPunctuation
    case "Po", "Other_Punctuation": .otherPunctuation
    case "Sm", "Math_Symbol": .mathSymbol
    case "Sc", "Currency_Symbol": .currencySymbol
    case "Sk", "Modifier_Symbol": .modifierSymbol
    case "So", "Other_Symbol": .otherSymbol
    case "Zs", "Space_Separator": .spaceSeparator
    case "Zl", "Line_Separator": .lineSeparator
    case "Zp", "Paragraph_Separator": .paragraphSeparator
    case "Cc", "Control", "cntrl": .control
    case "Cf", "Format": .format
    case "Cs", "Surrogate": .surrogate
    case "Co", "Private_Use": .privateUse
    case "Cn", "Unassigned": .unassigned
    default: nil
    }
  }
}
