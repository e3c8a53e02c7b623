extension BuiltInRules {
  /// Private keys, signed tokens, headers and addresses that carry credentials. One rule a line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let key: StaticString = #"""
    {"id":"private-key","category":"secret","description":"Private key in PEM or OpenPGP armour, also cut off or with written-out line ends",\#
    "keywords":["-----BEGIN","----- BEGIN"],\#
    "pattern":"-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----(?!\\s*+[a-z. ]{0,15}+\\s*+-----END)(?![\"\\x27`][,;)\\]]{0,3}\\s{0,8}+(?![\\s\"\\x27`+,.]{0,8}[A-Za-z0-9+/]{30}))(?:(?:[^-]++|-(?!----))*+-----END[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:(?:[\\s\"\\x27+,>|#]|\\\\[nrt]){0,16}+(?:(?:Proc-Type|DEK-Info|Version|Comment|Charset|Hash): [^\\r\\n\\\\]{1,120}+|[A-Za-z0-9+/=]{12,}+))*+)",\#
    "label":"PRIVATE_KEY","anchored":true,"source":"https://www.rfc-editor.org/rfc/rfc7468",\#
    "positives":["-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBk3vQ1mN8xR2tY7uW0pLs5dFhJaGcBeI4oKzXnVqM9EoAoGCCqGSM49\nAwEHoUQDQgAE\n-----END EC PRIVATE KEY-----","\"-----BEGIN PRIVATE KEY-----\\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg\\n"],\#
    "negatives":["-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----","-----BEGIN PUBLIC KEY-----"]}
    {"id":"putty-private-key","category":"secret","description":"PuTTY private key","keywords":["PuTTY-User-Key-File-"],\#
    "pattern":"PuTTY-User-Key-File-\\d: (?:[^P]++|P(?!rivate-MAC: |uTTY-User-Key-File-))*+Private-MAC: [0-9a-f]{40,64}","label":"PRIVATE_KEY","anchored":true,\#
    "source":"https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html",\#
    "positives":["PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: k\nPublic-Lines: 1\nAAAAC3NzaC1lZDI1\nPrivate-Lines: 1\nAAAAIQq3Vn9Zb4Rt\nPrivate-MAC: 5f0d1c2b3a4958675f0d1c2b3a4958675f0d1c2b"],\#
    "negatives":["PuTTY-User-Key-File-3"]}
    {"id":"putty-private-lines","category":"secret","description":"Private lines of a PuTTY key that is cut off","keywords":["Private-Lines:"],\#
    "pattern":"Private-Lines: \\d{1,3}(?:\\s|\\\\[nr]){1,4}([A-Za-z0-9+/=\\s]{16,4000}+)","group":1,"label":"PRIVATE_KEY","anchored":true,\#
    "source":"https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html","positives":["Private-Lines: 1\nAAAAIQq3Vn9Zb4RtKd8hVn2QpLx7cZb\n"],\#
    "negatives":["Private-Lines: 0"]}
    {"id":"age-secret-key","category":"secret","description":"age secret key","keywords":["AGE-SECRET-KEY-1","AGE-SECRET-KEY-PQ-1"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58,110}(?![A-Za-z0-9])",\#
    "label":"AGE_SECRET_KEY","anchored":true,"source":"https://github.com/C2SP/C2SP/blob/main/age.md",\#
    "positives":["AGE-SECRET-KEY-PQ-182QR5CFAKYJK53UPTL4LYZYTNGCN3Y5XU47255Z3C5964TFC9RXNA8WW0AQ","TOKEN=\"AGE-SECRET-KEY-PQ-182QR5CFAKYJK53UPTL4LYZYTNGCN3Y5XU47255Z3C5964TFC9RXNA8WW0AQ\" # ok"],\#
    "negatives":["AGE-SECRET-KEY-PQ-1…","aBAGE-SECRET-KEY-PQ-182QR5CFAKYJK53UPTL4LYZYTNGCN3Y5XU47255Z3C5964TFC9RXNA8WW0AQ"]}
    {"id":"nostr-private-key","category":"secret","description":"Nostr or Bitcoin private key in bech32","keywords":["nsec1"],\#
    "pattern":"(?:(?<![A-Za-z0-9])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u00[0-9A-Fa-f]{2})|(?<=[0-9\\[][mK]))nsec1[023456789acdefghjklmnpqrstuvwxyz]{58}(?![A-Za-z0-9])","label":"PRIVATE_KEY",\#
    "anchored":true,"source":"https://github.com/nostr-protocol/nips/blob/master/19.md",\#
    "positives":["nsec1da6lhsaz9ew7z6anjc059lc7vzpuqzpx0vk2wrg8gv6cpq69tt407n00s5","TOKEN=\"nsec1da6lhsaz9ew7z6anjc059lc7vzpuqzpx0vk2wrg8gv6cpq69tt407n00s5\" # ok"],\#
    "negatives":["nsec1…","aBnsec1da6lhsaz9ew7z6anjc059lc7vzpuqzpx0vk2wrg8gv6cpq69tt407n00s5"]}
    {"id":"wireguard-key","category":"secret","description":"WireGuard private or preshared key",\#
    "keywords":["PrivateKey","PresharedKey","private_key","preshared"],\#
    "pattern":"(?i)(?:private_?key|preshared_?key)[\"\\x27]?\\s{0,8}[=:]\\s{0,8}[\"\\x27]?([A-Za-z0-9+/]{43}=)(?![A-Za-z0-9=])","group":1,\#
    "label":"WIREGUARD_KEY","anchored":true,"source":"https://www.wireguard.com/quickstart/",\#
    "positives":["PrivateKey = JbvFeDNRowI7rP650ncrwebNO1Z6wmAIM5QYYM7xg5s="],"negatives":["PrivateKey = none"]}
    {"id":"jwt","category":"secret","description":"JSON Web Token","keywords":["eyJ","ewog"],\#
    "pattern":"(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt])|(?<=[0-9\\[][mK]))(?:eyJ|ewog)[A-Za-z0-9_=-]{8,}+\\.(?:eyJ|ewog|e30)[A-Za-z0-9_=-]{6,}+(?:\\.[A-Za-z0-9_=/+-]*+)?",\#
    "check":"base64-json","label":"JWT","anchored":true,"source":"https://www.rfc-editor.org/rfc/rfc7519",\#
    "positives":["eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzZWFsd2F4LTQyIiwiaWF0IjoxfQ.Qx7Lm2Vn9Zb4Rt8Yc1Ws5Pk3Hd6Fg0Ju"],\#
    "negatives":["eyJhbGciOiJFUzI1NiJ9","eyJhead.eyJbody"]}
    {"id":"jwe","category":"secret","description":"Encrypted JSON Web Token","keywords":["eyJ"],\#
    "pattern":"(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{16,}+)\\.[A-Za-z0-9_-]*+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+",\#
    "check":"base64-json","label":"JWT","anchored":true,"source":"https://www.rfc-editor.org/rfc/rfc7516",\#
    "positives":["eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..Qx7Lm2Vn9Zb4Rt8Y.c1Ws5Pk3Hd6Fg0Ju.TiEoAqCvBnMxZlKj"],"negatives":["eyJhbGciOiJkaXIifQ.a.b"]}
    {"id":"jwt-base64","category":"secret","description":"JSON Web Token in base64","keywords":["ZXlK"],\#
    "pattern":"(?:(?<![A-Za-z0-9+/_-]))ZXlK(?:(?:aGJHY2lPaU|ME5YQWlPaU|MGVYQWlPaU|cmFXUWlPaU|ZVhBaU9p|cU1HTj|aGNIVWlPaU|aGNIWWlPaU|aGRXUWlPaU|aU5qUWlP)[A-Za-z0-9+/_-]{40,4000}={0,2})",\#
    "label":"JWT","anchored":true,"source":"https://www.rfc-editor.org/rfc/rfc7519",\#
    "positives":["ZXlKaGJHY2lPaUpJVXpJMU5pSjkuZXlKemRXSWlPaUp6WldGc2QyRjRJbjAuUXg3TG0yVm45WmI0UnQ4WWMxV3M1UGsz"],"negatives":["ZXlKaGJHY2lPaU"]}
    {"id":"authorization-header","category":"secret","description":"Credentials of an Authorization header with their scheme","keywords":["authorization"],\#
    "pattern":"(?i)authorization[\"'\\])\\\\]{0,4}+\\s{0,4}+(?:=>|[:=,])\\s{0,10}+(?:[bfru]{0,2}+[\"'`\\\\]{1,4}+)?+(?:bearer|basic|token|apikey|api-key|api-token|digest|negotiate|ntlm|key|sso-key|hmac|splunk|genie-?key|bot|oauth|ssws|pat|discogs|klaviyo-api-key|deepgram|jwt)[ \\t]{1,4}+(?:token[= ]|username=|key=)?+[\"']?([^\\s\"'`\\\\,;<>${}*()\\[\\]]{6,4000})",\#
    "group":1,"entropy":2.5,"label":"AUTHORIZATION","anchored":true,\#
    "allow":["^[xX*.\\-_#]+$","(?i)^(?:your|my|the|an?|some|insert|replace|change|enter|example|sample|dummy|fake|test|todo|token|access|redacted|masked|hidden|removed|secret|none|null|undefined|placeholder|user|pass)[\\w -]{0,40}$"],\#
    "source":"https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2",\#
    "positives":["Authorization: Bearer k3x9q2vm7z4bn8rt","curl -H \"authorization: Basic c2VhbHdheDpoN1J0MnlQeA==\""],\#
    "negatives":["Authorization: Bearer $TOKEN","Authorization: Bearer <token>","Authorization: Bearer XXXXXXXXXXXX","Authorization: Basic ..."]}
    {"id":"authorization-value","category":"secret","description":"Credentials of an Authorization header without a scheme","keywords":["authorization"],\#
    "pattern":"(?i)authorization[\"'\\])\\\\]{0,4}+\\s{0,4}+(?:=>|[:=,])\\s{0,10}+[\"'`\\\\]{0,4}+(?=[^\\s\"']{0,60}\\d)([^\\s\"'`\\\\,;<>${}*()\\[\\]]{12,4000})",\#
    "group":1,"entropy":3.0,"label":"AUTHORIZATION","anchored":true,\#
    "allow":["^[xX*.\\-_#]+$","(?i)^(?:your|my|the|an?|some|insert|replace|change|enter|example|sample|dummy|fake|test|todo|token|access|redacted|masked|hidden|removed|secret|none|null|undefined|placeholder|user|pass)[\\w -]{0,40}$","^[A-Za-z]\\w*(?:\\.\\w+)*$"],\#
    "source":"https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2","positives":["authorization: 7d3e91ab-4c02-4f8e-95d1-0a6b7c8d9e2f"],\#
    "negatives":["authorization: required","Authorization: AWS4-HMAC"]}
    {"id":"aws-signature-header","category":"secret","description":"Signature of an AWS request",\#
    "keywords":["Signature=","X-Amz-Signature=","X-Goog-Signature="],\#
    "pattern":"(?:X-(?:Amz|Goog)-)?Signature=([A-Fa-f0-9]{64,1024}|[A-Za-z0-9%+/]{27,400}(?:%3D|=)?)(?![A-Za-z0-9])","group":1,"entropy":3.0,\#
    "label":"SIGNATURE","anchored":true,"source":"https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",\#
    "positives":["&X-Amz-Signature=9f3a1c7e5b2d4f609f3a1c7e5b2d4f609f3a1c7e5b2d4f609f3a1c7e5b2d4f60"],"negatives":["Signature=abc"]}
    {"id":"aws-security-token-query","category":"secret","description":"Session token in a signed AWS address",\#
    "keywords":["X-Amz-Security-Token=","X-Amz-Credential=","X-Goog-Credential="],\#
    "pattern":"X-(?:Amz-Security-Token|Amz-Credential|Goog-Credential)=([A-Za-z0-9%+/_.@-]{16,3000}={0,2})","group":1,"label":"AWS_SESSION_TOKEN",\#
    "anchored":true,"source":"https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",\#
    "positives":["?X-Amz-Security-Token=FwoGZXIvYXdzEBkaDKd8hVn2QpLx7cZb"],"negatives":["X-Amz-Security-Token="]}
    {"id":"bearer-token","category":"secret","description":"Bearer token in text","keywords":["bearer "],\#
    "pattern":"(?i)bearer[ \\t]{1,3}+[\"\\x27]?(?=[A-Za-z._~+/=|-]{0,60}\\d)([A-Za-z0-9._~+/|-]{16,4000}={0,3})","group":1,"entropy":3.2,\#
    "label":"BEARER_TOKEN","anchored":true,"allow":["^[A-Za-z]+(?:[._/-][A-Za-z0-9]{1,8})*$"],"source":"https://www.rfc-editor.org/rfc/rfc6750",\#
    "positives":["bearer k3x9q2vm7z4bn8rt5w1c"],"negatives":["bearer authentication scheme","Bearer tokens-of-rfc6750"]}
    {"id":"basic-auth","category":"secret","description":"Basic credentials in text","keywords":["basic "],\#
    "pattern":"(?i:basic)[ \\t]{1,2}+[\"\\x27]?(?=[A-Za-z]{0,200}\\d)(?=[a-z0-9+/]{0,200}[A-Z])(?=[A-Z0-9+/]{0,200}[a-z])([A-Za-z0-9+/]{16,2000}={0,2})(?![A-Za-z0-9_.-])",\#
    "group":1,"entropy":3.2,"label":"BASIC_AUTH","anchored":true,"allow":["^[A-Z]?[a-z]+(?:/[A-Za-z0-9]+)*$","^(?:[A-Z][a-z]+\\d{0,2})+$"],\#
    "source":"https://www.rfc-editor.org/rfc/rfc7617","positives":["header Basic c2VhbHdheDpoN1J0MnlQeA=="],\#
    "negatives":["basic understanding","Basic AuthenticationScheme2"]}
    {"id":"cookie-header","category":"secret","description":"Cookie header","keywords":["cookie:","cookie\":","cookie\\\":","cookie':","cookie2:"],\#
    "pattern":"(?i)cookie2?\\\\?[\"']?:[ \\t]{0,4}+\\\\?[\"'`]?((?=[^\\s=;:\"'{}()]{1,80}=[^\\s;\"'{}$()]{8})(?:[^\\r\\n\"'`\\\\c]++|c(?!ookie2?:))++)","group":1,\#
    "label":"COOKIE","anchored":true,"allow":["^[^=]+=(?:\\.\\.\\.|x+|<)"],"source":"https://www.rfc-editor.org/rfc/rfc6265",\#
    "positives":["Cookie: sid=k3x9q2vm7z4bn8rt; theme=dark","Set-Cookie: session=7d3e91abc402f8e5; Path=/; HttpOnly"],\#
    "negatives":["Cookie: the sweet kind","cookie: null"]}
    {"id":"session-cookie","category":"secret","description":"Session cookie by its name",\#
    "keywords":["PHPSESSID=","JSESSIONID=","ASP.NET_SessionId=","connect.sid=","sessionid=","session_id=","laravel_session=","_session=",".AspNetCore.","cf_clearance=","remember_token=","XSRF-TOKEN=","auth_session=","__Secure-","__Host-","li_at=","sessionToken="],\#
    "pattern":"(?i)[\\w.-]{5,60}=[\"\\x27]?(s%3A[\\w.%+/-]{20,300}|(?=[A-Za-z%._-]{0,60}\\d)[A-Za-z0-9%._~+/-]{20,3000})","group":1,"entropy":3.2,\#
    "label":"SESSION_COOKIE","anchored":true,"allow":["^[A-Za-z]+(?:[._/-][A-Za-z0-9]{1,8})*$"],"source":"https://www.rfc-editor.org/rfc/rfc6265",\#
    "positives":["PHPSESSID=k3x9q2vm7z4bn8rt5w1c6p"],"negatives":["JSESSIONID=abc","sessionid=getSessionId()"]}
    {"id":"url-password","category":"secret","description":"Password in an address","keywords":["://"],\#
    "pattern":"://[^\\s/?#:@\"'<>`]{0,100}+:([^\\s/\"'<>`]{3,256})@(?=[A-Za-z0-9\\[_$%{*-])","group":1,"label":"URL_PASSWORD","anchored":true,\#
    "allow":["^(?:\\$|\\{|<|\\[|%[sdv(]|\\*+$|[xX.]+$|#\\{)","^\\d{1,5}[,;]"],"source":"https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",\#
    "positives":["postgres://app:Tr4verse!9@db.internal:5432/app","redis://:k3x9q2vm@cache:6379/0"],\#
    "negatives":["https://example.org:8080/path","https://user:${PASSWORD}@host/","mailto://a@b"]}
    {"id":"url-token-user","category":"secret","description":"Token as the user of an address","keywords":["://"],\#
    "pattern":"://(?=[A-Za-z_-]{0,60}\\d)([A-Za-z0-9_-]{20,256}+):?@(?=[A-Za-z0-9\\[])","group":1,"entropy":3.0,"label":"URL_TOKEN","anchored":true,\#
    "source":"https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1","positives":["https://k3x9q2vm7z4bn8rt5w1c6phd@git.example.org/r.git"],\#
    "negatives":["https://git@example.org/r.git"]}
    {"id":"url-query-secret","category":"secret","description":"Secret in the query of an address",\#
    "keywords":["?key=","&key=","?sig=","&sig=","?signature=","&signature=","?api_key=","&api_key=","?apikey=","&apikey=","?access_token=","&access_token=","?token=","&token=","?auth=","&auth=","?auth_token=","&auth_token=","?secret=","&secret=","?client_secret=","&client_secret=","?password=","&password=","?passwd=","&passwd=","?pwd=","&pwd=","?pass=","&pass=","?code=","&code=","?refresh_token=","&refresh_token=","?id_token=","&id_token=","?session=","&session=","?sid=","&sid=","?hmac=","&hmac=","?api-key=","&api-key=","?subscription-key=","&subscription-key=","?appid=","&appid=","?app_key=","&app_key=","?authkey=","&authkey=","?credential=","&credential=","?jwt=","&jwt=","?assertion=","&assertion=","?AWSAccessKeyId=","&AWSAccessKeyId=","?private_token=","&private_token=","?sessionid=","&sessionid="],\#
    "pattern":"(?i)[?&](?:key|sig|signature|api[_-]?key|access_token|token|auth(?:_token|key)?|(?:client_)?secret|passwd|password|pwd|pass|code|refresh_token|id_token|session(?:id)?|sid|hmac|subscription-key|appid|app_key|credential|jwt|assertion|AWSAccessKeyId|private_token)=(?=[A-Za-z%._~+/=-]{0,100}\\d)([A-Za-z0-9%._~+/=!@:-]{10,3000})",\#
    "group":1,"entropy":2.9,"label":"URL_SECRET","anchored":true,"allow":["^[A-Za-z]+(?:[._/-][A-Za-z0-9]{1,6})*$","^(?i:your|%7B|%24|%23|%0A|fn(?:%20|\\+)main)"],\#
    "source":"https://www.rfc-editor.org/rfc/rfc3986#section-3.4",\#
    "positives":["https://api.example.org/v1?key=k3x9q2vm7z4bn8rt5w","/cb?state=1&access_token=7d3e91abc402f8e5aa"],\#
    "negatives":["?key=value","&token=YOUR_TOKEN","?code=${code}"]}
    {"id":"url-query-password","category":"secret","description":"Password in the query of an address",\#
    "keywords":["?password=","&password=","?passwd=","&passwd=","?pwd=","&pwd=","?pass=","&pass="],\#
    "pattern":"(?i)[?&](?:password|passwd|pwd|pass)=((?:[^\\s&?\"\\x27<>${}`()\\[\\]\\\\;]|\\?(?!p(?:ass|wd))){3,200}+)","group":1,"check":"literal-secret","label":"PASSWORD",\#
    "anchored":true,\#
    "allow":["^[xX*.\\-_#]+$","(?i)^(?:your|my|the|an?|some|insert|replace|change|enter|example|sample|dummy|fake|test|todo|token|access|redacted|masked|hidden|removed|secret|none|null|undefined|placeholder|user|pass)[\\w -]{0,40}$"],\#
    "source":"https://www.rfc-editor.org/rfc/rfc3986#section-3.4","positives":["/login?user=ada&password=Tr4verse!9"],\#
    "negatives":["?password=${pw}","&password=****"]}
    {"id":"curl-user","category":"secret","description":"User and password of curl, wget or http","keywords":[" -u"," --user"," -U "],\#
    "pattern":"[ ](?:-u|--user|-U)(?:[ \\t=]{1,4}|(?=[\"']))(?:([\"'])(?![$<{\\[(*]|\\d{1,5}:\\d{1,5}[\"'])[^\\s\"'`:$<>()]{0,100}+(?:[\"']:[\"']|:)(?![$<\\[*(]|\\{\\{)((?:(?!\\1)[^\\r\\n\\s]){2,200})\\1|(?![$<\\[{(*]|\\d{1,5}:\\d)[A-Za-z0-9_.@{}+~-]{0,100}+:(?![$<\\[{(*])[\"']?([^\\s\"'`<>$(){}\\[\\]][^\\s\"'`<>(){}\\[\\]]{2,200}))",\#
    "group":0,"label":"CURL_USER","anchored":true,\#
    "allow":["^ -(?:u|U|-user)[ =]{0,4}[\"\\x27]?[a-z]{0,20}:[a-z]{1,12}[\"\\x27]?$",":[\"\\x27]?[$]","[\"\\x27]?:[\"\\x27]?$"],\#
    "source":"https://curl.se/docs/manpage.html#-u",\#
    "positives":["curl -u ada:Tr4verse!9 https://example.org","curl --user \"api:k3x9q2vm7z\" https://example.org"],\#
    "negatives":["curl -u \"$USER:$PASS\" https://example.org","docker run -u 1000:1000 img","curl -u user:password x"]}
    {"id":"curl-user-only","category":"secret","description":"User of curl that is itself the secret","keywords":[" -u"," --user"],\#
    "pattern":"[ ](?:-u|--user)[ \\t=]{1,4}[\"']?(?=[^\\s\"':]{0,60}\\d)([^\\s\"'`:$<>(){}]{10,200}+):[\"']?(?=\\s|$)","group":1,"entropy":2.8,\#
    "label":"CURL_USER","anchored":true,"source":"https://curl.se/docs/manpage.html#-u","positives":["curl -u k3x9q2vm7z4bn8rt5w: https://example.org"],\#
    "negatives":["curl -u \"name:\" x"]}
    {"id":"netrc-password","category":"secret","description":"Password of a .netrc entry","keywords":["machine "],\#
    "pattern":"machine[ \\t]{1,8}\\S{1,100}+\\s{1,20}login[ \\t]{1,8}\\S{1,100}+\\s{1,20}password[ \\t]{1,8}([^\\s<>${}\\[\\]\"\\x27]{3,200})","group":1,\#
    "label":"PASSWORD","anchored":true,"source":"https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html",\#
    "positives":["machine api.example.org\n  login ada\n  password Tr4verse-9"],"negatives":["login with your password here"]}
    {"id":"connection-string-password","category":"secret","description":"Password of a connection string",\#
    "keywords":["Password=","Pwd=","AccountKey=","SharedAccessKey=","SharedSecretValue=","SharedAccessSignature="],\#
    "pattern":"(?i)(?<=[;\"\\x27?]|; )(?:(?:password|pwd)=(?=[^\\r\\n]{0,400};|[^;\\r\\n]{1,200}$)|(?:accountkey|sharedaccesskey|sharedsecretvalue|sharedaccesssignature)=)[\"\\x27]?([^\\s;\"\\x27<>${}()\\[\\]*]{3,400})",\#
    "group":1,"check":"literal-secret","label":"CONNECTION_PASSWORD","anchored":true,\#
    "source":"https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax",\#
    "positives":["Server=db;Database=app;User Id=sa;Password=Tr4verse!9;Encrypt=true"],"negatives":["Server=db;Password=${DB_PASSWORD};"]}
    {"id":"mysql-password-flag","category":"secret","description":"Password of a database or archive command",\#
    "keywords":["mysql ","mysqldump ","mysqladmin ","mariadb ","sshpass ","redis-cli ","PGPASSWORD=","MYSQL_PWD=","SSHPASS=","REDISCLI_AUTH="],\#
    "pattern":"(?:(?:mysql(?:dump|admin)?|mariadb) (?:[^\\r\\n;|&]{0,120}? )?-p|sshpass -p ?|redis-cli (?:[^\\r\\n;|&]{0,120}? )?-a ?|(?:PGPASSWORD|MYSQL_PWD|SSHPASS|REDISCLI_AUTH)=)[\"\\x27]?([^\\s\"\\x27`$<>{}()\\[\\]*;,-][^\\s\"\\x27`<>;]{2,100})",\#
    "group":1,"label":"PASSWORD","anchored":true,"allow":["^(?i:assword|rotocol|ort|ager|ipe|lugin)"],\#
    "source":"https://dev.mysql.com/doc/refman/8.4/en/command-line-options.html","positives":["mysql -u root -pTr4verse9 app","PGPASSWORD=Tr4verse9 psql"],\#
    "negatives":["mysql -u root -p","PGPASSWORD=$PW psql","mysql -u root --port=3306"]}
    {"id":"password-hash","category":"secret","description":"Password hash",\#
    "keywords":["$2a$","$2b$","$2y$","$6$","$5$","$y$","$argon2","$1$","$apr1$","{SSHA}","pbkdf2_sha","$scrypt$","$P$","{CRYPT}"],\#
    "pattern":"(?:\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}|\\$[156]\\$(?:rounds=\\d{1,9}\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{22,86}|\\$y\\$[./A-Za-z0-9]{2,8}\\$[./A-Za-z0-9]{8,32}\\$[./A-Za-z0-9]{43}|\\$argon2(?:id|i|d)\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$[A-Za-z0-9+/]{8,64}\\$[A-Za-z0-9+/]{16,128}|\\$apr1\\$[./A-Za-z0-9]{1,8}\\$[./A-Za-z0-9]{22}|\\{SSHA\\}[A-Za-z0-9+/]{28,60}={0,2}|pbkdf2_sha(?:1|256|512)\\$\\d{3,8}\\$[A-Za-z0-9]{4,40}\\$[A-Za-z0-9+/]{27,100}={0,2})",\#
    "label":"PASSWORD_HASH","anchored":true,"source":"https://man7.org/linux/man-pages/man5/crypt.5.html",\#
    "positives":["$2b$12$Kd8hVn2QpLx7cZbR4tYw9eSs1fGj5HuTiEo3ZkvQmN8xR2tY7uW0p","root:$6$Kd8hVn2Q$13Of111kr2Yj83BB8xQN6DOWM0un8t4C4nCGVIz4BMHCHkcTCLdR1SUOewFSv8OlEOIeZUnGIrI9c3iW7n8aZ7:19000"],\#
    "negatives":["$2b$12$","costs $6$ each"]}
    {"id":"hex-private-key","category":"secret","description":"Private key in hex beside its name",\#
    "keywords":["private","secret_key","secretkey","priv_key","privkey","mnemonic"],\#
    "pattern":"(?i)(?:private|secret_?key|priv_?key)[\\w -]{0,12}+[\"\\x27\\])\\\\]{0,3}+\\s{0,4}[:=]{1,2}\\s{0,6}[\"\\x27\\\\]{0,3}((?:0x)?[0-9a-f]{64})(?![0-9A-Za-z])",\#
    "group":1,"entropy":2.5,"label":"PRIVATE_KEY","anchored":true,"source":"https://ethereum.org/developers/docs/accounts/",\#
    "positives":["PRIVATE_KEY=0x9f3a1c7e5b2d4f609f3a1c7e5b2d4f609f3a1c7e5b2d4f609f3a1c7e5b2d4f60"],"negatives":["private_key: none"]}
    {"id":"seed-phrase","category":"secret","description":"Seed phrase of a wallet","keywords":["mnemonic","seed phrase","seed_phrase","recovery phrase"],\#
    "pattern":"(?i)(?:mnemonic|seed[ _-]?phrase|recovery phrase)(?: is| words?)?[\"\\x27]?\\s{0,4}[:=]\\s{0,4}[\"\\x27]?([a-z]{3,8}(?: [a-z]{3,8}){11,23})(?![A-Za-z ])",\#
    "group":1,"label":"SEED_PHRASE","anchored":true,"source":"https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki",\#
    "positives":["mnemonic = \"amber canoe drift ember fossil glide harbor ivory jungle kettle ladder meadow\""],"negatives":["mnemonic: a short phrase"]}
    """#
}
