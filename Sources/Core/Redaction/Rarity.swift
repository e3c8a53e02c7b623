/// What is rare in prose, code and logs.
struct Rarity {
  /// How common a trigram is: the larger, the more. By `TextBlock.filterIndex`, since one that shares its place in the
  /// filter with a common one is met as often.
  private let levels: UnsafeMutablePointer<UInt8>

  /// - Complexity: about 20 µs.
  init() {
    levels = .allocate(capacity: TextBlock.filterSize)
    levels.initialize(repeating: 0, count: TextBlock.filterSize)
    let text = Bytes(Self.commonTrigrams)
    for offset in stride(from: text.count - 3, through: 0, by: -3) {
      let index = TextBlock.filterIndex(text[offset], text[offset + 1], text[offset + 2])
      levels[index] = UInt8(255 - 254 * offset / text.count)
    }
  }

  /// Whoever is done gives the memory back.
  func deallocate() {
    levels.deallocate()
  }

  /// The offset of the three bytes that ordinary text holds least, 0 in a literal of fewer.
  func rarestTrigram(of literal: Bytes) -> Int {
    var rarest = (offset: 0, weight: Int.max)
    for offset in 0..<max(literal.count - 2, 0) {
      let weight = weight(literal[offset], literal[offset + 1], literal[offset + 2])
      if weight < rarest.weight { rarest = (offset, weight) }
    }
    return rarest.offset
  }

  /// A trigram of the list counts by its rank, and any other by its letters.
  private func weight(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(levels[TextBlock.filterIndex(first, second, third)]) << 20
      | Self.commonness(first) &* Self.commonness(second) &* Self.commonness(third)
  }

  /// How often a byte stands in ordinary text, in rough hundredths.
  @inline(__always)
  private static func commonness(_ byte: UInt8) -> Int {
    switch byte {
    case 0x20: 15
    case UInt8(ascii: "e"), UInt8(ascii: "t"): 10
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "r"),
      UInt8(ascii: "s"):
      7
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "m"),
      UInt8(ascii: "p"), UInt8(ascii: "u"):
      4
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "g"): 2
    default: 1
    }
  }

  /// The thousand commonest trigrams, the commonest first, of some 15 MB: the standard library of Python, the
  /// documentation of Debian, and JSON files, a third to a half each, in lower case.
  private static let commonTrigrams: StaticString = #"""
    iontioingcomargconentrge costr thompest reforameitetesatethelibnam li inlartertripro tetypypeatiandperrin togetonf\#
     maintstanfi.coopefighe or gomileonsersed selfilxla seineelfortresecttardefstsalladderaert fose.ratmen an de (rrea\#
    neron er /lilinibgparefiiseaccto uitin odebledatc: redsuircebgotsuverourte/cti sttrachertimp.ikesound iti nelikess\#
     nourcieswisropntenewng ewiaininie/lkewuseniturenstakeistes rantor: lommovelf.insabl adassext pris tedvalendse gen\#
    sermatord fikeyif setworlic.c:aceptitie of: rigugurmakfinle.mp_e teadtexsiocodenecha ifpor: nntiprepatuncgnuithopt\#
    of movizeherpr et_ paew 202not ishatidehanreglexlene atinre.thocescalstetem: aegedenturdb.ultlasdernumnalclaloc.in\#
    exeromexpereagetimrouret usmonequntatatrefre as 201modicetrelseathattareachte awsasearaan witerrle elefroalsmai: d\#
    mplpaclesemonce naifinctt.cang alc-cartali wi200ontdd outspafiee: urnoneimpinc_inacktruxer.ccpenormminrec diharona\#
     moluealpsinndec (-co tr fron/ataom desern chaluenauilcatutersiditthieritchreqetucc-oace iindqueliskefremappntsd t\#
    _coesobuimetato taengtaned.ritfunr tesp catagigns a su doramarsgroan/ whve bere.ie cfixrt ieren mar2-0pleobjorge f\#
     bee sst clu faat.mmo extairtrensirerepancth arn_reedhencetefalnonric.oruesdhaacts tdisll nseig/reecac2xlreneve022\#
    posludplaailautrororepriot  byjectif opnt b.rngtngeose_stoup: fme.tabvarrron thisdirncl 20 keianimeimis =s.crn loa\#
    at atc buive sioun asudeeampol sowarthawhief (se onrmabjeer.gth_dea-zp.osiger_umembelatmaxostica.oaariolit tltiigh\#
    me mes arn: butcc tensub haralss ywoeywkenervleaccersep.cmpodec/pre ost.nedloo orildplice ialws:mmessiokeoffcolarc\#
     itsesput vacopon.agsgcceliin:ttef trib22-s: ecoticeatlloviccerng.arrts undhor meolentrityes.t ieta4xlemeginte.ary\#
     ..stos fghtfla dans s iantuenuctcreit to.ded.deocktokld rs he.sanal umbnetgraaulgereck.f9dinly e.clerustmant adel\#
    hitlowde n specupdn af90raputhrolts. gepdar atalhecopy0-9inf/dew temslag: uardcurcansca clefavedese/10oadcc_u00_ma\#
    ctoria_taedi puiltjakelsups upracfloastuleicyescr chenmerqui90: jatompop sa enbasscrtry lo: 1d asse:awndimemed_nus\#
    fau imibusup001rchsonsedlle vee p0: ddinat unut clouni 19lite ldev ledrettr miet tea_lid oit_ry.oduerycri elakulan\#
    wrion_ruerra199ocakubmitmaprie: mmizooll.cry s ost_senenoe =ch _sespe_pauntonlwin.fole_orynfodondlent.cend ihttttp\#
    riglaced- fuarkuppmorilictud mstige e ddoc waor_ns/-c- lact ichcoreviinae.mill ape.arovrs.te_(gooriletuir.r6dules/\#
    8xldepiasrocrelcc:losielorks nxlerayninphaulld soopre:ripbace mearstd tys sade nucepeasinune tuale-_geoth_lot omul\#
    t fboot sthrrucwherissecutid bus.hasepr-01cygzernu.micck med po.xlmasxpr: slogventaceptt cnor.lase_.4xoinppendl bo\#
    gmeix r i gonly020tilferbitsystiacas.2xnne ray.cempuatgnelphemap.fu.ones_prby n iavebininltiv: cd f: .et-shavecor:\#
    ams01-on-ue ecleldos rai_exaskrre_nant_lprzedublbe -11r: ygrittoottas pyic sch hehosansygngleollppoe npasker-lisiz\#
    freelle g010debonggd.e rtrolemexcondtlsanyexi acalerdsgesomaliahrepygors/coote.c imakin-1.puns (nleno _tettonsin (\#
    ouliab.8xr frd  sprteissncoeroiptrun
    """#
}
