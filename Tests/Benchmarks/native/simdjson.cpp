// Checks each line by itself with simdjson, as the peer of validate; without reading the file twice or copying a line.
//
// usage: simdjson FILE
#include <cstdio>
#include <cstring>
#include <simdjson.h>

int main(int count, char **words) {
  if (count != 2) return 2;
  simdjson::padded_string text;
  if (simdjson::padded_string::load(words[1]).get(text)) return 2;
  simdjson::dom::parser parser;
  const char *line = text.data();
  const char *end = line + text.size();
  size_t bad = 0;
  while (line < end) {
    const char *stop = static_cast<const char *>(memchr(line, '\n', end - line));
    if (!stop) stop = end;
    // What follows the line lies in the same text, so the parser has the padding that it reads into.
    simdjson::dom::element value;
    bad += parser.parse(line, stop - line, false).get(value) != simdjson::SUCCESS;
    line = stop + 1;
  }
  if (bad) fprintf(stderr, "simdjson: %zu bad lines\n", bad);
  return bad != 0;
}
