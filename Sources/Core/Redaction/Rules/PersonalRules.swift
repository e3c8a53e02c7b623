extension BuiltInRules {
  /// Personal data that any text may hold. One rule a line of JSON, in the form that `redact --print-rules` writes and
  /// `--rules` reads.
  static let personal: StaticString = #"""
    {"id":"email","category":"pii",\#
    "description":"E-mail address, also internationalised, with a full-width @ or a quoted local part",\#
    "trigger":"at-sign",\#
    "pattern":"(?:[\\p{L}\\p{N}\\p{M}.!#$%*+^_~'-]*+[=&?/|{}`])*+[.!#$%*+^~'-]*+(?:[\\x{2E80}-\\x{9FFF}\\x{AC00}-\\x{\#
    D7AF}]++(?=[A-Za-z0-9]))?+(?!(?:git|this|return|super|break|continue)@)((?:\"(?:[^\"\\\\\\r\\n]|\\\\.){1,64}\"|[\#
    \\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}.!#$%*+^_~'-]{0,63})[@\\x{FF20}](?:\\[(?:IPv6:)?[0-9A-Fa-f:.]{2,45}\\]|(?:[\\p{L\#
    }\\p{N}][\\p{L}\\p{N}\\p{M}_-]{0,62}[.\\x{FF0E}\\x{3002}]){1,10}(?!(?:png|jpe?g|gif|svg|webp|ico|bmp|pdf|json|htm\#
    l?|css|scss|js|jsx|tsx?|mjs|cjs|txt|log|xml|ya?ml|toml|lock|tar|gz|tgz|zip|whl|jar|exe|dll|conf|cfg|ini|service|s\#
    ocket|target|timer|mount|slice|scope|device|swap|automount)(?![A-Za-z0-9.-]))(?:(?i:xn--)[A-Za-z0-9-]{2,59}|[A-Za\#
    -z]{2,24}(?![A-Za-z0-9_])|(?![A-Za-z0-9])[\\p{L}\\p{M}]{2,24})(?!\\(|[.@][A-Za-z]+\\()))","label":"EMAIL",\#
    "group":1,"source":"https://www.rfc-editor.org/rfc/rfc6531",\#
    "positives":["write to jane.roe+news@mail.example.org today","\"Jane Roe\"@example.net","o'roe@example.net","müll\#
    er@bücher.example","user＠example.jp","用户@例子.公司","mailto:o.nil@xn--bcher-kva.example","?email=a_b@c.example.co.uk&\#
    x=1"],\#
    "negatives":["hello @ world","icon@2x.png","git@github.com:org/repo.git","lodash@4.17.21","getty@tty1.service","a\#
    @b","@decorator.call","user@host.","return@forEach.x"]}
    {"id":"phone-international","category":"pii","description":"Telephone number with country code",\#
    "trigger":"number",\#
    "pattern":"[+(]{0,3}((?:(?<![A-Za-z0-9_+])|(?<=\\d\\d))(?:(?<!\\n)|(?=\\+\\d{0,13}[ ().-]|\\+\\d{11}))(?!\\+\\d{1,15}(?:[ ]-\\d|\\.\\d{1,3}(?![\\d.-])))\\+(?:(?:[17]|30|58|90|91|98)(?:[ ./()\\x{A\#
    0}\\x{2010}\\x{2011}-]{0,3}\\d){10}|(?:27|33|34|40|41|48|56|61|93|94|212|221|233|244|249|25[0156]|258|26[0-2]|351\#
    |380|420|421|966|994|995|996|998)(?:[ ./()\\x{A0}\\x{2010}\\x{2011}-]{0,3}(?:\\(0\\)[ ./()\\x{A0}\\x{2010}\\x{201\#
    1}-]{0,3})?\\d)(?:[ ./()\\x{A0}\\x{2010}\\x{2011}-]{0,3}\\d){8}|[2-9]\\d(?:[ ./()\\x{A0}\\x{2010}\\x{2011}-]{0,3}\#
    \\d){6,13})(?![0-9])(?:[ ,;]{0,2}(?:x|ext\\.?)[ ]?\\d{1,6})?(?![A-Za-z0-9_]|\\.\\d))","label":"PHONE","group":1,\#
    "check":"phone-plan","source":"https://www.itu.int/rec/T-REC-E.164",\#
    "positives":["call +1 (212) 555-0199 now","+44 (0)20 7946 0123","+4930901820","+33 6 12 34 56 78","+1-650-555-014\#
    7 ext. 22","tel:+81-3-5555-0123"],\#
    "negatives":["+6405480 -19659","+35236450.6","+1700000000","2024-01-01T00:00:00+0200","+0000","@@ -12,7 +1234567 @@","C+12125550199","a\n+4930901\#
    820\n","1+4930901820","+1 23 45"]}
    {"id":"phone-exit-code","category":"pii","description":"Telephone number with 00 and country code",\#
    "trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.:+-])(?<![\\p{N}A-Z][ ])00(?:[ ]?1(?:[ ./()\\x{A0}\\x{2010}\\x{2011}-]{0,3}\\d){1\#
    0}|[ ]?[2-9]\\d{1,2}[ .(-](?:[ ./()\\x{A0}\\x{2010}\\x{2011}-]{0,3}\\d){6,11})(?:[ ,;]{0,2}(?:x|ext\\.?)[ ]?\\d{1,6})?(?![A-Za-z0-9_]|[.:-]\\d))",\#
    "label":"PHONE","group":1,"check":"phone-plan","source":"https://www.itu.int/rec/T-REC-E.164",\#
    "positives":["001-749-822-2571x182","ring 0049 30 901820","0033 1 23 45 67 89"],\#
    "negatives":["0000-00-00","00 01 02 03 04 05 06 07","00:49:30.123456","0049"]}
    {"id":"phone-north-america","category":"pii","description":"North American telephone number with separators",\#
    "trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.+/:-])(?:(?:1[ .-]?)?\\([2-9]\\d{2}\\)[ .\\x{A0}-]{0,2}[2-9]\\d{2}[ .-]\\d{4}|(?:\#
    1[ .-]|[1-9]\\d-)?[2-9]\\d{2}([.\\x{2010}\\x{2011}-])[2-9]\\d{2}\\g{-1}\\d{4}|(?:1[ .-])?[2-9]\\d{2}[ ][2-9]\\d{2\#
    }-\\d{4})(?:[ ,;]{0,2}(?:x|ext\\.?)[ ]?\\d{1,6})?(?![A-Za-z0-9_-]|[.:/]\\d))","label":"PHONE","group":1,\#
    "source":"https://www.nanpa.com/numbering",\#
    "positives":["(212) 555-0123","call 646-555-0187 today","1-800-555-0199","303.555.0142 ext 7","(917)555-0166"],\#
    "negatives":["123-456-7890","550e8400-e29b-212-555-0123","2125550123","212-155-0123","212-555.0123","0.212.555.01\#
    23","999-99-9999"]}
    {"id":"phone-national","category":"pii",\#
    "description":"National telephone number with trunk prefix 0 and separators","trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.+/:-])(?<!\\d[ ])(?:0[1-9]-\\d{3,4}-\\d{4}|0[1-9]\\d-\\d{3,4}-\\d{4}|0[1-9]\\d{2}\#
    -\\d{3}-\\d{3,4}|0[1-9]\\d{3}-\\d{1,2}-\\d{4}|0[1-9]-\\d{7}|0[1-9]\\d{1,2}-\\d{7,8}|0[1-9]\\d{2}-\\d{3}-\\d{2}-\#
    \\d{2}|0[1-9]([ .-])\\d{2}\\g{-1}\\d{2}\\g{-1}\\d{2}\\g{-1}\\d{2}|0[1-9]\\d?[ ]\\d{4}[ ]\\d{4}|0[1-9]\\d{2}[ ]\\d\#
    {3}[ ]\\d{3,4}|0[1-9]\\d[ ]\\d{3}[ ]\\d{4}|0[1-9]\\d{3}[ ]\\d{3}[ ]?\\d{3}|0[1-9]\\d{2}[ ]\\d{3}[ ]\\d{2}[ ]\\d{2\#
    }|0[1-9]\\d{1,3}[ /]\\d{6,8}|0[1-9]\\d{1,2}[ /]\\d{3}[ ]\\d{2}[ ]\\d{2}|0[ ]?\\(\\d{3}\\)[ ]?\\d{3}[ ]?\\d{2}[ ]?\#
    \\d{2}|0\\d{1,2}-\\d{2,3}[ ]\\d{2}[ ]\\d{2}|0[1-9]\\d{3}[ ]\\d{5}[ ]\\d{3}|\\(0[1-9]\\d{2,3}\\)[ ]\\d{5,8}(?:[ ]\\d{1,4})?|06-\\d{1,2}/\\d{3}[ ]\\d{4}|\\(0[1-9]\\d{0,3}\\)[ -]?\\d{3,4}[ -]?\\d{3,5})(?![A-Za-z0-9_-]|[.:/]\\d|[ ]\\d))","label":"PHONE",\#
    "group":1,"check":"phone-plan","allow":["^01([ .-])02\\g{1}03\\g{1}04"],\#
    "source":"https://www.itu.int/oth/T0202.aspx?parent=T0202",\#
    "positives":["08-79 10 28","046-25 37 01","(03887) 65832 848","06-30/944 2233","call 020 7946 0123 today","07700 900 123","06 12 34 56 78","030/9018200","090-5555-0123","(0171) 55\#
    50123","0412 345 678"],\#
    "negatives":["01-02-2024","0.07700900123","00 11 22 33 44","2024-01-02 03:04","01 02 03 04 05 06 07","02-2024","0\#
    123456789"]}
    {"id":"phone-area-brackets","category":"pii",\#
    "description":"Telephone number of Brazil or Russia with an area code apart","trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.+/:-])(?<!\\d[ ])(?:\\(?[1-9]{2}\\)?[ ](?:9\\d{4}|(?!20)[2-8]\\d{3})-\\d{4}|8[ -]?\\(\\d{3}\\)[ -]?\\d{3}-\\d{2}-?\\d{2}|8-\\d{3}-\\d{3}-\\d{2}-\\d{2})(?![A-Za-z0-9_-]|[.:/]\\d|[ ]\\d))",\#
    "label":"PHONE","group":1,"check":"phone-plan","source":"https://www.itu.int/oth/T0202.aspx?parent=T0202",\#
    "positives":["(11) 91234-5678","47 2811-9272","8 (495) 646-59-72","8-812-646-59-72"],\#
    "negatives":["12 2019-2021","12 1990-1991","8 2 (170)","line 47 2811-9272-1"]}
    {"id":"phone-keyword","category":"pii","description":"Telephone number behind a word for telephone",\#
    "keywords":["tel","phone","mobil","cell","handy","whatsapp","fax","call","contact","number is"],\#
    "pattern":"(?i)(?<![a-z])(?:tele(?:ph?one?|fone?|fono|foon|fax)|tel|phone|mobile|mobil|cell(?:phone|ular)?|whatsapp|fax|(handy|call(?:ed|er|back)?(?:[ ](?:me|us|her|him|back))?|contact(?:[ ]number)?|number[ ]is))(?:[ _]?(?:number|num|no|nr))?\\b(?=[^\\d\\n(){}\\[\\];+<>%#&@$_]{0,12}+\\(?\\d)[^\\d\\n(){}\\[\\];+<>%#&@$_]{0,12}?((?!1\\d{9}(?!\\d))(?!20[0-3]\\d-?[01]\\d-?[0-3]\\d)(?!\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.)(?=\\(?(?:[ ().-]{0,2}\\d){8})(?(1)(?=\\(?(?:[ ().-]{0,2}\\d){9}))\\(?\\d(?:[ ().-]{0,2}\\d){6,12})(?![A-Za-z0-9_]|[.:/-]\\d)",\#
    "label":"PHONE","anchored":true,"group":2,"check":"phone-plan",\#
    "source":"https://www.itu.int/rec/T-REC-E.164",\#
    "positives":["Phone: 474 70 148","tel 45826454","Phone: 2125550123","tel. 030 9018200","mobile number is 9876501234","call me at 212 555 0123","WhatsApp 5511987654321"],\#
    "negatives":["call 45826454","call 1247530230","phone 1700000000","call 2024-01-02","mobile 12345","telemetry 2125550123","call 1.2.3.4","phone-2125550123a"]}
    {"id":"payment-card","category":"pii",\#
    "description":"Payment card number with Luhn digit, in the range and length of an issuer","trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.+])(?<!\\d-)(?:\\d{4}([.-])\\d{4}\\g{-1}\\d{4}\\g{-1}\\d{4}|(?<![ :][0-9a-f]{4}\#
    [ ])(?<![A-Z]{2}\\d\\d[ ])\\d{4}[ ]\\d{4}[ ]\\d{4}[ ]\\d{4}(?![ ][0-9a-f]{4}(?![\\w-]))|3\\d{3}([ -])\\d{6}\\g{-1\#
    }\\d{4,5}|3[0689]\\d{12}|[2-6]\\d{14,15})(?![A-Za-z0-9_]|[.-]\\d))","label":"CREDIT_CARD","group":1,\#
    "check":"payment-card","source":"https://www.iso.org/standard/70484.html",\#
    "positives":["card 4242 4242 4242 4242","5200-8282-8282-8210","378282246310005","3782 822463 10005","601111111111\#
    1117"],\#
    "negatives":["4242 4242 4242 4241","1700000000000","1700000000000000","0.4242424242424242","20240102030405","303\#
    1 3233 3435 3637 3839","4242424242424242abc","9999999999999995"]}
    {"id":"payment-card-keyword","category":"pii","description":"Payment card number behind the word card",\#
    "keywords":["card","visa","amex","maestro"],\#
    "pattern":"(?i)(?:card|visa|amex|maestro)[^\\d\\n]{0,24}((?!1[5-9]\\d{11}(?!\\d))\\d(?:[ -]?\\d){12,18})(?![A-Za-z0-9_]|[.-]\\d)",\#
    "label":"CREDIT_CARD","anchored":true,"group":1,"check":"luhn",\#
    "source":"https://www.iso.org/standard/70484.html",\#
    "positives":["card 3522901343388684","card number: 135410014004955","credit card 6304000000000000"],\#
    "negatives":["card number 4242424242424241","discard 1700000000000"]}
    {"id":"iban","category":"pii",\#
    "description":"International bank account number with its country's structure and check digits","trigger":"country-code",\#
    "pattern":"(?<![A-Za-z0-9_])(?:NO\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){11}|BE\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){12}|(?:DK|FI\#
    |FK|FO|GL|NL|SD)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){14}|(?:MK|SI)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){15}|(?:AT|BA|EE|KZ|LT|\#
    LU|MN|XK)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){16}|(?:CH|HR|LI|LV)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){17}|(?:BG|BH|CR|DE|GB|G\#
    E|IE|ME|RS|VA)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){18}|(?:AE|GI|IL|IQ|OM|SO|TL)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){19}|(?:AD\#
    |CZ|ES|MD|PK|RO|SA|SE|SK|TN|VG)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){20}|(?:LY|PT|ST)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){21}|\#
    (?:IS|TR)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){22}|(?:BI|DJ|FR|GR|IT|MC|MR|SM)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){23}|(?:AL|A\#
    Z|BY|CY|DO|GT|HN|HU|LB|NI|PL|SV)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){24}|(?:BR|EG|PS|QA|UA)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9\#
    ]){25}|(?:JO|KW|MU|YE)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){26}|(?:MT|SC)\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){27}|LC\\d{2}(?:\#
    [ \\x{A0}-]?[A-Z0-9]){28}|RU\\d{2}(?:[ \\x{A0}-]?[A-Z0-9]){29}|(?:a[deltz]|b[aeghiry]|c[hryz]|d[ejko]|e[egs]|f[ikor]|g[beilrt]|h[nru]|i[elqst]|jo|k[wz]|l[bcituvy]|m[cdeknrtu]|n[ilo]|om|p[klst]|qa|r[osu]|s[acdeikmotv]|t[lnr]|ua|v[ag]|xk|ye)\\d{2}[a-z0-9]{11,30})(?![A-Za-z0-9_])",\#
    "label":"IBAN","check":"iban",\#
    "source":"https://www.swift.com/standards/data-standards/iban-international-bank-account-number",\#
    "positives":["pay to GB82 WEST 1234 5698 7654 32 please","DE75512108001245126199","fr7630006000011234567890189","\#
    NL02-ABNA-0123-4567-89"],\#
    "negatives":["GB82 WEST 1234 5698 7654 33","DE75512108001245126198","ZZ82WEST12345698765432","XGB82WEST1234569876\#
    5432"]}
    {"id":"us-ssn","category":"pii","description":"US social security number with separators","trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.+/-])(?<!\\d[ ])(?:\\d{3}([-\\x{2010}\\x{2011}\\x{2013}])\\d{2}\\g{-1}\\d{4}|\\d{\#
    3}[ ]\\d{2}[ ]\\d{4})(?![A-Za-z0-9_]|[-./:]\\d|[ ]\\d))","label":"US_SSN","group":1,"check":"ssn-range",\#
    "source":"https://www.ssa.gov/employment/stateweb.htm",\#
    "positives":["SSN 219-40-9090","536 22 0104","ssn=401-05-3000"],\#
    "negatives":["000-12-3456","666-12-3456","987-65-4320","123-00-4567","123-45-0000","219-40.9090","219.40.9090","1\#
    219-40-9090","219-40-90900"]}
    {"id":"us-ssn-keyword","category":"pii","description":"US social security number behind its name",\#
    "keywords":["ssn","social"],\#
    "pattern":"(?i)(?<![a-z])(?:ssn|social[ _-]?security(?:[ _-]?(?:number|num|no))?)[^\\d\\n]{0,16}(\\d{3}[ .-]?\\d{\#
    2}[ .-]?\\d{4})(?![A-Za-z0-9_]|[.-]\\d)","label":"US_SSN","anchored":true,"group":1,"check":"ssn-range",\#
    "source":"https://www.ssa.gov/employment/stateweb.htm",\#
    "positives":["SSN: 219409090","social security number is 401053000"],\#
    "negatives":["ssn: 000123456","lessn 219409090","SSN 2194090901"]}
    {"id":"us-itin","category":"pii","description":"US individual taxpayer identification number with separators",\#
    "trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.+/-])(?<!\\d[ ])9\\d{2}([-. ])\\d{2}\\g{-1}\\d{4}(?![A-Za-z0-9_]|[-./:]\\d|[ ]\\d\#
    ))","label":"US_ITIN","group":1,"check":"itin-range",\#
    "source":"https://www.irs.gov/individuals/individual-taxpayer-identification-number",\#
    "positives":["ITIN 933-72-4455","901-50-0001"],"negatives":["933-93-4455","933-49-4455","833-72-4455"]}
    {"id":"us-itin-keyword","category":"pii",\#
    "description":"US individual taxpayer identification number behind its name",\#
    "keywords":["itin","individual","tax","tin"],\#
    "pattern":"(?i)(?<![a-z])(?:itin|individual[ _-]?tax(?:payer)?|tax[ _-]?id|tin)[^\\d\\n]{0,16}(9\\d{2}[ .-]?\\d{2\#
    }[ .-]?\\d{4})(?![A-Za-z0-9_]|[.-]\\d)","label":"US_ITIN","anchored":true,"group":1,"check":"itin-range",\#
    "source":"https://www.irs.gov/individuals/individual-taxpayer-identification-number",\#
    "positives":["ITIN: 933724455","tax id 901500001"],"negatives":["ITIN: 933934455","setting 933724455"]}
    {"id":"us-mbi","category":"pii","description":"US Medicare beneficiary identifier","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_-])(?:[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d(-?)[AC-HJKMNP-RT-Y][AC-HJKMNP-RT\#
    -Y0-9]\\d\\g{-1}[AC-HJKMNP-RT-Y]{2}\\d{2}|(?i:[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d-[AC-HJKMNP-RT-Y][AC-HJK\#
    MNP-RT-Y0-9]\\d-[AC-HJKMNP-RT-Y]{2}\\d{2}))(?![A-Za-z0-9_-]))","label":"US_MBI","group":1,\#
    "source":"https://www.cms.gov/medicare/new-medicare-card",\#
    "positives":["MBI 4K72-QT9-HN05","8W35RA6PD19","2yh8-u00-cc41"],\#
    "negatives":["4S72-QT9-HN05","0K72-QT9-HN05","4K72-QT9-HN051","8w35ra6pd19","4K72-QT9HN05"]}
    {"id":"us-aba-routing","category":"pii","description":"US bank routing number written 4-4-1","trigger":"number",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.+/-])\\d{4}-\\d{4}-\\d(?![A-Za-z0-9_-]|[./:]\\d))","label":"ABA_ROUTING",\#
    "group":1,"check":"aba-routing","source":"https://www.aba.com/about-us/routing-number",\#
    "positives":["0210-0002-1","ACH 1220-0024-7"],\#
    "negatives":["0210-0002-2","2024-0101-1","5210-0002-1","0210-0002-12"]}
    {"id":"us-aba-routing-keyword","category":"pii","description":"US bank routing number behind its name",\#
    "keywords":["routing","aba","rtn","transit"],\#
    "pattern":"(?i)(?<![a-z])(?:routing|aba|rtn|transit)[^\\d\\n]{0,24}(\\d{4}-?\\d{4}-?\\d)(?![A-Za-z0-9_]|[.-]\\d)"\#
    ,"label":"ABA_ROUTING","anchored":true,"group":1,"check":"aba-routing",\#
    "source":"https://www.aba.com/about-us/routing-number","positives":["routing number: 021000021","ABA 122000247"],\#
    "negatives":["routing number: 021000022","database 021000021"]}
    {"id":"bank-account-keyword","category":"pii","description":"Bank account number behind its name",\#
    "keywords":["bank","checking","savings","deposit","account","acct"],\#
    "pattern":"(?i)(?<![a-z])(?:(?:bank|checking|savings|deposit)[ _-]?(?:account|acct)|(?:account|acct)[ _-]?(?:numb\#
    er|num|no|nr|\\x{2116}))\\b[^\\w\\n]{0,6}(?:(?:number|no|is|nr)\\b[^\\w\\n]{0,4}){0,2}(\\d{1,4}(?:[ -]?\\d){5,16}\#
    )(?![A-Za-z0-9_]|[.:-]\\d)","label":"BANK_ACCOUNT","anchored":true,"group":1,\#
    "source":"https://www.nacha.org/rules",\#
    "positives":["account number: 000123456789","checking account 4400 1234 567","acct no. 55501234"],\#
    "negatives":["account 1234","accountant no 5","account number of users 12345678","account number: 2024-01-02T03"]\#
    }
    {"id":"crypto-base58","category":"pii","description":"Cryptocurrency address or key in Base58Check",\#
    "trigger":"long-word",\#
    "pattern":"(?:(?<![A-Za-z0-9_-]))((?:[13LMDT2mn9A][1-9A-HJ-NP-Za-km-z]{25,34}|[5KLc9][1-9A-HJ-NP-Za-km-z]{50,51}|t[\#
    13][1-9A-HJ-NP-Za-km-z]{33}|[xyztuv](?:pub|prv)[1-9A-HJ-NP-Za-km-z]{107}))(?![A-Za-z0-9_/+=])",\#
    "group":1,"label":"CRYPTO_WALLET","check":"base58check","source":"https://en.bitcoin.it/wiki/Base58Check_encoding",\#
    "positives":["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa","pay 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 now"],\#
    "negatives":["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb","1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2x"]}
    {"id":"crypto-bech32","category":"pii","description":"Cryptocurrency address in Bech32 or Bech32m",\#
    "trigger":"long-word",\#
    "pattern":"(?i)(?<![A-Za-z0-9_])(?:bc|tb|bcrt|ltc|addr|stake|cosmos|osmo|celestia|zs|lnbc)1[02-9ac-hj-np-z]{6,120\#
    }(?![A-Za-z0-9_])","label":"CRYPTO_WALLET","check":"bech32",\#
    "source":"https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki",\#
    "positives":["BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4","to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4."],\#
    "negatives":["bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5","abc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"]}
    {"id":"crypto-ethereum","category":"pii","description":"Ethereum account address","trigger":"long-word",\#
    "pattern":"(?:(?<![A-Za-z0-9_]))(0x[0-9a-fA-F]{40})(?![A-Za-z0-9_])","group":1,"label":"CRYPTO_WALLET",\#
    "allow":["^0x(?:0{20}|(.)\\g{1}{39}$)"],"source":"https://eips.ethereum.org/EIPS/eip-55",\#
    "positives":["0x7cB57B5A97eAbe94205C07890BE4c1aD31E486A8"],\#
    "negatives":["0x7cB57B5A97eAbe94205C07890BE4c1aD31E486","7cB57B5A97eAbe94205C07890BE4c1aD31E486A8","0x7cB57B5A97e\#
    Abe94205C07890BE4c1aD31E486A8ff"]}
    {"id":"personal-member","category":"pii","description":"Value of a member named after a personal number",\#
    "names":["ssn","socialsecurity","socialsecuritynumber","*creditcardnumber","cardnumber","ccnumber","creditcard","\#
    cvv","cvv2","cvc","*routingnumber","*bankaccountnumber","iban","*phonenumber","*telephonenumber","*mobilenumber",\#
    "mobilephone","homephone","workphone","cellphone","dateofbirth","passportnumber","passportno","driverslicense","d\#
    riverslicensenumber","driverlicensenumber","taxpayerid","medicarenumber","nationalinsurancenumber"],\#
    "value":"literal","label":"PERSONAL_DATA","source":"https://www.rfc-editor.org/rfc/rfc6350",\#
    "positives":["{\"ssn\":\"219409090\"}","{\"phone_number\":\"2125550123\"}","{\"customerPhoneNumber\":\"5550123\"}\#
    "],\#
    "negatives":["{\"phone_number\":\"string\"}","{\"ssn\":\"\"}","{\"iban\":\"${IBAN}\"}","{\"phones\":\"2125550123\#
    \"}"]}
    """#
}
