"""Secrets of known shapes, as their issuers write them. Every value is drawn here and opens nothing."""

import base64
import json
import string
import zlib

DIGITS, LOWER, UPPER = string.digits, string.ascii_lowercase, string.ascii_uppercase
LETTERS = LOWER + UPPER
WORD = LETTERS + DIGITS
URL64 = WORD + "-_"
HEX = "0123456789abcdef"
BASE62 = DIGITS + UPPER + LOWER
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class Secret:
    """A text that must not come out, and those parts of it each of which alone would give it away."""

    def __init__(self, kind, text, *parts):
        self.kind, self.text, self.parts = kind, text, parts or ends(text)


def ends(text):
    """The beginning and the end: of a mask that left either, the rest could be guessed or looked up."""
    body = max(text.replace("=", "").split(), key=len)
    return (body[:-12][-20:], body[-12:]) if len(body) >= 36 else (body,)


def drawn(random, alphabet, count):
    return "".join(random.choices(alphabet, k=count))


def with_crc(random, prefix, count):
    """GitHub's and npm's: the last six characters are the CRC-32 of the others."""
    body = drawn(random, BASE62, count)
    number, check = zlib.crc32(body.encode()), ""
    for _ in range(6):
        number, place = divmod(number, 62)
        check = BASE62[place] + check
    return prefix + body + check


def luhn(digits):
    """The digits with their check digit."""
    total = sum(sum(divmod(int(digit) * 2, 10)) if place % 2 == 0 else int(digit)
                for place, digit in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def card(random):
    prefix, count = random.choice([("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("34", 15), ("37", 15), ("6011", 16), ("3530", 16)])
    return luhn(prefix + drawn(random, DIGITS, count - 1 - len(prefix)))


def grouped(digits, mark):
    sizes = [4, 6, 5] if len(digits) == 15 else [4, 4, 4, 4]
    parts, start = [], 0
    for size in sizes:
        parts.append(digits[start:start + size])
        start += size
    return mark.join(parts)


def iban(random):
    country, body = random.choice([
        ("DE", drawn(random, DIGITS, 18)), ("GB", drawn(random, UPPER, 4) + drawn(random, DIGITS, 14)),
        ("FR", drawn(random, DIGITS, 23)), ("NL", drawn(random, UPPER, 4) + drawn(random, DIGITS, 10)),
        ("ES", drawn(random, DIGITS, 20)), ("CH", drawn(random, DIGITS, 17))])
    number = "".join(str(int(sign, 36)) for sign in body + country + "00")
    return f"{country}{98 - int(number) % 97:02}{body}"


def spaced(text):
    return " ".join(text[start:start + 4] for start in range(0, len(text), 4))


def social(random):
    area = random.choice([*range(100, 666), *range(667, 900)])
    return f"{area}-{random.randint(1, 99):02}-{random.randint(1, 9999):04}"


def encoded(value):
    text = value if isinstance(value, bytes) else json.dumps(value, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def web_token(random):
    claims = {"sub": drawn(random, DIGITS, 10), "iat": random.randint(1_600_000_000, 1_900_000_000)}
    return f"{encoded({'alg': 'HS256', 'typ': 'JWT'})}.{encoded(claims)}.{encoded(random.randbytes(32))}"


def private_key(random, name, size):
    text = base64.b64encode(random.randbytes(size)).decode()
    lines = [text[start:start + 64] for start in range(0, len(text), 64)]
    body = "\n".join(lines)
    return Secret("private key, PEM", f"-----BEGIN {name}-----\n{body}\n-----END {name}-----", *[line for line in lines if len(line) > 20])


def person(random):
    given = random.choice(["ada", "grace", "alan", "edsger", "barbara", "donald", "tony", "margaret", "ken", "radia"])
    return f"{given}{random.choice(['.', '_', '-', ''])}{drawn(random, LOWER, 6)}{random.choice(['', str(random.randint(1, 99))])}"


def mail(random):
    host = f"{drawn(random, LOWER, 7)}.{random.choice(['com', 'org', 'de', 'co.uk', 'io', 'museum', 'com.br'])}"
    return f"{person(random)}{random.choice(['', '', '+tag'])}@{random.choice(['', '', 'mail.'])}{host}"


def phone(random):
    line = drawn(random, "23456789", 1) + drawn(random, DIGITS, 2) + drawn(random, "23456789", 1) + drawn(random, DIGITS, 6)
    area, office, rest = random.choice(["212", "415", "617", "303", "206"]), line[3:6], line[6:]
    london = f"{drawn(random, '23456789', 1)}{drawn(random, DIGITS, 6)}"
    return random.choice([
        f"+1{area}{office}{rest}", f"+1 {area} {office} {rest}", f"+1-{area}-{office}-{rest}", f"+1 ({area}) {office}-{rest}",
        f"({area}) {office}-{rest}", f"+4420{drawn(random, '378', 1)}{london}", f"+49 30 {london}", f"+33 6 {rest[:2]} {rest[2:]} {line[:2]} {line[2:4]}"])


def database(random):
    scheme, port = random.choice([
        ("postgres", 5432), ("postgresql", 5432), ("mysql", 3306), ("mongodb", 27017), ("redis", 6379), ("amqp", 5672),
        ("postgresql+psycopg2", 5432), ("mssql", 1433), ("rediss", 6380), ("https", 443)])
    password = drawn(random, WORD + "-._~!*", random.randint(10, 20)) + drawn(random, WORD, 2)
    user = random.choice(["app", "root", "admin", drawn(random, LOWER, 6)])
    host = random.choice(["db.internal", "10.1.2.3", "db-1.cluster.example.net", "localhost"])
    return Secret("URL with a password", f"{scheme}://{user}:{password}@{host}:{port}/{drawn(random, LOWER, 5)}", password)


def simple(kind, prefix, alphabet, *counts, mark="", suffix=""):
    """A maker of a prefix, runs of characters with `mark` between them, and a suffix."""
    def make(random):
        return Secret(kind, prefix + mark.join(drawn(random, alphabet, count) for count in counts) + suffix)
    return make


def text(kind, make):
    return lambda random: Secret(kind, make(random))


def whole(kind, make):
    """Of which only the whole is the secret."""
    def made(random):
        value = make(random)
        return Secret(kind, value, value)
    return made


MAKERS = [
    text("AWS access key id", lambda r: r.choice(["AKIA", "ASIA"]) + drawn(r, UPPER + "234567", 16)),
    text("GitHub token", lambda r: with_crc(r, r.choice(["ghp_", "gho_", "ghs_", "ghu_", "ghr_"]), 30)),
    text("GitHub fine-grained token", lambda r: f"github_pat_11{drawn(r, UPPER + DIGITS, 20)}_{drawn(r, WORD, 59)}"),
    simple("GitLab token", "glpat-", URL64, 20),
    text("OpenAI project key", lambda r: f"sk-proj-{drawn(r, URL64, 74)}T3BlbkFJ{drawn(r, URL64, 73)}A"),
    text("OpenAI key", lambda r: f"sk-{drawn(r, WORD, 20)}T3BlbkFJ{drawn(r, WORD, 20)}"),
    simple("Anthropic key", "sk-ant-api03-", URL64, 93, suffix="AA"),
    text("Slack bot token", lambda r: f"xoxb-{drawn(r, '123456789', 12)}-{drawn(r, '123456789', 13)}-{drawn(r, WORD, 24)}"),
    text("Slack user token", lambda r: f"xoxp-{drawn(r, '123456789', 12)}-{drawn(r, '123456789', 12)}-{drawn(r, '123456789', 12)}-{drawn(r, HEX, 32)}"),
    text("Slack webhook", lambda r: "https://hooks.slack.com/services/T{}/B{}/{}".format(
        drawn(r, UPPER + DIGITS, 9), drawn(r, UPPER + DIGITS, 10), drawn(r, WORD, 24))),
    text("Stripe key", lambda r: r.choice(["sk_live_", "rk_live_"]) + "51" + drawn(r, WORD, 97)),
    simple("Stripe short key", "sk_live_", WORD, 24),
    simple("Stripe webhook secret", "whsec_", WORD, 32),
    simple("Google API key", "AIzaSy", URL64, 32, suffix="a"),
    simple("Google OAuth client secret", "GOCSPX-", URL64, 27, suffix="x"),
    simple("Google OAuth access token", "ya29.a0", URL64, 160, suffix="0163"),
    text("JWT", web_token),
    lambda r: private_key(r, r.choice(["RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY"]), r.choice([121, 300, 609])),
    text("npm token", lambda r: with_crc(r, "npm_", 30)),
    text("PyPI token", lambda r: "pypi-" + base64.urlsafe_b64encode(b"\x02\x01\x08pypi.org\x02" + r.randbytes(84)).decode().rstrip("=")),
    simple("DigitalOcean token", "dop_v1_", HEX, 64),
    simple("Twilio key", "SK", HEX, 32),
    simple("SendGrid key", "SG.", URL64, 22, 43, mark="."),
    text("Mailchimp key", lambda r: f"{drawn(r, HEX, 32)}-us{r.randint(1, 21)}"),
    text("Shopify token", lambda r: r.choice(["shpat_", "shpss_", "shpca_", "shppa_"]) + drawn(r, HEX, 32)),
    simple("Hugging Face token", "hf_", LETTERS, 34),
    simple("Replicate token", "r8_", WORD, 37),
    simple("Groq key", "gsk_", WORD, 52),
    simple("xAI key", "xai-", WORD, 80),
    simple("Perplexity key", "pplx-", WORD, 48),
    simple("OpenRouter key", "sk-or-v1-", HEX, 64),
    simple("Databricks token", "dapi", HEX, 32),
    simple("Vault token", "hvs.CAESI", URL64, 90),
    text("Terraform token", lambda r: f"{drawn(r, WORD, 14)}.atlasv1.{drawn(r, WORD, 67)}"),
    simple("Doppler token", "dp.pt.", WORD, 43),
    simple("Linear key", "lin_api_", WORD, 40),
    text("Notion token", lambda r: f"ntn_{drawn(r, DIGITS, 11)}{drawn(r, WORD, 35)}"),
    simple("Figma token", "figd_", URL64, 39, suffix="k"),
    text("Telegram bot token", lambda r: f"{r.randint(10**9, 8 * 10**9)}:AA{drawn(r, URL64, 32)}x"),
    text("Discord webhook", lambda r: f"https://discord.com/api/webhooks/{r.randint(10**17, 10**18)}/{drawn(r, URL64, 67)}Z"),
    simple("Supabase token", "sbp_", HEX, 40),
    simple("PlanetScale token", "pscale_tkn_", URL64, 42, suffix="Q"),
    simple("New Relic key", "NRAK-", UPPER + DIGITS, 27),
    text("Grafana token", lambda r: f"glsa_{drawn(r, WORD, 32)}_{drawn(r, HEX, 8)}"),
    simple("Postman key", "PMAK-", HEX, 24, 34, mark="-"),
    text("Dynatrace token", lambda r: f"dt0c01.{drawn(r, UPPER + '234567', 24)}.{drawn(r, UPPER + '234567', 64)}"),
    simple("Atlassian token", "ATATT3xFfGF0", URL64, 171, suffix="=A1B2C3D4"),
    simple("Square token", "sq0csp-", URL64, 42, suffix="w"),
    simple("Docker token", "dckr_pat_", URL64, 26, suffix="v"),
    text("Tailscale key", lambda r: f"tskey-auth-{drawn(r, WORD, 12)}CNTRL-{drawn(r, WORD, 32)}"),
    text("Azure storage key", lambda r: "DefaultEndpointsProtocol=https;AccountName={};AccountKey={};EndpointSuffix=core.windows.net".format(
        drawn(r, LOWER, 8), base64.b64encode(r.randbytes(64)).decode())),
    text("age key", lambda r: "AGE-SECRET-KEY-1" + drawn(r, BECH32.upper(), 58)),
    simple("Sentry token", "sntryu_", HEX, 64),
    lambda r: database(r),
    whole("e-mail address", mail),
    whole("payment card", card),
    whole("payment card, grouped", lambda r: grouped(card(r), r.choice(" -"))),
    whole("IBAN", iban),
    whole("IBAN, grouped", lambda r: spaced(iban(r))),
    whole("social security number", social),
    whole("telephone number", phone),
]


def azure(secret):
    """The key alone, not the account's name around it."""
    key = secret.text.partition("AccountKey=")[2].partition(";")[0]
    return Secret(secret.kind, secret.text, key[:40], key[-30:-2])


def planted(random, number):
    """The secret of the kind whose turn it is."""
    secret = MAKERS[number % len(MAKERS)](random)
    return azure(secret) if secret.kind == "Azure storage key" else secret
