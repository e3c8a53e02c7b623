"""What users and models say: mostly English, also in five other languages, with emoji."""

from corpora.writer import Writer

ENGLISH = [
    "I'll look at how `<<snake>>` handles the <<adjective>> <<noun>> <<adverb>>.",
    "The <<noun>> in `<<path>>` <<adverb>> returns the <<adjective>> <<noun>>, not the <<adjective>> one.",
    "Can you <<verb>> the <<noun>> <<noun>> so that it doesn't <<verb>> the <<noun>> twice?",
    "That's the cause: `<<camel>>` runs before the <<noun>> is <<adjective>>, so the <<noun>> isn't <<adjective>>.",
    "We should <<verb>> <<adjective>> <<noun>>s <<adverb>> and <<verb>> the rest in the next <<noun>>.",
    "Let me <<verb>> the <<noun>> first and run the <<noun>> tests afterwards.",
    "All <<small>> tests pass now, and the <<noun>> takes <<float>> ms instead of <<float>> ms.",
    "There are <<small>> places that <<verb>> a `<<type>>`; I changed <<small>> of them.",
    "What happens if the <<noun>> is <<adjective>> when the <<noun>> tries to <<verb>> it?",
    "Please don't touch `<<path>>`, <<given>> is working on the <<noun>> there.",
    "I think the <<adjective>> <<noun>> is fine, but the <<noun>> <<noun>> could <<adverb>> <<verb>> too much.",
    "The documentation says that <<noun>>s are <<adjective>> by default (see section <<small>>.<<small>>).",
    "In short: the <<noun>> was <<adjective>>, the <<noun>> had no <<noun>>, and nothing could <<verb>> it.",
    "Good question. A <<noun>> can <<verb>> <<adverb>> only while its <<noun>> is <<adjective>>.",
    "No, the <<noun>> from line <<number>> is <<adverb>> the <<adjective>> one.",
    "To <<verb>> it, set `<<snake>>` to <<small>> and <<verb>> the <<noun>> again.",
    "Before I <<verb>> anything: which <<noun>> do you want to <<verb>>, the <<adjective>> or the <<adjective>> one?",
    "It fails with `<<type>>Error: <<adjective>> <<noun>> at <<hex>>`, which comes from the <<noun>> in `<<path>>`.",
    "The <<noun>> has <<number>> rows, of which <<number>> lack a <<noun>>.",
    "First the <<noun>> must <<verb>>; then every <<noun>> that was <<adjective>> will <<verb>> <<adverb>>.",
    "I have <<adverb>> seen this with <<adjective>> <<noun>>s, for example after someone had to <<verb>> the <<noun>>.",
    "Nothing else depends on `<<type>>`, so it can be <<adjective>>.",
    "Thanks! Could you also <<verb>> the <<noun>> for the <<service>> service?",
    "See https://docs.example.com/<<noun>>/<<verb>>-<<noun>>#<<adjective>> for how the <<noun>> is meant to <<verb>>.",
]
OTHERS = [
    [
        "Kannst du bitte prüfen, warum `<<snake>>` die Datei nicht öffnet?",
        "Die Größe des Puffers beträgt <<number>> Bytes, das genügt für die übrigen Einträge.",
        "Ich habe die Änderung in `<<path>>` rückgängig gemacht und führe die Tests erneut aus.",
        "Für ältere Aufträge müsste man zusätzlich den Schlüssel `<<noun>>` berücksichtigen.",
        "Danach läuft alles wie gewünscht, außer dass die Übersicht <<small>> Zeilen zu viel zeigt.",
    ],
    [
        "请帮我检查一下 `<<snake>>` 为什么没有返回正确的结果。",
        "我已经修改了 `<<path>>` 中的代码,现在所有 <<small>> 个测试都通过了。",
        "这个函数在处理空列表时会抛出异常,需要先判断长度是否为零。",
        "建议把配置文件里的超时时间改成 <<small>> 秒,然后重新启动服务。",
        "数据库中一共有 <<number>> 条记录,其中一部分缺少时间戳。",
    ],
    [
        "Посмотри, пожалуйста, почему функция `<<snake>>` возвращает пустой список.",
        "Я исправил ошибку в файле `<<path>>`, теперь проходят все <<small>> тестов.",
        "Проблема в том, что соединение закрывается раньше, чем заканчивается запись.",
        "Нужно увеличить время ожидания до <<small>> секунд и перезапустить службу.",
        "В таблице <<number>> строк, и у некоторых из них нет даты создания.",
    ],
    [
        "`<<snake>>` が正しい値を返さない原因を調べてください。",
        "`<<path>>` を修正したので、<<small>> 個のテストがすべて成功しました。",
        "空の配列を渡すと例外が発生するため、最初に長さを確認する必要があります。",
        "設定ファイルのタイムアウトを <<small>> 秒に変更して、サービスを再起動します。",
    ],
    [
        "هل يمكنك التحقق من سبب فشل الدالة `<<snake>>` عند فتح الملف؟",
        "لقد قمت بتعديل `<<path>>` والآن تنجح جميع الاختبارات وعددها <<small>>.",
        "المشكلة أن الاتصال يُغلق قبل انتهاء الكتابة، لذلك يجب الانتظار <<small>> ثانية.",
    ],
]
LISTS = [
    "- **<<noun>>**: <<verb>> the <<adjective>> <<noun>>",
    "- `<<camel>>()` <<adverb>> <<verb>>s <<small>> <<noun>>s",
    "<<small>>. <<verb>> `<<path>>`",
]


def paragraph(writer: Writer, sentences: int) -> str:
    return " ".join([writer.line(ENGLISH) for _ in range(sentences)])


def foreign(writer: Writer, sentences: int) -> str:
    language = OTHERS[writer.below(len(OTHERS))]
    return " ".join([writer.line(language) for _ in range(sentences)])


def prose(writer: Writer) -> str:
    """A few paragraphs as a user or a model writes them."""
    paragraphs = [paragraph(writer, writer.between(2, 7)) for _ in range(writer.between(1, 5))]
    if writer.chance(0.1):
        paragraphs = [foreign(writer, writer.between(2, 6)) for _ in range(writer.between(1, 3))]
    if writer.chance(0.2):
        paragraphs.append("\n".join([writer.line(LISTS) for _ in range(writer.between(2, 6))]))
    if writer.chance(0.12):
        paragraphs.append(writer.of("emoji") + " " + paragraph(writer, 1))
    return "\n\n".join(paragraphs)
