extension BuiltInRules {
  /// Secrets that a command line, a statement, a table or a sentence shows where no assignment names them. One rule a
  /// line of JSON, in the form that `redact --print-rules` writes and `--rules` reads.
  static let command: StaticString = #"""
    {"id":"sql-password","category":"secret","description":"Password of a statement that creates or alters a database user",\#
    "keywords":["identified by","identified with"],\#
    "pattern":"(?i)identified\\s{1,4}(?:with\\s{1,4}[\\w'\"]{1,40}+\\s{1,4})?by\\s{1,4}(?:password\\s{1,4}|values\\s{1,4})?(?|'([^'\\r\\n]{3,200})'|\"([^\"\\r\\n]{3,200})\"|(?=[^\\s;'\"]{0,40}\\d)([A-Za-z][^\\s;'\"<>(),]{5,100})(?=\\s{0,4}(?:;|$|account|default|quota|profile)))",\#
    "group":1,"check":"literal-secret","label":"PASSWORD","anchored":true,\#
    "allow":["^[?:]","^(?:[a-z]{1,5}|index|number|string|the .*|[a-z]+_[a-z]+\\d?)$"],\#
    "source":"https://dev.mysql.com/doc/refman/en/create-user.html",\#
    "positives":["CREATE USER ada IDENTIFIED BY 'Tr4verse!9';","alter user ada identified by Tr4verse9;"],\#
    "negatives":["identified by 'name'","IDENTIFIED BY '${pw}'","identified by '?'"]}
    {"id":"command-password","category":"secret","description":"Password that a command takes as an option",\#
    "keywords":["docker login","podman login","registry login","nerdctl login","buildah login","oras login","auth login","twine upload","az login","cf login","redis-cli","valkey-cli","ldapsearch","ldapmodify","ldapadd","ldapwhoami","ldapdelete","ldappasswd","unzip -","zip -","sqlcmd","bcp ","keytool","jarsigner","7z ","7za ","unrar ","openssl","ipmitool","mongosh","mongodump","mongorestore","xfreerdp"],\#
    "pattern":"(?:(?:(?:docker|podman|registry|nerdctl|buildah|oras|auth|az|cf) login|twine upload|mongo(?:sh|dump|restore))\\b[^\\r\\n|;&]{0,200}?[ ]-p[ =]|(?:redis|valkey)-cli\\b[^\\r\\n|;&]{0,200}?[ ]-a[ ]|ldap(?:search|modify|add|whoami|delete|passwd)\\b[^\\r\\n|;&]{0,200}?[ ]-w[ ]|(?:(?:un)?zip|sqlcmd|bcp|ipmitool)\\b[^\\r\\n|;&]{0,200}?[ ]-P[ ]?|(?:keytool|jarsigner)\\b[^\\r\\n|;&]{0,200}?[ ]-(?:store|key|deststore|srcstore|destkey)pass[ ]|(?:7za?|unrar)[ ][^\\r\\n|;&]{0,200}?[ ]-p|openssl[ ][^\\r\\n|;&]{0,200}?[ ](?:-k[ ](?!ey)|-pass(?:in|out)?[ ]pass:)|xfreerdp\\b[^\\r\\n|;&]{0,200}?[ ]/p:)[\"\\x27]?([^\\s\"\\x27`|;&<>()]{4,200})",\#
    "group":1,"check":"literal-secret","label":"PASSWORD","anchored":true,\#
    "allow":["^[/.~-]|^\\d{1,5}$","^[a-z]{1,8}:"],\#
    "source":"https://cwe.mitre.org/data/definitions/214.html",\#
    "positives":["docker login -u ci -p Tr4verse9 registry.example.org","redis-cli -h r -a Tr4verse-9 ping","ldapsearch -x -D cn=ada -w Tr4verse9","7z x -pTr4verse9 a.7z","keytool -list -storepass Tr4verse9"],\#
    "negatives":["docker login -u ci -p $PW registry","openssl rsa -in key.pem -passin env:PW","unzip -p a.zip file","redis-cli -a \"$PW\"","ldapsearch -x -w <password>"]}
    {"id":"command-argument-password","category":"secret","description":"Password that a command takes as an argument",\#
    "keywords":["htpasswd","rabbitmqctl","net use","vault login","nmcli","bw unlock"],\#
    "pattern":"(?:htpasswd[ ]{1,3}-\\w{0,5}b\\w{0,5}[ ]{1,3}\\S{1,200}+[ ]{1,3}\\S{1,100}+[ ]{1,3}|rabbitmqctl[ ]{1,3}(?:add_user|change_password|authenticate_user)[ ]{1,3}\\S{1,100}+[ ]{1,3}|net use[ ][^\\r\\n]{1,200}?/user:\\S{1,100}+[ ]{1,3}|vault login[ ]{1,3}(?:-[\\w=-]{1,60}+[ ]{1,3}){0,3}+(?=[^\\s\"']{0,40}\\d)|nmcli[ ][^\\r\\n]{0,200}?[ ]password[ ]{1,3}|bw unlock[ ]{1,3}(?!--))[\"\\x27]?([^\\s\"\\x27`|;&<>()]{4,200})",\#
    "group":1,"check":"literal-secret","label":"PASSWORD","anchored":true,\#
    "allow":["^-"],\#
    "source":"https://cwe.mitre.org/data/definitions/214.html",\#
    "positives":["htpasswd -b .htpasswd ada Tr4verse9","rabbitmqctl add_user ada Tr4verse9","vault login k3x9q2vm7z4bn8rt","nmcli dev wifi connect home password Tr4verse9"],\#
    "negatives":["vault login -method=oidc","rabbitmqctl add_user ada \"$PW\"","htpasswd -c .htpasswd ada"]}
    {"id":"piped-password","category":"secret","description":"Password that a command is given through a pipe",\#
    "keywords":["--password-stdin","sudo -S","sudo --stdin","chpasswd","--with-token","passwd --stdin","luksOpen","--passphrase-fd"],\#
    "pattern":"(?:echo|printf)[ ]{1,3}(?:-n[ ]{1,2}|[\"\\x27]?%s(?:\\\\n)?[\"\\x27]?[ ]{1,2})?[\"\\x27]?(?:[\\w.-]{1,40}:)?([^\\s\"\\x27`|;&<>(){}$:]{4,200})[\"\\x27]?[ ]{0,3}\\|[ ]{0,3}(?:[\\w/.-]{1,40}[ ]){0,3}(?:sudo|docker|podman|helm|nerdctl|oras|gh|chpasswd|passwd|cryptsetup|gpg|\\w{1,20}[ ]login)\\b",\#
    "group":1,"check":"literal-secret","label":"PASSWORD",\#
    "source":"https://cwe.mitre.org/data/definitions/214.html",\#
    "positives":["echo Tr4verse9 | sudo -S apt update","echo 'root:Tr4verse9' | chpasswd","printf '%s' Tr4verse9 | docker login --password-stdin"],\#
    "negatives":["echo $PW | sudo -S ls","echo \"${TOKEN}\" | docker login --password-stdin"]}
    {"id":"driver-dsn-password","category":"secret","description":"Password of a data source name with its network in parentheses",\#
    "keywords":["@tcp(","@unix("],\#
    "pattern":"(?<=[\\w-]):([^\\s:/\"\\x27`<>{}]{3,100})@(?:tcp|unix)\\(",\#
    "group":1,"check":"literal-secret","label":"CONNECTION_PASSWORD",\#
    "allow":["^(?:password|pass|pwd)$"],\#
    "source":"https://github.com/go-sql-driver/mysql#dsn-data-source-name",\#
    "positives":["ada:Tr4verse9@tcp(db:3306)/shop"],\#
    "negatives":["user:%s@tcp(%s)/db","user:password@tcp(localhost)/db"]}
    {"id":"oracle-logon","category":"secret","description":"Password of an Oracle logon",\#
    "keywords":["sqlplus","jdbc:oracle:","expdp ","impdp ","sqlldr "],\#
    "pattern":"(?:(?:sqlplus|expdp|impdp|sqlldr)[ ]{1,3}(?:-\\w{1,8}[ ]{1,3}){0,3}+[\"\\x27]?|jdbc:oracle:\\w{1,8}:)[\\w$#]{1,40}+/[\"\\x27]?([^\\s\"\\x27/]{3,100})@",\#
    "group":1,"check":"literal-secret","label":"CONNECTION_PASSWORD","anchored":true,\#
    "source":"https://docs.oracle.com/en/database/oracle/oracle-database/23/sqpug/CONNECT.html",\#
    "positives":["sqlplus ada/Tr4verse9@db","jdbc:oracle:thin:ada/Tr4verse9@//db:1521/x"],\#
    "negatives":["sqlplus /nolog","jdbc:oracle:thin:@//db:1521/x"]}
    {"id":"smb-password","category":"secret","description":"Password behind a user name and a percent sign",\#
    "keywords":["smbclient","rpcclient","smbget","smbmap","winexe","net rpc","net ads"],\#
    "pattern":"(?:smbclient|rpcclient|smbget|smbmap|winexe|net rpc|net ads)\\b[^\\r\\n|;&]{0,200}?[ ](?:-U|--user)[ =]?[\"\\x27]?[\\w\\\\.@/-]{1,60}%([^\\s\"\\x27|;&]{3,100})",\#
    "group":1,"check":"literal-secret","label":"PASSWORD","anchored":true,\#
    "source":"https://www.samba.org/samba/docs/current/man-html/smbclient.1.html",\#
    "positives":["smbclient //h/s -U ada%Tr4verse9"],\#
    "negatives":["smbclient //h/s -U ada","smbclient -U ada%$PW"]}
    {"id":"expect-password","category":"secret","description":"Password that a script sends at a prompt",\#
    "keywords":["expect "],\#
    "pattern":"expect[ ]{1,3}(?:-(?:re|exact|nocase)[ ]{1,3})?[\"{][^\"}\\r\\n]{0,40}?(?i:assword|assphrase|asscode|pin)[^\"}\\r\\n]{0,10}[\"}]\\s{1,8}(?:\\{\\s{0,8})?send[ ]{1,3}(?:--[ ]{1,3})?[\"\\x27]([^\"\\x27\\r\\n\\\\$\\[]{4,100})",\#
    "group":1,"check":"literal-secret","label":"PASSWORD","anchored":true,\#
    "source":"https://core.tcl-lang.org/expect/",\#
    "positives":["expect \"assword:\"\nsend \"Tr4verse9\\r\""],\#
    "negatives":["expect \"password:\"\nsend \"$pw\\r\"","expect \"login:\" send \"ada1\\r\""]}
    {"id":"typed-password","category":"secret","description":"Password that a test types into a field",\#
    "keywords":["password\").","password').","password\"]","password']"],\#
    "pattern":"(?i)password[\"\\x27\\]]{1,4}\\)\\.(?:first(?:\\(\\))?\\.)?(?:type|fill|send_?keys|set_?value)\\(\\s{0,3}[\"\\x27]([^\"\\x27\\r\\n]{4,100})[\"\\x27]",\#
    "group":1,"check":"literal-secret","label":"PASSWORD","anchored":true,\#
    "source":"https://cwe.mitre.org/data/definitions/798.html",\#
    "positives":["cy.get(\"#password\").type(\"Tr4verse9\")","driver.find_element(By.ID, 'password').send_keys('Tr4verse9')"],\#
    "negatives":["cy.get('#password').type(pw)","page.locator('#password').fill('${pw}')"]}
    {"id":"variable-default-secret","category":"secret","description":"Default of a variable that is named after a secret",\#
    "keywords":["variable \""],\#
    "pattern":"variable\\s{1,4}\"[\\w-]{0,60}?(?i:password|passwd|passphrase|pwd|secret|token|api_?key|access_?key|private_?key|account_?key|_key|_pass)[\\w-]{0,20}+\"\\s{0,4}\\{[^{}]{0,400}?\\bdefault\\s{0,8}=\\s{0,4}\"([^\"\\r\\n]{4,400})\"",\#
    "group":1,"check":"literal-secret","label":"SECRET","anchored":true,\#
    "source":"https://developer.hashicorp.com/terraform/language/values/variables",\#
    "positives":["variable \"db_password\" {\n  type = string\n  default = \"Tr4verse9\"\n}"],\#
    "negatives":["variable \"token\" {\n  default = \"\"\n}","variable \"region\" {\n  default = \"eu-west-1\"\n}"]}
    {"id":"property-default-secret","category":"secret","description":"Value that a property named after a secret begins with",\#
    "keywords":["{ get;","{get;"],\#
    "pattern":"(?i)(?:password|passwd|passphrase|pwd|secret|token|api_?key|access_?key|account_?key|master_?key|encryption_?key|license_?key|secret_?key|pass)\\w{0,24}\\s{0,3}\\{\\s{0,3}get;[^{}\"]{0,30}\\}\\s{0,3}=\\s{0,3}\"([^\"\\r\\n]{4,400})\"",\#
    "group":1,"check":"literal-secret","label":"SECRET",\#
    "source":"https://cwe.mitre.org/data/definitions/798.html",\#
    "positives":["public string ApiKey { get; set; } = \"k3x9q2vm7z4bn8rt\";"],\#
    "negatives":["public string Password { get; set; } = \"\";","public string Name { get; set; } = \"Tr4verse9\";"]}
    {"id":"table-secret","category":"secret","description":"Secret in a table or list that names it",\#
    "keywords":["password`","password |","password**","passwd`","pwd`","pass`","phrase`","pwd |","pass |","phrase |","pwd**","pass**","phrase**","secret`","secret |","secret**","token`","token |","token**","key`","key |","key**","base`","base |","base**","password ->","secret ->","token ->","key ->","pass ->","pwd ->","phrase ->","base ->"],\#
    "pattern":"(?i)(?:password|passwd|pwd|pass|phrase|secret|token|key|base)(?:[`*]{1,3}[ ]{0,20}(?:[:|=]|->|→)|[ ]{1,20}\\||[`*]{0,3}[ ]?->|\\*\\*[`\"]?:|:\\*\\*)[ ]{0,20}[`\"\\x27*]{0,3}(?=[^\\s`\"\\x27|]{0,80}\\d)([^\\s`\"\\x27|<>{}()\\[\\],;]{6,400})(?=[`\"\\x27*]{0,3}[ ]{0,20}(?:\\||\\s|$))",\#
    "group":1,"check":"literal-secret","entropy":2.3,"label":"SECRET","anchored":true,\#
    "allow":["^(?:[A-Z]?[a-z]+|[A-Z]+)\\d?(?:[_./:@ -]+(?:(?:[A-Z]?[a-z]+|[A-Z]+)\\d?|\\d))*$","^[\\d.,:/+-]+\\w{0,3}$","^\\w+(?:[:/.]\\w+)+(?<!\\d\\d)$","^(?:[a-z]+\\d?_)+[a-z]+\\d?$","^v\\d","^--?\\w","^(?:arn|vault|op|ref|file|ssm|secretsmanager)[:/]","^[#@&*!.][A-Za-z_-]+\\d?$","^[a-z]+(?:-[a-z]+)*-\\d{1,3}$","^\\d{4}-\\d\\d-\\d\\d","(?i)^(?:[hrep]s\\d{3}|sha-?\\d+|(?:string|str|char|byte|bytes|int|object|any|optional|option|vec)[?*<\\[\\]|].*)$"],\#
    "source":"https://cwe.mitre.org/data/definitions/798.html",\#
    "positives":["| `DB_PASSWORD` | `marble-tiger43` |","- **api_key**: `k3x9q2vm7z4bn8rt`","API_TOKEN -> k3x9q2vm7z4bn8rt"],\#
    "negatives":["| `key` | `value_1` |","| token | 1234567 |","- **key**: `items.0.name`","cache key -> user:123:profile"]}
    {"id":"form-secret","category":"secret","description":"Secret in a form or query under a longer name",\#
    "keywords":["secret=","token=","_key=","-key=","apikey=","secretkey=","accesskey=","accountkey=","masterkey=","key_base=","password=","passwd=","_pwd=","_pass="],\#
    "pattern":"(?i)(?<=[?&]|[?&][\\w.-]{1}|[?&][\\w.-]{2}|[?&][\\w.-]{3}|[?&][\\w.-]{4}|[?&][\\w.-]{5}|[?&][\\w.-]{6}|[?&][\\w.-]{7}|[?&][\\w.-]{8}|[?&][\\w.-]{9}|[?&][\\w.-]{10}|[?&][\\w.-]{11}|[?&][\\w.-]{12}|[?&][\\w.-]{13}|[?&][\\w.-]{14}|[?&][\\w.-]{15}|[?&][\\w.-]{16}|[?&][\\w.-]{17}|[?&][\\w.-]{18}|[?&][\\w.-]{19}|[?&][\\w.-]{20}|[?&][\\w.-]{21}|[?&][\\w.-]{22}|[?&][\\w.-]{23}|[?&][\\w.-]{24})[_-]?(?:secret|token|apikey|secretkey|accesskey|accountkey|masterkey|key_base|key|password|passwd|pwd|pass)=(?=[A-Za-z%._~+/=-]{0,100}\\d)([A-Za-z0-9%._~+/=!@:*-]{6,3000})",\#
    "group":1,"check":"literal-secret","entropy":2.7,"label":"URL_SECRET","anchored":true,\#
    "allow":["^(?:[A-Z]?[a-z]+|[A-Z]+)\\d?(?:[_./:@ -]+(?:(?:[A-Z]?[a-z]+|[A-Z]+)\\d?|\\d))*$","^\\d+$","^(?i:your|%7B|%24)"],\#
    "source":"https://url.spec.whatwg.org/#application/x-www-form-urlencoded",\#
    "positives":["user=x&encryption_key=k3x9q2vm7z4bn8rt&submit=1"],\#
    "negatives":["a=1&page_token=${t}","?sort_key=name","&cache_key=v1.2"]}
    {"id":"url-oauth-basic","category":"secret","description":"Token before x-oauth-basic in an address",\#
    "keywords":[":x-oauth-basic@"],\#
    "pattern":"://([^\\s:/@\"\\x27]{8,200}):x-oauth-basic@",\#
    "group":1,"check":"literal-secret","label":"URL_PASSWORD",\#
    "source":"https://docs.github.com/en/rest/authentication",\#
    "positives":["https://k3x9q2vm7z4bn8rt:x-oauth-basic@example.org/r.git"],\#
    "negatives":["https://${T}:x-oauth-basic@example.org"]}
    {"id":"curl-cookie","category":"secret","description":"Cookies that a command sends",\#
    "keywords":["curl "],\#
    "pattern":"curl\\b[^\\r\\n|;]{0,200}?[ ](?:-b|--cookie)[ =][\"\\x27]?([\\w.-]{1,60}=[^\\s\"\\x27]{6,3000}(?:;[ ]?[^\\s\"\\x27]{1,1000}){0,20})",\#
    "group":1,"check":"literal-secret","label":"COOKIE","anchored":true,\#
    "source":"https://curl.se/docs/manpage.html#-b",\#
    "positives":["curl -b 'session=k3x9q2vm7z4bn8rt' https://example.org"],\#
    "negatives":["curl -b cookies.txt https://example.org","curl -b session=$S x"]}
    {"id":"pgpass-line","category":"secret","description":"Password of a line of .pgpass",\#
    "keywords":[":5432:",":5433:",":6432:"],\#
    "pattern":":(?:543[23]|6432):[\\w*.-]{1,60}:[\\w*.@-]{1,60}:([^\\s:\"\\x27]{4,200})(?=\\s|$)",\#
    "group":1,"check":"literal-secret","label":"PASSWORD","anchored":true,\#
    "source":"https://www.postgresql.org/docs/current/libpq-pgpass.html",\#
    "positives":["db.example.org:5432:shop:ada:Tr4verse9"],\#
    "negatives":["0.0.0.0:5432:5432","db:5432:shop:ada:${PW}"]}
    {"id":"said-login","category":"secret","description":"Password of a login that a sentence tells",\#
    "keywords":["login with ","log in with ","log in as ","login as ","logged in as ","sign in with ","sign in as "],\#
    "pattern":"(?i)(?:log(?:ged)? ?in|sign in)(?: as| with) [\\w.@-]{2,40}(?: / | with (?:the )?(?:password )?| and (?:the )?(?:password )?)[\"'`(]{0,2}(?=[^\\s\"'`]{0,30}[\\d!@#$%^&*?])(?=[^\\s\"'`]{0,40}[A-Za-z])([^\\s\"'`<>(){}\\[\\],;]{5,100}[^\\s\"'`<>(){}\\[\\],;.:!?]|[^\\s\"'`<>(){}\\[\\],;]{4,100}[!?](?=[\\s\"'`,;]|$))(?![(\\[{\\w=])",\#
    "group":1,"check":"literal-secret","entropy":2.0,"label":"PASSWORD","anchored":true,\#
    "allow":["^(?:[A-Z]?[a-z]+|[A-Z]+)\\d?(?:[_./:@ -]+(?:(?:[A-Z]?[a-z]+|[A-Z]+)\\d?|\\d))*$","^\\d+(?:st|nd|rd|th)$|^v?\\d+(?:\\.\\w+)*$","^\\d?[A-Z]{2,5}\\d?$|^\\d[A-Za-z]{1,4}$"],\#
    "source":"https://cwe.mitre.org/data/definitions/798.html",\#
    "positives":["login with ada / Tr4verse9","log in as root with marble-tiger43"],\#
    "negatives":["log in as root with sudo","log in as admin with 2FA enabled"]}
    {"id":"tried-password","category":"secret","description":"Password that a sentence tells before it names it",\#
    "keywords":["as the password","as password","as my password","as your password","as a password","as the passphrase","as passphrase"],\#
    "pattern":"(?i)(?:try|tried|use|used|using|set|enter|entered|typed?) [\"'`]?(?=[^\\s\"'`]{0,30}\\d)(?=[^\\s\"'`]{0,40}[A-Za-z])([^\\s\"'`<>(){}\\[\\],;]{5,100})[\"'`]? (?:as|for) (?:the |my |your |a )?pass(?:word|phrase)",\#
    "group":1,"check":"literal-secret","entropy":2.0,"label":"PASSWORD",\#
    "allow":["^(?:[A-Z]?[a-z]+|[A-Z]+)\\d?(?:[_./:@ -]+(?:(?:[A-Z]?[a-z]+|[A-Z]+)\\d?|\\d))*$","^\\w+\\.\\w+$"],\#
    "source":"https://cwe.mitre.org/data/definitions/798.html",\#
    "positives":["try marble-tiger43 as the password"],\#
    "negatives":["use env.DB_PW1 as the password","use this as the password"]}
    """#
}
