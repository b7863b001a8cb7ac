### Publishing: the coordinator's text, the finished report, and where it was published.

publication-text = <b>The coordinator has prepared a text for publication.</b> Your answer is not changed; the report will have this text in its place, marked as edited.
publication-of = <b>{ $number }{ $of }</b> (version { $version }) “{ $text }”
publication-wrong = If anything is wrong, please write to the coordinator.
publication-yielded = <b>{ $code }, { $number }{ $of }</b> While you were writing the text for publication, { $editor } changed it on the platform. The platform’s text counts; if it should be another, please write it again.
publication-there = On the platform: “{ $text }”
publication-here = Written here: “{ $text }”

## The finished report

record-is = <b>The finished report is on record</b>: “{ $name }” ({ $when }, { $by }). Later answers do not change it.
record-changed = Answers changed since: { $numbers }
record-place =
    { $when ->
        [none] – { $name }: not published yet
       *[other] – { $name }: published { $when } ({ $by })
    }
record-kept = <b>The finished report has been received:</b> { $title }
record-checksum = Checksum (SHA-256): { $sha256 }
record-lost = The file “{ $name }” could not be fetched. Please send it once more in reply to this message, or open the round’s page and bring it there.
report-ready-finished = When the report is finished, send the file in reply to this message: it will be the report of record.
record-tick = Published: { $name }
record-published = <b>Ticked.</b> Where the finished report is published:

## Writing a text in chat

wording = Text for publication: { $code }
wording-ask =
    { $english ->
        [1] <b>{ $code }, { $number }{ $of }</b> Send the text in English in one message; the report in English will have it.
       *[0] <b>{ $code }, { $number }{ $of }</b> Send the text for publication in one message. The institution’s words do not change; the report will have your text in their place, marked as edited.
    }
wording-since = While you were writing, somebody changed this text; yours is not kept. Below is what counts now.
wording-given = The institution’s words: “{ $text }”
wording-text = Text for publication: “{ $text }”
wording-text-en = In English: “{ $text }”
wording-kept = <b>{ $code }, { $number }{ $of }</b> The text is kept; it is being written to the platform and shown to the institution.
wording-english = Text in English
wording-remove = Take it off
wording-removed = <b>{ $code }, { $number }{ $of }</b> The text for publication was taken off; the report will have the institution’s words.
