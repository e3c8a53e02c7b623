"""Source text as tools read and write it, in nine languages, by the line."""

from corpora.writer import Writer

LANGUAGES: dict[str, list[str]] = {
    "python": [
        "def <<snake>>(<<noun>>: <<type>>, <<noun>>: int = <<small>>) -> list[<<type>>]:",
        '    """<<verb>> every <<adjective>> <<noun>> of the <<noun>>."""',
        "    <<noun>> = self.<<noun>>_<<noun>>.<<snake>>(<<noun>>, limit=<<number>>)",
        "    if <<noun>> is None or <<noun>>.<<noun>> < <<small>>:",
        '        raise ValueError(f"<<adjective>> <<noun>>: {<<noun>>!r}")',
        "    for index, <<noun>> in enumerate(<<noun>>s):",
        '        logger.info("<<verb>> %s of %d", <<noun>>.<<noun>>, len(<<noun>>s))',
        '        headers["<<noun>>"] = os.environ.get("<<noun>>_<<noun>>", "")',
        "    return [<<snake>>(<<noun>>) for <<noun>> in <<noun>>s if <<noun>>.<<adjective>>]",
        "from <<noun>>.<<noun>> import <<type>>, <<snake>>",
        "@pytest.fixture",
        "class <<type>>(<<type>>):",
        "",
    ],
    "ts": [
        "export async function <<camel>>(<<noun>>: <<type>>, options: <<type>>Options = {}): Promise<<<type>>> {",
        "  const { <<noun>>, <<noun>>: <<camel>> } = await this.<<noun>>.<<camel>>(<<noun>>.id);",
        "  if (!<<noun>> || <<noun>>.<<noun>>Count > <<number>>) {",
        "    throw new <<type>>Error(`cannot <<verb>> ${<<noun>>.name}: ${<<noun>>}`);",
        "  return <<noun>>.map((<<noun>>) => ({ ...<<noun>>, <<adjective>>: true }));",
        "import { <<type>>, <<camel>> } from '../<<noun>>/<<noun>>';",
        "  const [<<noun>>, set<<type>>] = useState<<<type>> | null>(null);",
        '      <<<type>> className="<<noun>>-<<adjective>> px-<<small>>" onClick={() => <<camel>>(<<noun>>)} />',
        "});",
        "",
    ],
    "go": [
        "func (s *<<type>>) <<camel>>(ctx context.Context, <<noun>> string) (*<<type>>, error) {",
        "\tif err != nil {",
        '\t\treturn nil, fmt.Errorf("<<verb>> <<noun>> %q: %w", <<noun>>, err)',
        "\t<<noun>>, err := s.<<noun>>.<<camel>>(ctx, <<noun>>, <<number>>)",
        "\tfor _, <<noun>> := range <<noun>>s {",
        '\t<<type>> string `json:"<<noun>>_<<noun>>,omitempty"`',
        "\tdefer <<noun>>.Close()",
        "}",
        "",
    ],
    "rust": [
        "impl <<type>> for <<type>> {",
        "    pub fn <<snake>>(&mut self, <<noun>>: &<<type>>) -> Result<Vec<<<type>>>, <<type>>Error> {",
        "        let <<noun>> = self.<<noun>>.<<snake>>(<<noun>>).map_err(<<type>>Error::from)?;",
        "        match <<noun>>.<<snake>>() { Some(n) if n > <<number>> => n, _ => return Ok(vec![]) };",
        '        tracing::debug!(<<noun>> = %<<noun>>, "<<verb>>");',
        "    #[test]",
        "        assert_eq!(<<noun>>.<<snake>>(), <<number>>);",
        "    }",
        "",
    ],
    "swift": [
        "  public mutating func <<camel>>(_ <<noun>>: <<type>>, at offset: Int) throws -> <<type>>? {",
        "    guard let <<noun>> = <<noun>>s.first(where: { $0.<<noun>> == <<noun>> }) else { return nil }",
        '    throw <<type>>Error.<<noun>>("\\(<<noun>>) is not <<adjective>>")',
        "  private var <<noun>>s: [<<type>>] = []",
        "    <<noun>>.<<noun>> += <<small>>",
        "  }",
        "",
    ],
    "sql": [
        "SELECT <<noun>>.id, <<noun>>.<<noun>>_at, COUNT(*) AS <<noun>>_count FROM <<noun>>s",
        "  LEFT JOIN <<noun>>s ON <<noun>>s.<<noun>>_id = <<noun>>s.id",
        " WHERE <<noun>>.<<adjective>> = TRUE AND <<noun>>.<<noun>> > <<number>>",
        " GROUP BY <<noun>>.id ORDER BY <<noun>>_count DESC LIMIT <<small>>;",
        "ALTER TABLE <<noun>>s ADD COLUMN <<noun>>_<<noun>> VARCHAR(<<number>>) NOT NULL DEFAULT '<<adjective>>';",
    ],
    "sh": [
        'for <<noun>> in "$<<noun>>"/*.<<suffix>>; do',
        'if [ ! -f "$HOME/.<<noun>>/<<noun>>" ]; then',
        '  <<verb>>_<<noun>> --<<noun>>="$1" --<<adjective>> | grep -v "<<noun>>" >> <<noun>>.log',
        'export <<noun>>_<<noun>>="${<<noun>>:-<<number>>}"',
        "done",
        "set -euo pipefail",
    ],
    "yaml": [
        "  <<noun>>:",
        "    <<noun>>_<<noun>>: <<number>>",
        "    - name: <<verb>> <<noun>>",
        '      image: "registry.example.com/<<service>>/<<noun>>:<<small>>.<<small>>.<<small>>"',
        "      run: make <<noun>>",
        "    <<noun>>: <<adjective>>  # <<verb>> the <<noun>>",
    ],
    "c": [
        "static int <<snake>>(struct <<noun>> *<<noun>>, const uint8_t *<<noun>>, size_t size)",
        "\tif (<<noun>>-><<noun>> == NULL || size > <<number>>)",
        "\t\treturn -EINVAL;",
        "\tmemcpy(<<noun>>-><<noun>>, <<noun>> + offset, sizeof(<<noun>>-><<noun>>));",
        '#include "<<noun>>/<<noun>>.h"',
        "#define <<noun>>_MAX 0x<<hex>>",
        "}",
    ],
}
NAMES = list(LANGUAGES)


def code(writer: Writer, lines: int) -> str:
    templates = LANGUAGES[writer.one(NAMES)]
    return "\n".join([writer.line(templates) for _ in range(lines)])


def fenced(writer: Writer, lines: int) -> str:
    """As models show it, between fences."""
    language = writer.one(NAMES)
    text = "\n".join([writer.line(LANGUAGES[language]) for _ in range(lines)])
    return f"```{language}\n{text}\n```"


def numbered(writer: Writer, lines: int) -> str:
    """As tools show a file, each line behind its number."""
    first = writer.between(1, 900)
    return "\n".join([f"{first + place:6}→{line}" for place, line in enumerate(code(writer, lines).split("\n"))])
