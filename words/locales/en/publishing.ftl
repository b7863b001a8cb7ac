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
record-tick = Published: { $name }
record-published = <b>Ticked.</b> Where the finished report is published:
