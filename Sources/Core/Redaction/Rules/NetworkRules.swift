extension BuiltInRules {
  /// Network addresses, home directories and positions; off by default. One rule a line of JSON, in the form that
  /// `redact --print-rules` writes and `--rules` reads.
  static let network: StaticString = #"""
    {"id":"ipv4","category":"network","description":"IPv4 address, also with prefix length","trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_])(?<![0-9]\\.)(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\#
    \\d\\d|[1-9]?\\d)){3}(?![0-9A-Za-z_])(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?)","label":"IP_ADDRESS","group":1,\#
    "source":"https://www.rfc-editor.org/rfc/rfc791",\#
    "positives":["from 203.0.113.9 port 22","10.20.30.0/24","(198.51.100.7)"],\#
    "negatives":["1.2.3","256.1.1.1","v1.2.3.4","10.20.30.444","1.2.3.4a"]}
    {"id":"ipv6","category":"network","description":"IPv6 address, also with zone or prefix length",\#
    "trigger":"colon",\#
    "pattern":"(?:(?<=[A-Za-z0-9_])[A-Fa-f]{0,4}6?:(?!:))?(?<![A-Za-z0-9_])(?<![\\w)\\]]\\[)((?:[0-9A-Fa-f]{0,4}:){2,\#
    7}(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|[0-9A-Fa-f]{1,4})?(\#
    ?![A-Za-z0-9_:]|\\.[0-9A-Fa-f])(?:%[A-Za-z0-9._~-]{1,32})?(?:/(?:12[0-8]|1[01]\\d|\\d{1,2})(?!\\d))?)",\#
    "label":"IP_ADDRESS","group":1,"check":"ipv6","source":"https://www.rfc-editor.org/rfc/rfc4291",\#
    "positives":["from 2001:db8:5::77 port 22","http://[2001:db8::5]:80/","inet6:fe80::9c:1%wlan0","::ffff:198.51.100\#
    .7","2001:db8:40::/44"],\#
    "negatives":["12:34:56","std::vector","a[::2]","2001:db8::1::2","12:34:56:78","Foo::Bar"]}
    {"id":"mac-colon","category":"network","description":"MAC address with colons","trigger":"colon",\#
    "pattern":"(?:(?<=[A-Za-z0-9_])[A-Fa-f]{0,4}:)?(?<![A-Za-z0-9_-])(?!(?:00[:.-]?){6}|(?i:(?:ff[:.-]?){6}))((?:[0-9\#
    A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})(?![A-Za-z0-9_:-])","label":"MAC_ADDRESS","group":1,\#
    "source":"https://standards.ieee.org/products-programs/regauth/",\#
    "positives":["ether 02:42:ac:11:00:5e","mac:9C:5C:8E:12:AB:07"],\#
    "negatives":["00:00:00:00:00:00","ff:ff:ff:ff:ff:ff","12:34:56","02:42:ac:11:00","02:42:ac:11:00:5e:11:22"]}
    {"id":"mac-dash","category":"network","description":"MAC address with dashes or in dotted groups of four",\#
    "trigger":"word",\#
    "pattern":"(?<![A-Za-z0-9_.-])(?!(?:00[:.-]?){6}|(?i:(?:ff[:.-]?){6}))(?:(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}|[0-\#
    9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4})(?![A-Za-z0-9_-]|\\.[0-9A-Fa-f])","label":"MAC_ADDRESS",\#
    "source":"https://standards.ieee.org/products-programs/regauth/",\#
    "positives":["9C-5C-8E-12-AB-07","9c5c.8e12.ab07"],\#
    "negatives":["00-00-00-00-00-00","2024-01-02","9c5c.8e12.ab07.1234","550e8400-e29b-41d4-a716-446655440000"]}
    {"id":"mac-keyword","category":"network","description":"MAC address in a text that speaks of one",\#
    "keywords":["mac","hardware","ethernet","hwaddr","address","bssid","physical"],\#
    "pattern":"(?<![A-Za-z0-9_.:-])(?!(?:00[:.-]?){6}|(?i:(?:ff[:.-]?){6}))(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\#
    \\g{1}){4}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4})(?![A-Za-z0-9_:-]|\\.[0-9A-Fa-f])",\#
    "label":"MAC_ADDRESS","source":"https://standards.ieee.org/products-programs/regauth/",\#
    "positives":["MAC: AC-DE-48-12-AB-07","ethernet address AC:DE:48:00:11:22","hwaddr acde.4800.1122"],\#
    "negatives":["address 00:00:00:00:00:00","MAC: AC-DE-48","AC-DE-48-12-AB-07"]}
    {"id":"url","category":"network","default":false,"description":"Any web address",\#
    "keywords":["http://","https://","ftp://"],\#
    "pattern":"(?i)(?:(?<![A-Za-z0-9_/-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:https?|ftp)://[^\\s\"'<>\\\\^`{|}\\[\\]]{3,2048}(?<![.,;:!?)])","label":"URL","anchored":true,\#
    "source":"https://www.rfc-editor.org/rfc/rfc3986","positives":["see https://example.org/a?b=c#d.","FTP://files.example.org/x"],\#
    "negatives":["https://","http is a protocol"]}
    {"id":"home-directory","category":"path","description":"User name in the path of a home directory",\#
    "keywords":["/home/","/users/","\\users\\","\\\\users\\","/documents and settings/","\\documents and settings\\",\#
    "\\\\documents and settings\\"],\#
    "pattern":"(?:(?<![\\w.])|(?<=/[a-z])|(?<=[A-Za-z]:))(?:/home/|/Users/|(?i:/Documents and Settings/)|\\\\{1,2}(?i\#
    :users|documents and settings)\\\\{1,2})(?i:(?!(?:shared|public|default|all[ ]users|runner|user|users|username|yo\#
    u|yourname|me|name|ubuntu|root|app|node|vscode|circleci|travis|linuxbrew|nonroot|git)(?![A-Za-z0-9._-])))([\\p{L}\#
    \\p{N}_][\\p{L}\\p{N}._@+-]{0,63}(?<![.]))","label":"USER","anchored":true,"group":1,\#
    "source":"https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch03s08.html",\#
    "positives":["/home/jroe/src/a.c","C:\\Users\\JRoe\\Desktop","cd /Users/jane.roe","file:///Users/jroe/x"],\#
    "negatives":["/home/runner/work","GET /api/users/123","/home/","https://example.com/home/news","C:\\Users\\Public\#
    \\x"]}
    {"id":"home-directory-slug","category":"path","description":"User name in a path whose slashes were made dashes",\#
    "keywords":["-users-","-home-"],\#
    "pattern":"(?<![A-Za-z0-9_])-(?:Users|home)-(?i:(?!(?:shared|public|default|all[ ]users|runner|user|users|usernam\#
    e|you|yourname|me|name|ubuntu|root|app|node|vscode|circleci|travis|linuxbrew|nonroot|git)(?![A-Za-z0-9._])))([A-Z\#
    a-z0-9_]{2,32})(?=-)","label":"USER","anchored":true,"group":1,\#
    "source":"https://docs.anthropic.com/en/docs/claude-code",\#
    "positives":["~/.claude/projects/-Users-jroe-src-app","-home-jroe-src"],\#
    "negatives":["the-home-page-link","-home-runner-work-x"]}
    {"id":"gps-decimal","category":"location","description":"Latitude and longitude in decimal degrees",\#
    "trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.])(?:[0-8]?\\d|90)\\.\\d{4,15}(?:\\x{B0})?[ ]?[NS]?(?:[ ]{0,2}[,;/][ ]{0,3}|[ ]{1\#
    ,3})[-+]?(?:1[0-7]\\d|\\d{1,2}|180)\\.\\d{4,15}(?:\\x{B0})?(?:[ ]?[EW](?![A-Za-z]))?(?![0-9])(?!\\.\\d))",\#
    "label":"LOCATION","group":1,"source":"https://www.iso.org/standard/75147.html",\#
    "positives":["at 52.516275, 13.377704","-33.856784,151.215297","48.858370° N, 2.294481° E"],\#
    "negatives":["1.5, 2.5","52.516275","v1.2345.6","91.516275,13.377704"]}
    {"id":"gps-degrees","category":"location","description":"Latitude and longitude in degrees, minutes and seconds",\#
    "trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_.])\\d{1,2}\\x{B0}[ ]?\\d{1,2}['\\x{2032}\\x{2019}][ ]?(?:\\d{1,2}(?:\\.\\d{1,6})?\#
    (?:[\"\\x{2033}\\x{201D}]|''))?[ ]?[NS][ ,;/]{0,3}\\d{1,3}\\x{B0}[ ]?\\d{1,2}['\\x{2032}\\x{2019}][ ]?(?:\\d{1,2}\#
    (?:\\.\\d{1,6})?(?:[\"\\x{2033}\\x{201D}]|''))?[ ]?[EWO](?![A-Za-z]))","label":"LOCATION","group":1,\#
    "source":"https://www.iso.org/standard/75147.html",\#
    "positives":["40°41'21.4\"N 74°02'40.2\"W","52° 30' N, 13° 22' E"],"negatives":["40° outside","40°41'21\"N"]}
    {"id":"gps-iso6709","category":"location","description":"Latitude and longitude as one ISO 6709 string",\#
    "trigger":"digits",\#
    "pattern":"[+(]{0,3}((?<![A-Za-z0-9_])[+][0-8]\\d(?:\\.\\d{2,8})[+-](?:0\\d\\d|1[0-8]\\d)(?:\\.\\d{2,8})(?:[+-]\\d{1,5\#
    }(?:\\.\\d{1,4})?)?/)","label":"LOCATION","group":1,"source":"https://www.iso.org/standard/75147.html",\#
    "positives":["+48.8577+002.295/","+27.5916+086.5640+8850/"],"negatives":["+48.8577","+1.5-2.5/"]}
    {"id":"gps-keyword","category":"location","description":"Latitude or longitude behind its name",\#
    "keywords":["lat","lon","lng"],\#
    "pattern":"(?i)(?<![a-z])(?:lat|latitude|lon|lng|long|longitude)[\"']?[ ]{0,2}[:=][ ]{0,2}[\"']?(-?(?:1[0-7]\\d|1\#
    80|\\d{1,2})\\.\\d{3,15})(?![0-9])(?!\\.\\d)","label":"LOCATION","anchored":true,"group":1,\#
    "source":"https://www.rfc-editor.org/rfc/rfc5870","positives":["lat=52.516275","\"longitude\": 13.377704"],\#
    "negatives":["lat=1","flat=52.516275","latency: 52.516275"]}
    {"id":"location-member","category":"location","description":"Value of a member named after a coordinate",\#
    "names":["latitude","longitude","gpslatitude","gpslongitude","geolocation","gpscoordinates"],"value":"literal",\#
    "label":"LOCATION","source":"https://www.rfc-editor.org/rfc/rfc5870",\#
    "positives":["{\"latitude\":\"52.516275\"}"],"negatives":["{\"latitude\":\"\"}","{\"latitude\":\"${LAT}\"}"]}
    """#
}
