extension Allowlist {
  /// Values that documentation everywhere uses as examples, and those that standards set aside for it: nobody's.
  /// Whoever checks is told nothing of them; whoever redacts loses nothing with them.
  package static let publishedExamples = Allowlist(builtIn: publishedText, ignoringSeparators: true)

  /// In the form of the files of `--allow`, but that spaces, dashes, dots and round brackets do not count in values.
  private static let publishedText: StaticString = #"""
    # Names and addresses set aside: RFC 2606, RFC 6761; IP and MAC addresses: RFC 5737, 3849, 9637, 7042.
    /(?i)[^@]+@(?:[a-z0-9_-]+\.)*(?:example\.(?:com|net|org|edu)|example|test|invalid|localhost)/
    /(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}(?:\/\d+)?/
    /(?i)(?:2001:0?db8|3fff:0?[0-9a-f]{1,3}):[0-9a-f:]*(?:\/\d+)?/
    /(?i)00[:-]00[:-]5e[:-]00[:-]53[:-][0-9a-f]{2}/
    # Telephone numbers set aside for fiction: NANPA 555-0100 to 555-0199, Ofcom, ACMA.
    /(?:\+?1[ .-]?)?\(?\d{3}\)?[ .\/-]{0,2}555[ .-]?01\d\d/
    /(?:\+44 ?(?:\(0\) ?)?|0)(?:7700[ -]?900|1632[ -]?960|20[ -]?7946[ -]?0|161[ -]?496[ -]?0|808[ -]?157[ -]?0)[ -]?\d{3}/
    /(?:\+61 ?|0)4[ -]?91[ -]?57[ -]?\d(?:[ -]?\d){3}/
    # Amazon Web Services.
    /(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{9}EXAMPLE/
    /[A-Za-z0-9\/+]{30,34}EXAMPLEKEY/
    # GitHub, in its documentation of token formats and of its REST API.
    ghp_16C7e42F292c6912E7710c838347Ae178B4a
    gho_16C7e42F292c6912E7710c838347Ae178B4a
    ghu_16C7e42F292c6912E7710c838347Ae178B4a
    ghs_16C7e42F292c6912E7710c838347Ae178B4a
    ghr_1B4a2e77838347a7E420ce178F2E7c6912E169246c34E1ccbF66C46812d16D5B1A9Dc86A1498
    # Slack, in its documentation.
    xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy
    xoxp-23984754863-2348975623103
    /https:\/\/hooks\.slack\.com\/services\/T0+\/B0+\/X+/
    # Stripe, in its documentation.
    sk_test_4eC39HqLyjWDarjtT1zdp7dc
    sk_test_BQokikJOvBiI2HlWgH4olfQ2
    sk_test_tR3PYbcVNZZ796tH88S4VQ2u
    sk_test_26PHem9AhJZvU623DfE1x4sd
    pk_test_TYooMQauvdEDq54NiTphI7jx
    pk_test_6pRNASCoBOKtIshFeQd4XMUh
    # Google Maps, in its documentation.
    AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe
    # JWT: those of jwt.io (subject 1234567890, John Doe), RFC 7515, RFC 7519.
    /eyJ[\w-]+\.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lI[\w-]*\.[\w-]*/
    /eyJ[\w-]+\.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ\.[\w-]*/
    # RFC 7617, RFC 6749, RFC 6750.
    QWxhZGRpbjpvcGVuIHNlc2FtZQ==
    /(?:Basic )?QWxhZGRpbjpvcGVuIHNlc2FtZQ==/
    2YotnFZFEjr1zCsicMWpAA
    tGzv3JOkF0XG5Qx2TlKWIA
    mF_9.B5f-4.1JqM
    # Payment cards of the test systems of Stripe, Adyen, PayPal and Braintree.
    4242424242424242
    4000056655665556
    4000000000000002
    4000000000000069
    4000000000000077
    4000000000000119
    4000000000000127
    4000000000000341
    4000000000003220
    4000000000009979
    4000000000009987
    4000000000009995
    4000002500003155
    4000002760003184
    4000003800000446
    4000008260003178
    4000058260000005
    4111111111111111
    4012888888881881
    4222222222222
    4917610000000000
    5555555555554444
    5200828282828210
    5105105105105100
    5425233430109903
    5454545454545454
    2222400070000005
    2223003122003222
    378282246310005
    371449635398431
    378734493671000
    370000000000002
    6011111111111117
    6011000990139424
    6011981111111113
    30569309025904
    3056930009020004
    38520000023237
    36227206271667
    3530111333300000
    3566002020360505
    6200000000000005
    6555900000604105
    # IBAN: the registry's examples.
    AT611904300234573201
    BE68539007547034
    CH9300762011623852957
    CZ6508000000192000145399
    DE89370400440532013000
    DK5000400440116243
    ES9121000418450200051332
    FI2112345600000785
    FR1420041010050500013M02606
    GB29NWBK60161331926819
    GB82WEST12345698765432
    GB33BUKB20201555555555
    GR1601101250000000012300695
    HU42117730161111101800000000
    IE29AIBK93115212345678
    IT60X0542811101000000123456
    LU280019400644750000
    NL91ABNA0417164300
    NO9386011117947
    PL61109010140000071219812874
    PT50000201231234567890154
    SE4550000000058398257466
    # Social security numbers printed in advertisements, and those set aside for them.
    078051120
    219099999
    /987-?65-?43[23]\d/
    # Addresses of the first block of Bitcoin and of BIP 173.
    1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
    bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
    """#
}
