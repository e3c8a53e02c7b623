/// The account number structures of the SWIFT IBAN registry (ISO 13616-2).
enum IBANRegistry {
  /// The kinds of the characters after the check digits: `n` a digit, `a` a letter, `c` either.
  ///
  /// - Returns: nil for a country that has no IBAN.
  static func shape(_ first: UInt8, _ second: UInt8) -> UnsafeBufferPointer<UInt8>? {
    var entry = 0
    let size = table.utf8CodeUnitCount
    let start = table.utf8Start
    while entry + 2 < size {
      var end = entry + 2
      while end < size, start[end] != 0x20 { end += 1 }
      if start[entry] == first, start[entry + 1] == second {
        return UnsafeBufferPointer(start: start + entry + 2, count: end - entry - 2)
      }
      entry = end + 1
    }
    return nil
  }

  /// One country after the other, each its code and its structure written out.
  private static let table: StaticString = """
    ADnnnnnnnncccccccccccc AEnnnnnnnnnnnnnnnnnnn ALnnnnnnnncccccccccccccccc ATnnnnnnnnnnnnnnnn \
    AZaaaacccccccccccccccccccc BAnnnnnnnnnnnnnnnn BEnnnnnnnnnnnn BGaaaannnnnncccccccc BHaaaacccccccccccccc \
    BInnnnnnnnnnnnnnnnnnnnnnn BRnnnnnnnnnnnnnnnnnnnnnnnac BYccccnnnncccccccccccccccc CHnnnnncccccccccccc \
    CRnnnnnnnnnnnnnnnnnn CYnnnnnnnncccccccccccccccc CZnnnnnnnnnnnnnnnnnnnn DEnnnnnnnnnnnnnnnnnn \
    DJnnnnnnnnnnnnnnnnnnnnnnn DKnnnnnnnnnnnnnn DOccccnnnnnnnnnnnnnnnnnnnn EEnnnnnnnnnnnnnnnn \
    EGnnnnnnnnnnnnnnnnnnnnnnnnn ESnnnnnnnnnnnnnnnnnnnn FInnnnnnnnnnnnnn FKaannnnnnnnnnnn FOnnnnnnnnnnnnnn \
    FRnnnnnnnnnncccccccccccnn GBaaaannnnnnnnnnnnnn GEaannnnnnnnnnnnnnnn GIaaaaccccccccccccccc GLnnnnnnnnnnnnnn \
    GRnnnnnnncccccccccccccccc GTcccccccccccccccccccccccc HNaaaannnnnnnnnnnnnnnnnnnn HRnnnnnnnnnnnnnnnnn \
    HUnnnnnnnnnnnnnnnnnnnnnnnn IEaaaannnnnnnnnnnnnn ILnnnnnnnnnnnnnnnnnnn IQaaaannnnnnnnnnnnnnn \
    ISnnnnnnnnnnnnnnnnnnnnnn ITannnnnnnnnncccccccccccc JOaaaannnncccccccccccccccccc KWaaaacccccccccccccccccccccc \
    KZnnnccccccccccccc LBnnnncccccccccccccccccccc LCaaaacccccccccccccccccccccccc LInnnnncccccccccccc \
    LTnnnnnnnnnnnnnnnn LUnnnccccccccccccc LVaaaaccccccccccccc LYnnnnnnnnnnnnnnnnnnnnn MCnnnnnnnnnncccccccccccnn \
    MDcccccccccccccccccccc MEnnnnnnnnnnnnnnnnnn MKnnnccccccccccnn MNnnnnnnnnnnnnnnnn MRnnnnnnnnnnnnnnnnnnnnnnn \
    MTaaaannnnncccccccccccccccccc MUaaaannnnnnnnnnnnnnnnnnnaaa NIaaaannnnnnnnnnnnnnnnnnnn NLaaaannnnnnnnnn \
    NOnnnnnnnnnnn OMnnncccccccccccccccc PKaaaacccccccccccccccc PLnnnnnnnnnnnnnnnnnnnnnnnn \
    PSaaaaccccccccccccccccccccc PTnnnnnnnnnnnnnnnnnnnnn QAaaaaccccccccccccccccccccc ROaaaacccccccccccccccc \
    RSnnnnnnnnnnnnnnnnnn RUnnnnnnnnnnnnnnccccccccccccccc SAnncccccccccccccccccc SCaaaannnnnnnnnnnnnnnnnnnnaaa \
    SDnnnnnnnnnnnnnn SEnnnnnnnnnnnnnnnnnnnn SInnnnnnnnnnnnnnn SKnnnnnnnnnnnnnnnnnnnn SMannnnnnnnnncccccccccccc \
    SOnnnnnnnnnnnnnnnnnnn STnnnnnnnnnnnnnnnnnnnnn SVaaaannnnnnnnnnnnnnnnnnnn TLnnnnnnnnnnnnnnnnnnn \
    TNnnnnnnnnnnnnnnnnnnnn TRnnnnnncccccccccccccccc UAnnnnnnccccccccccccccccccc VAnnnnnnnnnnnnnnnnnn \
    VGaaaannnnnnnnnnnnnnnn XKnnnnnnnnnnnnnnnn YEaaaannnncccccccccccccccccc
    """
}
