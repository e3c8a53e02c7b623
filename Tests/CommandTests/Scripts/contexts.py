"""Secrets that only what stands beside them tells: `name = value` as programs write it, and sentences of people."""

import base64
import json

from plants import DIGITS, HEX, LETTERS, LOWER, WORD, Secret, drawn
from spellings import Spelled, escaped, lower, mixed, nested

SYMBOLS = "!#%*+-.:?@_~^"


def password(random):
    """As people and password managers make them; never one that could stand for another value."""
    word = random.choice(["Winter", "dragon", "Sommer", "correct", "hunter", "Tr0ub4dor", "letme1n", "monkey"])
    return random.choice([
        lambda: word + drawn(random, DIGITS, random.randint(2, 4)) + random.choice(["", "!", "?", "#", "*"]),
        lambda: drawn(random, WORD, random.randint(10, 24)),
        lambda: drawn(random, LETTERS, 4) + drawn(random, SYMBOLS, 1) + drawn(random, WORD, 9) + drawn(random, SYMBOLS, 1) + drawn(random, WORD, 2),
        lambda: f"{word}-{drawn(random, LOWER, 6)}-{drawn(random, DIGITS, 3)}",
    ])()


def token(random):
    """What an issuer without a prefix hands out."""
    return random.choice([
        lambda: drawn(random, HEX, random.choice([32, 40, 64])), lambda: drawn(random, WORD, random.randint(20, 48)),
        lambda: base64.b64encode(random.randbytes(32)).decode(), lambda: base64.urlsafe_b64encode(random.randbytes(24)).decode().rstrip("="),
    ])()


def plain_password(random):
    """Without what a URL, a shell or a YAML file would write otherwise."""
    return drawn(random, LETTERS, 3) + drawn(random, WORD + "-_.", random.randint(7, 16)) + drawn(random, WORD, 2)


# How `name = value` stands in files, commands and requests, and what the value is.
CONTEXTS = {
    "member, password": (['{"user":"app","password":"%s"}', '{"db_password": "%s"}', '{"auth":{"passwd":"%s"}}', '{"dbPassword":"%s","port":5432}'], password),
    "member, token": (['{"api_key":"%s"}', '{"access_token": "%s","expires_in":3600}', '{"client_secret":"%s"}', '{"apiKey":"%s"}', '{"auth_token":"%s"}'], token),
    "environment": (["export DB_PASSWORD=%s", "DB_PASSWORD=%s\nPORT=5432", "MYSQL_ROOT_PASSWORD=%s", "HOME=/root\nREDIS_PASSWORD=%s\nLANG=C"], plain_password),
    "environment, token": (["export API_TOKEN=%s", "SECRET_KEY=%s\n", 'ENCRYPTION_SECRET="%s"', "set SERVICE_API_KEY=%s", "AUTH_TOKEN='%s'"], token),
    "YAML": (["db:\n  user: app\n  password: %s\n", "password: \"%s\"", "api_key: %s\nregion: eu", "  client_secret: '%s'\n"], plain_password),
    "TOML, INI and properties": (['password = "%s"', "spring.datasource.password=%s", "[db]\npassword = %s\n", 'secret_key = "%s"'], plain_password),
    "source text": (['API_KEY = "%s"', "const apiKey = '%s';", 'password: "%s",', "client = Client(password='%s')", 'let secret = "%s"', '"auth_token" => "%s",'], token),
    "header": (["Authorization: Bearer %s", "X-Api-Key: %s", "curl -H 'Authorization: Bearer %s' https://example.net/v1", "> authorization: token %s", "X-Auth-Token: %s\r\nAccept: */*"], token),
    "cookie": (["Cookie: sessionid=%s; theme=dark", "Set-Cookie: session=%s; HttpOnly; Path=/", "< set-cookie: auth_token=%s; Secure"], token),
    "flag": (["--password %s", "login --token=%s -v", "mysql -u root --password=%s shop", "deploy --api-key %s --region eu", "curl -u admin:%s https://example.net"], plain_password),
    "query": (["https://example.net/v1?api_key=%s&page=2", "GET /cb?access_token=%s HTTP/1.1", "https://example.net/?page=1&token=%s", "wss://example.net/s?client_secret=%s"],
              lambda r: drawn(r, WORD, 32)),
    "connection string": (["Server=db;Database=shop;User Id=sa;Password=%s;", "jdbc:postgresql://db/shop?user=app&password=%s", "host=db user=app password=%s dbname=shop",
                           "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=%s"], plain_password),
    "files of tools": (["machine example.net login app password %s", "//registry.npmjs.org/:_authToken=%s", "users:\n- name: admin\n  user:\n    token: %s", "_authToken = %s"], token),
    "printed": (['"Env": ["DB_PASSWORD=%s","PATH=/bin"]', 'db_password = "%s"\nregion = "eu"', "+ db_password = \"%s\"", "  PGPASSWORD=%s psql -h db", "password=%s, host=db"], plain_password),
    "XML": (["<password>%s</password>", "<add key=\"ApiSecret\" value=\"%s\" />", "<apiKey>%s</apiKey>"], plain_password),
}

SENTENCES = [
    "the password is %s", "The root password is %s.", "your temporary password: %s", "use %s as the password", "log in with ada and %s", "my pin for the vault: %s",
    "password for staging is %s, please rotate it", "I changed the password to %s yesterday", "credentials are admin / %s", "das Passwort lautet %s",
    "the api key is %s", "try the secret %s instead", "it accepted %s as the passphrase", "login: root, pw: %s", "the token you need is %s",
]

SPELLINGS = {
    "plain": lambda r, secret: Spelled("string", escaped(secret.text)),
    "\\u": lambda r, secret: Spelled("string", lower(secret.text)),
    "\\u, here and there": lambda r, secret: Spelled("string", mixed(r, secret.text)),
    "in a block": lambda r, secret: Spelled("block", escaped(secret.text)),
    "JSON in JSON, 1": lambda r, secret: Spelled("member", f'"text":"{nested(r, secret.text, 1)}"'),
    "JSON in JSON, 3": lambda r, secret: Spelled("member", f'"text":"{nested(r, secret.text, 3)}"'),
}


def members(random, secret):
    """A text that is an object: its members where others stand, or the object in a string."""
    if random.random() < 0.5:
        return Spelled("member", secret.text[1:-1])
    return Spelled("member", f'"arguments":"{nested(random, secret.text, random.choice([0, 2]))}"')


def assigned(random, number):
    """A secret behind a name, and how it is spelled."""
    kind = list(CONTEXTS)[number % len(CONTEXTS)]
    forms, value = CONTEXTS[kind]
    secret = value(random)
    form = random.choice(forms)
    if form.startswith("{"):
        return Secret(kind, form % json.dumps(secret, ensure_ascii=False)[1:-1], secret), "members", members
    spelling = random.choice(list(SPELLINGS))
    return Secret(kind, form % secret, secret), spelling, SPELLINGS[spelling]


def said(random, number):
    """A secret in a sentence."""
    secret = random.choice([password, password, token])(random)
    return Secret("prose", SENTENCES[number % len(SENTENCES)] % secret, secret), "plain", SPELLINGS["plain"]
