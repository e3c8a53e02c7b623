extension BuiltInRules {
  /// Numbers that states give to people, firms and cars; off by default. One rule a line of JSON, in the form that
  /// `redact --print-rules` writes and `--rules` reads.
  static let national: StaticString = #"""
    {"id":"au-abn","category":"national","description":"Australian business number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{2}([ ]?)\\d{3}\\g{-1}\\d{3}\\g{-1}\\d{3})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"AU_ABN","group":1,"check":"au-abn","source":"https://abr.business.gov.au/Help/AbnFormat",\#
    "positives":["no. 26846563213","no. 61 149 131 677"],\#
    "negatives":["no. 23267938143","x26846563213","no. 2684656321377"]}
    {"id":"au-acn","category":"national","description":"Australian company number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{3}([ ]?)\\d{3}\\g{-1}\\d{3})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"AU_ACN","group":1,"check":"au-acn","source":"https://asic.gov.au/for-business/registering-a-company/",\#
    "positives":["no. 093056529","no. 413 078 716"],"negatives":["no. 168281264","x093056529","no. 09305652977"]}
    {"id":"au-medicare","category":"national","description":"Australian Medicare card number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:[2-6]\\d{3}([ ]?)\\d{5}\\g{-1}\\d(?:[ /-]\\d)?)(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"AU_MEDICARE","group":1,"check":"au-medicare",\#
    "source":"https://www.servicesaustralia.gov.au/medicare-card","positives":["no. 3261169572","no. 4116 73420 7"],\#
    "negatives":["no. 3509619239","x3261169572","no. 326116957277"]}
    {"id":"au-tfn","category":"national","description":"Australian tax file number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{3}([ ]?)\\d{3}\\g{-1}\\d{3})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"AU_TFN","group":1,"check":"au-tfn",\#
    "source":"https://www.ato.gov.au/individuals-and-families/tax-file-number",\#
    "positives":["no. 805169784","no. 159 425 947"],"negatives":["no. 355032624","x805169784","no. 80516978477"]}
    {"id":"ca-sin","category":"national","description":"Canadian social insurance number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{3}([ -]?)\\d{3}\\g{-1}\\d{3})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"CA_SIN","group":1,"check":"ca-sin",\#
    "source":"https://www.canada.ca/en/employment-social-development/services/sin.html",\#
    "positives":["no. 983263898","no. 517 279 584","no. 470-453-457"],\#
    "negatives":["no. 769152460","x983263898","no. 98326389877"]}
    {"id":"us-dea","category":"national","description":"US DEA registration number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-HJ-MPRSTUX][A-Z9]\\d{7}))(?![A-Za-z0-9_]|[.-]\\d)","label":"US_DEA",\#
    "check":"us-dea","source":"https://www.deadiversion.usdoj.gov/","positives":["no. BK9291307","no. F90487012"],\#
    "negatives":["no. BK5034997","xBK9291307","no. BK929130777"]}
    {"id":"de-health-insurance","category":"national","description":"German health insurance number (KVNR)",\#
    "trigger":"word","pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z])\\d{9})(?![A-Za-z0-9_]|[.-]\\d)",\#
    "label":"DE_HEALTH_INSURANCE","check":"de-kvnr","source":"https://www.gkv-spitzenverband.de/",\#
    "positives":["no. H195271601"],"negatives":["no. R553715253","xH195271601","no. H19527160177"]}
    {"id":"de-physician","category":"national","description":"German physician number (LANR)","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{9})(?![A-Za-z0-9_]|[.-]\\d))","label":"DE_LANR","group":1,\#
    "check":"de-lanr","source":"https://www.kbv.de/","positives":["no. 632049452"],\#
    "negatives":["no. 038741435","x632049452","no. 63204945277"]}
    {"id":"de-passport","category":"national","description":"German passport or identity card number",\#
    "trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}\\d))(?![A-Za-z0-9_]|[.-]\\d)",\#
    "label":"DE_PASSPORT","check":"de-passport",\#
    "source":"https://www.icao.int/publications/pages/publication.aspx?docnum=9303",\#
    "positives":["no. C56956805","no. L36C38032"],"negatives":["no. C94809141","xC56956805","no. C5695680577"]}
    {"id":"de-social-security","category":"national","description":"German pension insurance number (RVNR)",\#
    "trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{2}[ ]?\\d{6}[ ]?(?i:[A-Z])[ ]?\\d{3})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"DE_SOCIAL_SECURITY","group":1,"check":"de-rvnr","source":"https://www.deutsche-rentenversicherung.de/",\#
    "positives":["no. 12140675M806","no. 53 020481 W 184"],\#
    "negatives":["no. 12140675M799","x12140675M806","no. 12140675M80677"]}
    {"id":"de-tax-id","category":"national","description":"German tax identification number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{2}([ ]?)\\d{3}\\g{-1}\\d{3}\\g{-1}\\d{3})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"DE_TAX_ID","group":1,"check":"de-tax-id","source":"https://www.bzst.de/",\#
    "positives":["no. 47542299351","no. 81 314 712 577"],\#
    "negatives":["no. 47954281007","x47542299351","no. 4754229935177"]}
    {"id":"de-tax-number","category":"national","description":"German tax number of the states","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{2,3}/\\d{3,4}/\\d{4,5}|0[1-9]\\d{11})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"DE_TAX_NUMBER","group":1,"source":"https://www.elster.de/",\#
    "positives":["21/815/08150","133/8150/8159","0928107050123"],\#
    "negatives":["2024/01/02","2028107050123","12/34/5678"]}
    {"id":"de-vat-id","category":"national","description":"German VAT number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:DE)\\d{9})(?![A-Za-z0-9_]|[.-]\\d)","label":"DE_VAT_ID",\#
    "source":"https://www.bzst.de/","positives":["DE814584193"],\#
    "negatives":["DE81458419","XDE814584193","DE8145841930"]}
    {"id":"de-vat-id-spaced","category":"national","description":"German VAT number with separators",\#
    "keywords":["DE ","DE-","DE."],\#
    "pattern":"(?<![A-Za-z0-9_.-])((?i:DE)[ .-]\\d{3}([ .-]?)\\d{3}[ .-]?\\d{3})(?![A-Za-z0-9_]|[.-]\\d)",\#
    "label":"DE_VAT_ID","anchored":true,"group":1,"source":"https://www.bzst.de/",\#
    "positives":["USt-IdNr. DE 814 584 193","DE-814-584-193"],"negatives":["DE 81","code 814 584 193"]}
    {"id":"eu-vat-id","category":"national","description":"VAT number of a member state of the European Union",\#
    "trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:ATU\\d{8}|BE[01]\\d{9}|NL\\d{9}B\\d{2}|FR[0-9A-HJ-NP-Z]{2}\\d{9}|IT\\d{11}|ES[A-\#
    Z]\\d{7}[0-9A-Z]|PL\\d{10}|PT\\d{9}|SE\\d{12}|DK\\d{8}|FI\\d{8}|LU\\d{8}|CZ\\d{8,10}|HU\\d{8}|SK\\d{10}|IE\\d[0-9\#
    A-Z]\\d{5}[A-Z]{1,2})(?![A-Za-z0-9_]|[.-]\\d)","label":"EU_VAT_ID",\#
    "source":"https://ec.europa.eu/taxation_customs/vies/","positives":["ATU62893571","NL853746333B01"],\#
    "negatives":["AT62893571","XX12345678","ATU628935712"]}
    {"id":"de-commercial-register","category":"national","description":"German commercial register number",\#
    "keywords":["hra","hrb"],\#
    "pattern":"(?i)(?<![A-Za-z0-9_])(HR[AB][ .:-]{0,3}\\d{1,6}(?:[ ][A-Z](?![A-Za-z]))?)(?![0-9A-Za-z_])",\#
    "label":"DE_COMMERCIAL_REGISTER","anchored":true,"group":1,"source":"https://www.handelsregister.de/",\#
    "positives":["Amtsgericht Bonn, HRB 18425","HRA4711"],"negatives":["HRC 18425","HRB 1842599","THRB 5"]}
    {"id":"de-postcode","category":"national","description":"German postcode behind its name",\#
    "keywords":["plz","postleitzahl"],\#
    "pattern":"(?i)(?<![a-z])(?:PLZ|Postleitzahl)[ .:=]{0,4}((?!0?0000|99999)\\d{5})(?!\\d)","label":"DE_POSTCODE",\#
    "anchored":true,"group":1,"source":"https://www.deutschepost.de/",\#
    "positives":["PLZ: 53113","Postleitzahl 04109 Leipzig"],"negatives":["PLZ 5311","PLZ 531130"]}
    {"id":"de-driving-licence","category":"national","description":"German driving licence number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{2}\\d{8}[A-Z0-9]))(?![A-Za-z0-9_]|[.-]\\d)",\#
    "label":"DE_DRIVING_LICENCE","source":"https://www.kba.de/","positives":["KB47110815X"],\#
    "negatives":["KB4711081","K47110815X","KB47110815XY"]}
    {"id":"de-driving-licence-keyword","category":"national",\#
    "description":"German driving licence number behind its name","keywords":["rerschein","fahrerlaubnis"],\#
    "pattern":"(?i)(?:rerschein|fahrerlaubnis)[\\p{L}.]{0,16}[ :#.]{1,4}((?=[A-Z0-9]{0,10}\\d)[A-Z0-9]{11})(?![A-Za-z\#
    0-9_])","label":"DE_DRIVING_LICENCE","anchored":true,"group":1,"source":"https://www.kba.de/",\#
    "positives":["Fahrerlaubnis B072RRE2I55","Führerscheinnummer: N0704578035"],\#
    "negatives":["Fahrerlaubnis erteilt","Führerschein AB"]}
    {"id":"de-licence-plate","category":"national","description":"German licence plate","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![.\\d])(?:(?<=(?<![\\p{L}\\p{N}])\\p{Lu}{1}[ -][A-Z]{1}[ -])|(?<=(?<![\\p{L}\\p{N}])\\p{Lu}{1\#
    }[ -][A-Z]{2}[ -])|(?<=(?<![\\p{L}\\p{N}])\\p{Lu}{2}[ -][A-Z]{1}[ -])|(?<=(?<![\\p{L}\\p{N}])\\p{Lu}{2}[ -][A-Z]{\#
    2}[ -])|(?<=(?<![\\p{L}\\p{N}])\\p{Lu}{3}[ -][A-Z]{1}[ -])|(?<=(?<![\\p{L}\\p{N}])\\p{Lu}{3}[ -][A-Z]{2}[ -]))[1-\#
    9]\\d{0,3}[EH]?(?![A-Za-z0-9_]|[.,:-]\\d))","label":"DE_LICENCE_PLATE","group":1,"source":"https://www.kba.de/",\#
    "positives":["Kennzeichen BN AB 1234","K-XY 99E"],"negatives":["BN 1234","BNXX AB 12","version 12"]}
    {"id":"es-nif","category":"national","description":"Spanish identity number (NIF, NIE)","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:(?:[XYZ]\\d{7}|\\d{7,8})-?[A-Z]))(?![A-Za-z0-9_]|[.-]\\d)","label":"ES_NIF",\#
    "check":"es-nif","source":"https://www.interior.gob.es/",\#
    "positives":["no. 35009862K","no. Y5839764D","no. 01650396-P"],\#
    "negatives":["no. 63040463H","x35009862K","no. 35009862K77"]}
    {"id":"es-passport","category":"national","description":"Spanish passport number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{3}\\d{6}))(?![A-Za-z0-9_]|[.-]\\d)","label":"ES_PASSPORT",\#
    "source":"https://www.interior.gob.es/","positives":["PAB418052"],\#
    "negatives":["PAB41805","PABC41805","PAB4180522"]}
    {"id":"fi-identity-code","category":"national","description":"Finnish personal identity code","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{6}[-+A-FU-Ya-fu-y]\\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y])(?![A-Za-z0-9_]|[.-\#
    ]\\d))","label":"FI_IDENTITY_CODE","group":1,"check":"fi-hetu",\#
    "source":"https://dvv.fi/en/personal-identity-code","positives":["no. 120680-512R","no. 050203A692X"],\#
    "negatives":["no. 120680-395C","x120680-512R","no. 120680-512R77"]}
    {"id":"in-aadhaar","category":"national","description":"Indian Aadhaar number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:[2-9]\\d{3}([ :-]?)\\d{4}\\g{-1}\\d{4})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"IN_AADHAAR","group":1,"check":"verhoeff","source":"https://uidai.gov.in/",\#
    "positives":["no. 543203857792","no. 6372 2656 1051"],\#
    "negatives":["no. 538814750713","x543203857792","no. 54320385779277"]}
    {"id":"in-gstin","category":"national","description":"Indian GST number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:(?i:(?:0[1-9]|[12]\\d|3[0-7])[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]))(?![A-Za\#
    -z0-9_]|[.-]\\d))","label":"IN_GSTIN","group":1,"source":"https://www.gst.gov.in/",\#
    "positives":["29AAGCB7383J1Z4"],"negatives":["00AAGCB7383J1Z4","29AAGCB7383J1Y4","29AAGCB7383J1Z"]}
    {"id":"in-pan","category":"national","description":"Indian permanent account number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{5}\\d{4}[A-Z]))(?![A-Za-z0-9_]|[.-]\\d)","label":"IN_PAN",\#
    "source":"https://www.incometax.gov.in/","positives":["BNZPM2501F"],\#
    "negatives":["BNZPM2501","BNZP2501F","BNZPM25011"]}
    {"id":"in-passport","category":"national","description":"Indian passport number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:[A-Z][1-9]\\d{6})(?![A-Za-z0-9_]|[.-]\\d)","label":"IN_PASSPORT",\#
    "allow":["1234567|123456$"],\#
    "source":"https://www.passportindia.gov.in/","positives":["passport K4801263"],\#
    "negatives":["K0801263","K480126","KK4801263"]}
    {"id":"in-vehicle","category":"national","description":"Indian vehicle registration","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:(?:A[NPRS]|B[HR]|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|N[L]|O[\#
    DR]|P[BY]|R[J]|S[K]|T[GNRS]|U[AKP]|W[B])[ -]?\\d{1,2}[ -]?[A-Z]{1,3}[ -]?\\d{4}))(?![A-Za-z0-9_]|[.-]\\d)",\#
    "label":"IN_VEHICLE","source":"https://parivahan.gov.in/","positives":["MH12DE1433","KL7 BX 2208"],\#
    "negatives":["ZZ12DE1433","MH12DE143"]}
    {"id":"in-voter","category":"national","description":"Indian voter number (EPIC)","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{3}\\d{7}))(?![A-Za-z0-9_]|[.-]\\d)","label":"IN_VOTER",\#
    "source":"https://www.eci.gov.in/","positives":["WKH4072516"],\#
    "negatives":["WKH407251","WK4072516","WKH40725160"]}
    {"id":"it-driving-licence","category":"national","description":"Italian driving licence number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{2}\\d{7}[A-Z]|U1[BCDFGHJKLMNPRSTUWYXZ0-9]{7}[A-Z]))(?![A-Za-z0-9_]|[.-\#
    ]\\d)","label":"IT_DRIVING_LICENCE","source":"https://www.mit.gov.it/","positives":["RM7204815K","U1X8K20LND"],\#
    "negatives":["RM720481K","R77204815K"]}
    {"id":"it-fiscal-code","category":"national","description":"Italian fiscal code","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST](?:[0-7LMNPQRST][0-9LMNPQRSTUV])[A-Z\#
    ][0-9LMNPQRSTUV]{3}[A-Z]))(?![A-Za-z0-9_]|[.-]\\d)","label":"IT_FISCAL_CODE",\#
    "source":"https://www.agenziaentrate.gov.it/","positives":["RSSMRA85T10A562S"],\#
    "negatives":["RSSMRA85Z10A562S","RSSMR85T10A562S"]}
    {"id":"it-identity-card","category":"national","description":"Italian identity card number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{2}[ ]?\\d{7}|\\d{7}[A-Z]{2}|[A-Z]{2}\\d{5}[A-Z]{2}))(?![A-Za-z0-9_]|[.\#
    -]\\d)","label":"IT_IDENTITY_CARD","allow":["1234567|123456$"],\#
    "source":"https://www.cartaidentita.interno.gov.it/",\#
    "positives":["CA30214EF","AX4820117"],"negatives":["CA3021EF","CA302145EF"]}
    {"id":"it-vat","category":"national","description":"Italian VAT number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{8}_?\\d{3})(?![A-Za-z0-9_]|[.-]\\d))","label":"IT_VAT","group":1,\#
    "check":"luhn","source":"https://www.agenziaentrate.gov.it/","positives":["no. 01296700089"],\#
    "negatives":["no. 01626951525","x01296700089","no. 0129670008977"]}
    {"id":"it-identity-card-spaced","category":"national",\#
    "description":"Identity card number, two letters, a space, seven digits","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<=(?<![A-Za-z0-9])[A-Za-z]{2}[ ])\\d{7}(?![A-Za-z0-9_]|[.-]\\d))","label":"IT_IDENTITY_CARD",\#
    "group":1,"allow":["1234567|123456$"],\#
    "source":"https://www.cartaidentita.interno.gov.it/","positives":["carta AX 4820117"],\#
    "negatives":["AX 482011","carta 4820117"]}
    {"id":"kr-business","category":"national","description":"Korean business registration number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{3}(-?)\\d{2}\\g{-1}\\d{5})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"KR_BUSINESS","group":1,"check":"kr-brn","source":"https://www.nts.go.kr/",\#
    "positives":["no. 214-88-22523","no. 2145964047"],\#
    "negatives":["no. 214-89-01766","x214-88-22523","no. 214-88-2252377"]}
    {"id":"kr-driving-licence","category":"national","description":"Korean driving licence number",\#
    "trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:(?:1[1-9]|2[0-8])([ -])\\d{2}\\g{-1}\\d{6}\\g{-1}\\d{2})(?![A-Za-z0-9_]|[.-\#
    ]\\d))","label":"KR_DRIVING_LICENCE","group":1,"source":"https://www.koroad.or.kr/",\#
    "positives":["12-08-304117-52","13 08 304117 52"],"negatives":["99-08-304117-52","12-08-30411-52"]}
    {"id":"kr-resident","category":"national","description":"Korean resident or foreigner registration number",\#
    "trigger":"digits","pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{6}-[1-8]\\d{6})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"KR_RESIDENT","group":1,"check":"date-yymmdd","source":"https://www.mois.go.kr/",\#
    "positives":["no. 880412-2947258"],"negatives":["no. 8804122947258","x880412-2947258","no. 880412-294725877"]}
    {"id":"kr-resident-bare","category":"national",\#
    "description":"Korean resident or foreigner registration number without a hyphen","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])\\d{6}[1-8]\\d{6}(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"KR_RESIDENT","group":1,"check":"kr-rrn","source":"https://www.mois.go.kr/",\#
    "positives":["no. 8804122947253","no. 8804125315670"],"negatives":["no. 8804122947254","no. 8804122947258007"]}
    {"id":"kr-passport","category":"national","description":"Korean passport number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[MSRODG]\\d{3}[A-Z]\\d{4}|[MSRODG]\\d{8}))(?![A-Za-z0-9_]|[.-]\\d)",\#
    "label":"KR_PASSPORT","source":"https://www.passport.go.kr/","positives":["M204K7713","s40817726"],\#
    "negatives":["Q204K7713","M204KK771","M204K771"]}
    {"id":"ng-nin","category":"national","description":"Nigerian national identification number behind its name",\#
    "keywords":["nin","national identi"],\#
    "pattern":"(?i)(?<![a-z])(?:NIN|national identi(?:ty|fication)[a-z ]{0,16})[ :#=.is]{1,8}(\\d{11})(?!\\d)",\#
    "label":"NG_NIN","anchored":true,"group":1,"check":"verhoeff","source":"https://nimc.gov.ng/",\#
    "positives":["NIN: 04514276831"],"negatives":["NIN: 30626452523","begin 40817725036"]}
    {"id":"ng-vehicle","category":"national","description":"Nigerian licence plate","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{3}\\d{3}[A-Z]{2}))(?![A-Za-z0-9_]|[.-]\\d)","label":"NG_VEHICLE",\#
    "source":"https://frsc.gov.ng/","positives":["LSR204KJ"],"negatives":["LSR20KJ","LSRX204KJ"]}
    {"id":"ng-vehicle-spaced","category":"national","description":"Nigerian licence plate with a separator",\#
    "trigger":"digits","pattern":"[+(]{0,3}((?<=(?<![A-Za-z0-9])[A-Za-z]{3}[ -])\\d{3}[ -]?[A-Za-z]{2}(?![A-Za-z0-9_]))",\#
    "label":"NG_VEHICLE","group":1,"source":"https://frsc.gov.ng/","positives":["plate LSR-204KJ","LSR 204-KJ"],\#
    "negatives":["LSRX-204KJ","204KJ"]}
    {"id":"ph-mobile","category":"national","description":"Philippine mobile number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:(?:63[ -]?|0[ -]?)\\(?9\\d{2}\\)?[ -]?\\d{3}[ -]?\\d{4})(?![A-Za-z0-9_]|[.-\#
    ]\\d))","label":"PHONE","group":1,"source":"https://ntc.gov.ph/","positives":["09185550123","0918 555 0123"],\#
    "negatives":["0918555012","9185550123","091855501234"]}
    {"id":"ph-tin","category":"national","description":"Philippine taxpayer number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{3}-\\d{3}-\\d{3}(?:-\\d{3,5})?)(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"PH_TIN","group":1,"check":"ph-tin","source":"https://www.bir.gov.ph/",\#
    "positives":["268-002-137-000","209-465-244"],"negatives":["273-957-614","204-117-35","1204-117-350"]}
    {"id":"ph-tin-keyword","category":"national","description":"Taxpayer number behind its name","keywords":["tin"],\#
    "pattern":"(?i)(?<![a-z])TIN[^\\w\\n]{1,6}(\\d{3}-?\\d{3}-?\\d{3}(?:-?\\d{3,5})?)(?!\\d)","label":"PH_TIN",\#
    "anchored":true,"group":1,"check":"ph-tin","source":"https://www.bir.gov.ph/","positives":["TIN: 256841470"],\#
    "negatives":["TIN: 208945954","TIN 2041"]}
    {"id":"pl-pesel","category":"national","description":"Polish PESEL number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{11})(?![A-Za-z0-9_]|[.-]\\d))","label":"PL_PESEL","group":1,\#
    "check":"pl-pesel","source":"https://www.gov.pl/web/gov/czym-jest-numer-pesel","positives":["no. 83071467552"],\#
    "negatives":["no. 83071428864","x83071467552","no. 8307146755277"]}
    {"id":"se-personal","category":"national","description":"Swedish personal or organisation number",\#
    "trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:(?:19|20|18|16)?\\d{6}[-+]?\\d{4})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"SE_PERSONAL","group":1,"check":"se-personnummer","source":"https://www.skatteverket.se/",\#
    "positives":["no. 19830714-9396","no. 830714-6426","no. 5564123593"],\#
    "negatives":["no. 19830714-1624","x19830714-9396","no. 19830714-939677"]}
    {"id":"sg-nric","category":"national","description":"Singaporean NRIC or FIN","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[STFGMAB]\\d{7}[A-Z]))(?![A-Za-z0-9_]|[.-]\\d)","label":"SG_NRIC",\#
    "source":"https://www.ica.gov.sg/","positives":["S8204117K"],"negatives":["S820411K","X8204117K"]}
    {"id":"sg-uen","category":"national","description":"Singaporean entity number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:\\d{8}[A-Z]|(?:18|19|20)\\d{7}[A-Z]|[RST]\\d{2}[A-Z]{2}\\d{4}[A-Z])(?![A-Za-z0-9\#
    _]|[.-]\\d)","label":"SG_UEN","source":"https://www.uen.gov.sg/",\#
    "positives":["52817340K","200417735D","T09LL0001B"],"negatives":["52817340","T09LL001B"]}
    {"id":"th-national","category":"national","description":"Thai national number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d([ -]?)\\d{4}\\g{-1}\\d{5}\\g{-1}\\d{2}\\g{-1}\\d|\\d{13})(?![A-Za-z0-9_\#
    ]|[.-]\\d))","label":"TH_NATIONAL","group":1,"check":"th-tnin","source":"https://www.bora.dopa.go.th/",\#
    "positives":["no. 3821056551817","no. 1-1238-08368-13-3"],\#
    "negatives":["no. 3404612979246","x3821056551817","no. 382105655181777"]}
    {"id":"tr-identity","category":"national","description":"Turkish identity number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{11})(?![A-Za-z0-9_]|[.-]\\d))","label":"TR_IDENTITY","group":1,\#
    "check":"tr-tckn","source":"https://www.nvi.gov.tr/","positives":["no. 33428185622"],\#
    "negatives":["no. 37774951879","x33428185622","no. 3342818562277"]}
    {"id":"tr-licence-plate","category":"national","description":"Turkish licence plate","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:(?:0[1-9]|[1-7]\\d|8[01])([ ]?)(?!JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC\#
    |UTC|GMT|CET|[ECMP][SD]T|[AP]M|[KMGT]B)[A-PR-VYZ]{1,3}\\g{-1}\\d{2,4})(?![A-Za-z0-9_]|[.-]\\d))","label":"TR_LICENCE_PLATE","group":1,"source":"https://www.egm.gov.tr/",\#
    "positives":["06 KTS 417","35AB1204"],"negatives":["82 KTS 417","00 KTS 417","06 KTSX 417","06 MAY 2024","13:30:05 UTC 2026","06 kts 417"]}
    {"id":"tr-phone","category":"national","description":"Turkish telephone number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:(?:90[ -]?|0[ -]?)?\\(?(?:[2-4]\\d[02468]|5[0345]\\d)\\)?[ .-]?\\d{3}[ .-]?\#
    \\d{2}[ .-]?\\d{2})(?![A-Za-z0-9_]|[.-]\\d))","label":"PHONE","group":1,"source":"https://www.btk.gov.tr/",\#
    "positives":["0532 555 01 23","5325550123","212.555.01.23"],\#
    "negatives":["1700000000","53255501234","6325550123"]}
    {"id":"uk-driving-licence","category":"national","description":"British driving licence number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z][A-Z9]{3}[A-Z0-9]\\d[0156]\\d[0-3]\\d\\d[A-Z][A-Z9][A-Z0-9]{3}|[A-Z][A-\#
    Z9]{2,4}\\d{6,7}[A-Z]{2}[A-Z0-9]{3}))(?![A-Za-z0-9_]|[.-]\\d)","label":"UK_DRIVING_LICENCE",\#
    "source":"https://www.gov.uk/driving-licences-british","positives":["ROEJA702184JM9KL"],\#
    "negatives":["ROEJA902184J","ROEJA792184JM9KLX"]}
    {"id":"uk-nhs","category":"national","description":"British NHS number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?<!\\d[ ])(?:\\d{3}([ -]?)\\d{3}\\g{-1}\\d{4})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"UK_NHS","group":1,"check":"uk-nhs","source":"https://www.datadictionary.nhs.uk/",\#
    "positives":["no. 2222219124","no. 437 525 5889"],\#
    "negatives":["51 437 525 5889","no. 3948280669","x2222219124","no. 222221912477"]}
    {"id":"uk-nino","category":"national","description":"British national insurance number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?!BG|GB|KN|NK|NT|TN|ZZ|bg|gb|kn|nk|nt|tn|zz)[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-\#
    CEGHJ-NPR-TW-Za-ceghj-npr-tw-z]\\d{6}[A-Da-d])(?![A-Za-z0-9_]|[.-]\\d)","label":"UK_NINO",\#
    "source":"https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110","positives":["JG204117C"],\#
    "negatives":["BG204117C","JG204117E","JG20411C"]}
    {"id":"uk-nino-spaced","category":"national",\#
    "description":"British national insurance number with spaces, its figures","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<=(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ|bg|gb|kn|nk|nt|tn|zz)[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z]\#
    [A-CEGHJ-NPR-TW-Za-ceghj-npr-tw-z][ ])(?:\\d{2}[ ]\\d{2}[ ]\\d{2}|\\d{6})[ ]?[A-Da-d](?![A-Za-z0-9_]))",\#
    "label":"UK_NINO","group":1,\#
    "source":"https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110",\#
    "positives":["JG 20 41 17 C","JG 204117C"],"negatives":["GB 20 41 17 C","20 41 17 C"]}
    {"id":"passport-2-7","category":"national","description":"British or Italian passport number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-Z]{2}\\d{7}))(?![A-Za-z0-9_]|[.-]\\d)","label":"PASSPORT",\#
    "source":"https://www.icao.int/publications/pages/publication.aspx?docnum=9303",\#
    "positives":["passport KX4820117"],"negatives":["KX482011","KXX4820117"]}
    {"id":"uk-postcode","category":"national","description":"British postcode","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?!QV|[QVX])(?:[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\#
    \\d[ABEHMNPRVWXY])|GIR)[ ]?\\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9_]|[.-]\\d)","label":"UK_POSTCODE",\#
    "source":"https://www.royalmail.com/find-a-postcode","positives":["Leeds LS1 4AP","SW7 2AZ","EC2M4RB"],\#
    "negatives":["QS1 4AP","LS1 4CI","1S1 4AP"]}
    {"id":"uk-vehicle","category":"national","description":"British vehicle registration","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:(?i:[A-HK-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1257]\\d|[36][0-9]|[16]\\d)(?<!3[5-9])[ -]?\#
    [A-HJ-PR-Z]{3})|[A-HJ-NPR-TV-Y]\\d{1,3}[ ]?[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}\\d{1,3}[A-HJ-NPR-TV-Y])(?![A-Za-z0-9_]|[\#
    .-]\\d)","label":"UK_VEHICLE",\#
    "source":"https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates",\#
    "positives":["KX19 RFD","P204 KTS","LDF207K"],"negatives":["IX19 RFD","KX1 9","log10e"]}
    {"id":"uk-vehicle-suffix","category":"national",\#
    "description":"British vehicle registration of 1963 to 1982, its figures","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<=(?<![A-Za-z0-9])[A-HJ-PR-Z]{3}[ ])\\d{1,3}[A-HJ-NPR-TV-Y](?![A-Za-z0-9_]))",\#
    "label":"UK_VEHICLE","group":1,\#
    "source":"https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates",\#
    "positives":["LDF 207K"],"negatives":["LDF 207Z","LDFX 207K"]}
    {"id":"us-npi","category":"national","description":"US national provider identifier","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:[12]\\d{3}([ -]?)\\d{3}\\g{-1}\\d{3})(?![A-Za-z0-9_]|[.-]\\d))",\#
    "label":"US_NPI","allow":["^(\\d)\\g{1}{8}"],"group":1,"check":"us-npi","source":"https://nppes.cms.hhs.gov/",\#
    "positives":["no. 1047537547","no. 1154-833-655"],\#
    "negatives":["no. 1111111112","no. 1998944195","x1047537547","no. 104753754777"]}
    {"id":"us-passport","category":"national","description":"US passport number","trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?:[A-Z]\\d{8})(?![A-Za-z0-9_]|[.-]\\d)","label":"US_PASSPORT",\#
    "allow":["1234567|123456$"],\#
    "source":"https://travel.state.gov/","positives":["passport C30417725"],"negatives":["A12345678","C3041772","C304177255"]}
    {"id":"passport-keyword","category":"national","description":"Passport number behind its name",\#
    "keywords":["passport","passeport","pasaporte","reisepass","passaporto","paspoort"],\#
    "pattern":"(?i)(?:passport|passeport|pasaporte|reisepass|passaporto|paspoort)[\\p{L} .:#=-]{0,24}?((?=[A-Z0-9]{0,\#
    8}\\d{3})[A-Z0-9]{8,10})(?![A-Za-z0-9_])","label":"PASSPORT","anchored":true,"group":1,\#
    "source":"https://www.icao.int/publications/pages/publication.aspx?docnum=9303",\#
    "positives":["passport number: 304177255","Reisepass-Nr. C3JK40717"],\#
    "negatives":["passport control","passport 12"]}
    {"id":"driving-licence-keyword","category":"national","description":"Driving licence number behind its name",\#
    "keywords":["driver","driving"],\#
    "pattern":"(?i)(?:driver'?s?|driving)[ _-]?licen[cs]e[\\p{L} .:#=-]{0,16}?((?=[A-Z]{0,3}\\d{3})[A-Z0-9]{6,16})(?!\#
    [A-Za-z0-9_])","label":"DRIVING_LICENCE","anchored":true,"group":1,"source":"https://www.aamva.org/",\#
    "positives":["driver's license number: 40817725","driving licence D4081772"],\#
    "negatives":["driving licence expired","driver license 12"]}
    {"id":"za-identity","category":"national","description":"South African identity number","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.-])(?:\\d{13})(?![A-Za-z0-9_]|[.-]\\d))","label":"ZA_IDENTITY","group":1,\#
    "check":"za-id","source":"https://www.dha.gov.za/","positives":["no. 8307148738082","no. 8307143759182"],\#
    "negatives":["no. 8307145778082","x8307148738082","no. 830714873808277"]}
    """#
}
